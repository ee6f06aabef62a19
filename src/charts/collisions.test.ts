import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadBilan } from '../bilan.ts';
import { readEnvironment } from '../settings/environment.ts';
import { allCharts } from './catalogue/index.ts';
import type { Chart, Mark } from './chart.ts';
import { pointsOf } from './points.ts';
import { renderChart } from './render.ts';

const FIXTURE = resolve('src/site.test/fixture');
const { bilan } = await loadBilan(
  readEnvironment({ BILAN_DATA: `${FIXTURE}/data`, BILAN_CONTENT: `${FIXTURE}/content` }),
);
if (!bilan) throw new Error('the frozen edition does not load');
const { measure } = bilan;
const breaks = ['entrees', 'en_formation', 'achevements', 'actions', 'places'].flatMap((indicator) => [
  { indicator, month: '2024-03', label: 'nouvelle saisie des entrées au réseau' },
  { indicator, month: '2025-01', label: 'nouveau périmètre' },
]);
const charts = allCharts(bilan.charts);
const broken = allCharts({ ...bilan.charts, breaks });

type Fate = 'kept' | 'withheld' | 'provisional';
type Open<Value> = { -readonly [Key in keyof Value]: Value[Key] };

/** The chart with each of its figures kept, withheld or still provisional. */
function withFates(chart: Chart, fateOf: (rank: number, mark: Mark) => Fate): Chart {
  const copy = structuredClone(chart);
  pointsOf(copy).forEach(({ mark }, rank) => {
    const open = mark as Open<Mark>;
    const fate = fateOf(rank, mark);
    if (fate === 'withheld') Object.assign(open, { value: null, text: 's', status: 'secret' });
    if (fate === 'provisional') open.status = 'provisoire';
  });
  return copy;
}

/** The chart with its years cut short, where it tells years apart. */
function incomplete(chart: Chart): Chart {
  const copy = structuredClone(chart);
  if (copy.kind === 'columns') for (const one of copy.categories) (one as Open<typeof one>).incomplete = true;
  if (copy.kind === 'months') for (const one of copy.blocks) (one as Open<typeof one>).incomplete = true;
  return copy;
}

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where the letters of a drawing stand, by the metrics of their font. */
function boxesOf(markup: string): Box[] {
  const boxes: Box[] = [];
  let [dx, dy] = [0, 0];
  for (const [whole, group, x, y, look = '', text = ''] of markup.matchAll(
    /<g transform="translate\(([^)]*)\)">|<\/g>|<text x="([^"]+)" y="([^"]+)"([^>]*)>([^<]*)<\/text>/g,
  )) {
    if (group) [dx, dy] = group.split(' ').map(Number) as [number, number];
    else if (whole === '</g>') [dx, dy] = [0, 0];
    else if (text.trim()) {
      const size = Number(/font-size="([\d.]+)"/.exec(look)?.[1] ?? 13.5);
      const width = measure(text, look.includes('font-weight') ? 600 : 400, size);
      const anchor = /text-anchor="(\w+)"/.exec(look)?.[1];
      const left = Number(x) + dx - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0);
      const base = Number(y) + dy;
      // Capitals and figures rise by 0.7 em.
      boxes.push({ text, left, right: left + width, top: base - 0.7 * size, bottom: base + 0.05 * size });
    }
  }
  return boxes;
}

/** Pairs of texts that lie over one another, and texts that leave the drawing. */
function faultsOf(chart: Chart, phone: boolean): string[] {
  const { width, height, markup } = renderChart(chart, phone, measure);
  const boxes = boxesOf(markup);
  const over = boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom,
      )
      .map((other) => `« ${one.text} » and « ${other.text} » at ${Math.round(one.left)} ${Math.round(one.top)}`),
  );
  const out = boxes
    .filter(({ left, right, top, bottom }) => left < -0.5 || right > width + 0.5 || top < 0 || bottom > height)
    .map(({ text }) => `« ${text} » leaves the drawing`);
  return markup.includes('NaN') ? ['no place', ...over, ...out] : [...over, ...out];
}

const FATES: Readonly<Record<string, (rank: number) => Fate>> = {
  'as they are': () => 'kept',
  'all withheld': () => 'withheld',
  'every other withheld': (rank) => (rank % 2 === 0 ? 'withheld' : 'kept'),
  'the others withheld': (rank) => (rank % 2 === 1 ? 'withheld' : 'kept'),
  'all but one in five withheld': (rank) => (rank % 5 === 0 ? 'kept' : 'withheld'),
  'all provisional': () => 'provisional',
};

describe.each([
  ['a desk', false],
  ['a phone', true],
])('on %s, no text of a chart lies over another or leaves the drawing', (_, phone) => {
  it.each(Object.entries(FATES))('with its figures %s', (_name, fateOf) => {
    for (const chart of [...charts, ...broken])
      for (const drawn of [chart, incomplete(chart)])
        expect(faultsOf(withFates(drawn, fateOf), phone), chart.name).toEqual([]);
  });

  it.each(charts.map((chart) => [chart.name, chart] as const))('whatever is withheld of « %s »', (_name, chart) => {
    const size = pointsOf(chart).length;
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom<Fate>('kept', 'kept', 'withheld', 'provisional'), {
          minLength: size,
          maxLength: size,
        }),
        (fates) => {
          expect(
            faultsOf(
              withFates(chart, (rank) => fates[rank] ?? 'kept'),
              phone,
            ),
          ).toEqual([]);
        },
      ),
      { numRuns: 15 },
    );
  });
});

it('a pair of dates of which one is withheld keeps the dot of the other, and the date and sign of what is missing', () => {
  const chart = charts.find(({ name }) => name === 'achevement-par-bassin');
  if (chart?.kind !== 'dumbbell') throw new Error('no dumbbell');
  const circles = (one: Chart): number =>
    renderChart(one, false, measure).markup.match(/a5 5|a4\.5 4\.5/g)?.length ?? 0;
  for (const [end, date] of [
    ['from', chart.before],
    ['to', chart.after],
  ] as const) {
    const hidden = chart.rows.at(-1)?.[end].id;
    const half = withFates(chart, (_, mark) => (mark.id === hidden ? 'withheld' : 'kept'));
    expect(renderChart(half, false, measure).markup).toContain(`>${date}\u00A0: s</text>`);
    expect(circles(half)).toBeLessThan(circles(chart));
    const both = withFates(half, (_, mark) =>
      chart.rows.at(-1)?.from.id === mark.id || chart.rows.at(-1)?.to.id === mark.id ? 'withheld' : 'kept',
    );
    expect(circles(both)).toBeLessThan(circles(half));
  }
});

it('a month withheld in two years has a sign for each, one above the other, in the look of its line', () => {
  const chart = charts.find(({ name }) => name === 'saison');
  if (chart?.kind !== 'season') throw new Error('no season');
  const march = new Set(chart.lines.slice(0, 2).map(({ marks }) => marks[2]?.id));
  const { markup } = renderChart(
    withFates(chart, (_, mark) => (march.has(mark.id) ? 'withheld' : 'kept')),
    false,
    measure,
  );
  const signs = [...markup.matchAll(/<text x="([^"]+)" y="([^"]+)"([^>]*)>s<\/text>/g)];
  expect(signs.map(([, x]) => x)).toEqual([signs[0]?.[1], signs[0]?.[1]]);
  expect(Number(signs[0]?.[2]) - Number(signs[1]?.[2])).toBeGreaterThan(10);
  expect(signs.map(([, , , look]) => look?.includes('font-weight="600"'))).toEqual([false, true]);
});
