import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { loadBilan } from '../bilan.ts';
import { readEnvironment } from '../settings/environment.ts';
import { buildChart, CHART_NAMES } from './catalogue/index.ts';
import { withSigns } from './catalogue/signs.ts';
import type { Chart, Mark } from './chart.ts';
import { pointsOf } from './points.ts';
import { renderChart } from './render.ts';
import { tipsOf } from './tips.ts';

const FIXTURE = resolve('src/site.test/fixture');
const { bilan } = await loadBilan(
  readEnvironment({ BILAN_DATA: `${FIXTURE}/data`, BILAN_CONTENT: `${FIXTURE}/content` }),
);
if (!bilan) throw new Error('the frozen edition does not load');
const { charts, measure } = bilan;

/** The chart with one of its figures withheld. */
function withheld(name: string, rank: number): Chart {
  const chart = structuredClone(buildChart(name, charts));
  const mark = pointsOf(chart)[rank]?.mark as { -readonly [Key in keyof Mark]: Mark[Key] };
  Object.assign(mark, { value: null, text: 's', status: 'secret' });
  return chart;
}

it.each(CHART_NAMES)(
  'a figure withheld from « %s » leaves its sign in the drawing and in the words of its point',
  (name) => {
    const chart = withheld(name, 1);
    for (const phone of [false, true])
      expect(renderChart(chart, phone, measure).markup).toMatch(/>(?:[^<]* )?s(?: puis [^<]*)?</);
    const lines = tipsOf(chart, false).flatMap((tip) => tip.lines);
    expect(lines.some((line) => line === 's' || line.endsWith('\u00A0: s'))).toBe(true);
  },
);

it.each(CHART_NAMES)(
  'the note of « %s » explains the sign of a withheld figure, and only where there is one',
  (name) => {
    const chart = withheld(name, 1);
    expect(withSigns({ ...chart, note: '' }).note).toContain('s : secret statistique.');
    const built = buildChart(name, charts);
    const isWithheld = pointsOf(built).some(({ mark }) => mark.status === 'secret');
    expect(built.note.includes('s\u00A0: secret statistique.')).toBe(isWithheld);
  },
);
