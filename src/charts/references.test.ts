import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Bilan, loadBilan } from '../bilan.ts';
import { readEnvironment } from '../settings/environment.ts';
import { allCharts } from './catalogue/index.ts';
import type { Chart } from './chart.ts';
import { draw } from './draw.ts';
import { pointsOf, wordsOf } from './points.ts';
import { frameFor, renderChart, svgElement } from './render.ts';
import { tipsOf } from './tips.ts';

const FIXTURE = resolve('src/site.test/fixture');
let bilan: Bilan;
let charts: readonly Chart[];

beforeAll(async () => {
  const loading = await loadBilan(
    readEnvironment({ BILAN_DATA: `${FIXTURE}/data`, BILAN_CONTENT: `${FIXTURE}/content` }),
  );
  if (!loading.bilan) throw new Error('the frozen edition does not load');
  bilan = loading.bilan;
  charts = allCharts(bilan.charts);
});

/** One element a line, one stroke a line: a change shows where it happened. */
const readable = (svg: string): string =>
  svg
    .replaceAll('><', '>\n<')
    .replace(/ d="([^"]*)"/g, (_, path: string) => ` d="${path.replaceAll(/(?<=.)M/g, '\n  M')}"`);

const svgOf = (chart: Chart, phone: boolean): string =>
  svgElement(renderChart(chart, phone, bilan.measure), `class="drawing ${phone ? 'phone' : 'desk'}"`);

/** What Chart.js is given to draw: a value, the two ends of a dumbbell, or the height of a floating bar. */
function drawnValue(datum: unknown): number | null | readonly number[] {
  if (datum === null || typeof datum === 'number') return datum;
  if (Array.isArray(datum)) return datum as number[];
  const [from, to] = (datum as { y: [number, number] }).y;
  return Math.round(to - from);
}

describe('every chart of the frozen edition', () => {
  it('is drawn as its reference, for a desk and for a phone', async () => {
    for (const chart of charts) {
      for (const phone of [false, true]) {
        const file = `references/${chart.name}-${phone ? 'phone' : 'desk'}.svg`;
        await expect(`${readable(svgOf(chart, phone))}\n`).toMatchFileSnapshot(file);
      }
    }
  });

  it('weighs less than 10 kB, in either shape', () => {
    for (const chart of charts) {
      for (const phone of [false, true])
        expect(Buffer.byteLength(svgOf(chart, phone)), chart.name).toBeLessThan(10_000);
    }
  });

  it('draws the figures of its CSV and no others', () => {
    for (const chart of charts) {
      const drawing = draw(chart, frameFor(false, bilan.measure), { colour: (token) => token });
      const data = drawing.panels.flatMap(({ config }) =>
        config.data.datasets.flatMap((set) => set.data.map(drawnValue)),
      );
      const drawn = new Set(data.flat().filter((value) => value !== null && value !== 0));
      expect(drawn.size, chart.name).toBeGreaterThan(1);
      const listed = new Set(pointsOf(chart).map(({ mark }) => mark.value));
      expect(
        [...drawn].filter((value) => !listed.has(value)),
        chart.name,
      ).toEqual([]);
    }
  });

  it('has every figure it draws or writes in its table', () => {
    for (const chart of charts) {
      const cells = new Set(chart.table.rows.flat());
      for (const { series, name, mark } of pointsOf(chart))
        expect(cells, `${chart.name}, ${series}, ${name}`).toContain(wordsOf(mark));
    }
  });

  it('says at each point what its table says', () => {
    for (const chart of charts) {
      const cells = new Set(chart.table.rows.flat());
      const words = new Set(pointsOf(chart).map(({ mark }) => wordsOf(mark)));
      const tips = tipsOf(chart, false);
      expect(tips.length, chart.name).toBeGreaterThan(1);
      for (const { title, lines } of tips) {
        for (const text of lines) {
          const value = text.split('\u00A0: ').at(-1) ?? '';
          expect(cells, `${chart.name}, ${title}: ${value}`).toContain(value);
          expect([...words, 'à venir'], `${chart.name}, ${title}: ${value}`).toContain(value);
        }
      }
    }
  });

  it('has the same points for a desk and for a phone', () => {
    for (const chart of charts)
      expect(tipsOf(chart, true).map(({ title, lines }) => [title, lines])).toEqual(
        tipsOf(chart, false).map(({ title, lines }) => [title, lines]),
      );
  });

  it('describes its picture, in words that are neither its subtitle nor its reading', () => {
    for (const { name, alternative, subtitle, reading } of charts) {
      expect(alternative.length, name).toBeGreaterThan(subtitle.length);
      expect([subtitle, reading], name).not.toContain(alternative);
      expect(alternative, name).toMatch(/\d/);
    }
  });
});
