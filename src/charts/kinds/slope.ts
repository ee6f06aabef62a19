import type { Chart as ChartJs } from 'chart.js';
import { silentAxis } from '../axes.ts';
import type { SlopeChart } from '../chart.ts';
import { baseOptions, type Drawing, drawAfter, drawMark, type Frame, markHeight } from '../drawing.ts';
import { spread } from '../labels.ts';
import type { Pen } from '../pen.ts';
import { wordsOf } from '../points.ts';
import type { Theme } from '../theme.ts';

type Row = SlopeChart['rows'][number];

const LINE = 17;

/** A row that has no line, for want of a value at one end: words under the drawing stand for it. */
const isHidden = ({ from, to }: Row): boolean => from.value === null || to.value === null;

/** Two dates, one line a row: names at the right end, values at both, moved apart where they would touch. */
export function drawSlope(chart: SlopeChart, frame: Frame, theme: Theme): Drawing {
  const top = markHeight(chart.mark) + 30;
  const foot = 8 + chart.rows.filter(isHidden).length * LINE;
  const height = top + Math.max(frame.phone ? 230 : 250, chart.rows.length * LINE * 2) + foot;
  const values = chart.rows.flatMap(({ from, to }) => [from.value, to.value]).filter((value) => value !== null);
  const [least, most] = values.length > 0 ? [Math.min(...values), Math.max(...values)] : [0, 1];
  const margin = (most - least) * 0.06 || 0.01;
  const left =
    Math.max(frame.measure(chart.before), ...chart.rows.map(({ from }) => frame.measure(wordsOf(from)))) + 14;
  const right =
    Math.max(...chart.rows.map(({ to, label }) => frame.measure(wordsOf(to), 600) + frame.measure(label))) + 26;
  // Steep or flat, a slope is read over a short distance: the drawing never fills a desk.
  const spare = frame.phone ? 0 : Math.max(0, frame.width - left - right - 320);
  return {
    width: frame.width,
    height,
    panels: [
      {
        x: 0,
        y: 0,
        width: frame.width,
        height,
        config: {
          type: 'line',
          data: {
            labels: [chart.before, chart.after],
            datasets: chart.rows.map((row) => ({
              data: [row.from.value, row.to.value],
              borderColor: theme.colour(row.colour),
              borderWidth: row.emphasis ? 3 : 2.25,
              borderDash: row.hollow ? [5, 4] : [],
              pointRadius: 0,
            })),
          },
          options: {
            ...baseOptions({ top, right: right + spare / 2, bottom: foot, left: left + spare / 2 }),
            scales: { x: silentAxis, y: { ...silentAxis, min: least - margin, max: most + margin } },
          },
          plugins: [
            drawAfter(theme, (pen, drawn) => {
              drawMark(pen, chart.mark, frame.width);
              writeEnds(pen, drawn, chart, frame, top - 12);
            }),
          ],
        },
      },
    ],
  };
}

function writeEnds(pen: Pen, drawn: ChartJs, chart: SlopeChart, frame: Frame, head: number): void {
  const { left, right, top, bottom } = drawn.chartArea;
  for (const [x, label, align, weight] of [
    [left, chart.before, 'right', 400],
    [right, chart.after, 'left', 600],
  ] as const) {
    pen.line(
      [
        [x, top],
        [x, bottom],
      ],
      'hair',
    );
    pen.text(label, x, head, { align, weight, ...(weight === 400 ? { colour: 'ink-2' } : {}) });
  }
  const heightOf = (value: number | null): number => drawn.scales.y?.getPixelForValue(value ?? 0) ?? 0;
  chart.rows.filter(isHidden).forEach(({ label, from, to }, rank) => {
    pen.text(`${label}\u00A0: ${from.text} puis ${to.text}`, 0, bottom + (rank + 1) * LINE, { colour: 'ink-2' });
  });
  const rows = chart.rows.filter((row) => !isHidden(row));
  const starts = spread(
    rows.map(({ from }) => heightOf(from.value)),
    LINE,
  );
  const ends = spread(
    rows.map(({ to }) => heightOf(to.value)),
    LINE,
  );
  rows.forEach((row, index) => {
    writeRow(pen, row, { left, right }, [heightOf(row.from.value), heightOf(row.to.value)], frame, [
      starts[index] ?? 0,
      ends[index] ?? 0,
    ]);
  });
}

function writeRow(
  pen: Pen,
  row: Row,
  { left, right }: { left: number; right: number },
  [from, to]: readonly [number, number],
  frame: Frame,
  [start, end]: readonly [number, number],
): void {
  pen.dot(left, from, 4, { fill: 'paper', stroke: row.colour, width: 2 });
  pen.dot(right, to, 4.5, { fill: row.hollow ? 'paper' : row.colour, stroke: row.colour, width: 2 });
  pen.text(wordsOf(row.from), left - 10, start + 4.5, { align: 'right', colour: 'ink-2' });
  pen.text(wordsOf(row.to), right + 11, end + 4.5, { weight: 600 });
  const name = right + 19 + frame.measure(wordsOf(row.to), 600);
  pen.text(row.label, name, end + 4.5, { weight: row.emphasis ? 600 : 400 });
}
