import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Mark, PartsChart } from '../chart.ts';
import { createMeasure } from '../measure.ts';
import { renderChart } from '../render.ts';

const measure = createMeasure();
const LABELS = [
  'Emploi durable',
  'Emploi court',
  'Alternance',
  'Création d’entreprise',
  'Formation qualifiante',
  'Recherche d’emploi',
  'Autre situation',
];

const mark = (value: number): Mark => ({
  id: 'sorties_part',
  value,
  unit: 'fraction',
  status: 'definitif',
  origin: 'simule',
  text: `${Math.round(value * 100)}\u202F%`,
});

const chartOf = (weights: readonly number[]): PartsChart => {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    kind: 'parts',
    name: 'issues',
    subtitle: '',
    reading: '',
    scope: '',
    source: '',
    note: '',
    alternative: '',
    mark: null,
    table: { columns: [], rows: [] },
    written: [],
    parts: LABELS.map((label) => ({ label, colour: 'r5', light: true })),
    rows: [{ place: '', label: 'Région', detail: '', marks: weights.map((one) => mark(one / total)), braced: 5 }],
  };
};

/** Threads of a drawing, upright and 0.8 wide, and its names: where each stands. */
function threadsAndNames(markup: string) {
  const [, path = ''] = /stroke-width="0\.8" d="([^"]*)"/.exec(markup) ?? [];
  const threads = [...path.matchAll(/M([\d.]+) ([\d.]+)v([\d.]+)/g)].map(([, x, y, length]) => ({
    x: Number(x),
    top: Number(y),
    foot: Number(y) + Number(length),
  }));
  const names = [...markup.matchAll(/<text x="([\d.]+)" y="([\d.]+)">([^<]+)<\/text>/g)]
    .filter(([, , , text = '']) => LABELS.includes(text))
    .map(([, x, y, text = '']) => ({ text, left: Number(x), right: Number(x) + measure(text), y: Number(y) }));
  return { threads, names };
}

it('each part of a whole is named, and no thread from a name to its part runs through another name', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 3, max: 60 }), { minLength: 7, maxLength: 7 }), (weights) => {
      const { threads, names } = threadsAndNames(renderChart(chartOf(weights), false, measure).markup);
      expect(names.map(({ text }) => text)).toEqual(LABELS);
      expect(threads).toHaveLength(LABELS.length);
      for (const { x, top, foot } of threads)
        for (const { text, left, right, y } of names)
          if (top < y - 8 && y < foot) expect(x > left && x < right, `${text} at ${x}`).toBe(false);
    }),
    { numRuns: 60 },
  );
});
