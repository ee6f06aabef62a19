import type { Chart as ChartJs } from 'chart.js';
import type { LinesChart } from '../chart.ts';
import {
  baseOptions,
  type Drawing,
  drawAfter,
  drawMark,
  type Frame,
  gridAxis,
  highest,
  markHeight,
  type Pen,
  silentAxis,
  writeWithheld,
} from '../drawing.ts';
import { spread, wrap } from '../labels.ts';
import { isProvisional, wordsOf } from '../points.ts';
import type { Theme } from '../theme.ts';
import { writeScale } from './months.ts';

type Line = LinesChart['lines'][number];

const NOTE_WIDTH = 150;
const NOTE_LINE = 16;

/** Lines over time: peak and last value written, provisional stretches dashed, breaks left open, notes where they belong. */
export function drawLines(chart: LinesChart, frame: Frame, theme: Theme): Drawing {
  const height = frame.phone ? 280 : 300;
  const names = chart.lines.map((line) => endLabel(line, chart.lines.length > 1));
  const right = Math.max(...names.map((name) => frame.measure(name, 600))) + 16;
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
            labels: chart.points.map(({ name }) => name),
            datasets: chart.lines.map((line) => ({
              data: line.marks.map((mark) => mark?.value ?? null),
              borderColor: theme.colour(line.colour),
              borderWidth: line.emphasis ? 3 : 2.25,
              borderJoinStyle: 'round' as const,
              pointRadius: 0,
              pointHoverRadius: 4,
              pointHoverBackgroundColor: theme.colour(line.colour),
              segment: {
                borderDash: ({ p1DataIndex }: { p1DataIndex: number }) =>
                  isProvisional(line.marks[p1DataIndex]) ? [5, 4] : undefined,
                borderColor: ({ p1DataIndex }: { p1DataIndex: number }) =>
                  chart.breaks.some(({ before }) => before === p1DataIndex) ? 'transparent' : undefined,
              },
            })),
          },
          options: {
            ...baseOptions({ top: markHeight(chart.mark) + 24, right, bottom: 44, left: 46 }),
            scales: { x: silentAxis, y: gridAxis(highest(chart.lines.flatMap(({ marks }) => marks))) },
          },
          plugins: [
            drawAfter(theme, (pen, drawn) => {
              drawMark(pen, chart.mark, frame.width);
              writeScale(pen, drawn);
              writeTime(pen, drawn, chart);
              for (const { before, label } of chart.breaks) writeBreak(pen, drawn, before, label);
              for (const note of chart.annotations) annotate(pen, drawn, note, frame);
              chart.lines.forEach((line) => {
                writePeak(pen, drawn, line);
              });
              for (const { marks } of chart.lines) writeWithheld(pen, drawn, marks);
              writeEnds(pen, drawn, chart.lines, names);
            }),
          ],
        },
      },
    ],
  };
}

const lastOf = ({ marks }: Line): number => marks.findLastIndex((mark) => mark?.value != null);

/** Name of a line where there are several, and its last value with `p` when it may still change. */
function endLabel(line: Line, named: boolean): string {
  const last = line.marks[lastOf(line)];
  return [named ? line.label : '', last ? wordsOf(last) : ''].filter(Boolean).join(' ');
}

const at = (drawn: ChartJs, index: number, value: number | null | undefined): { x: number; y: number } => ({
  x: drawn.scales.x?.getPixelForValue(index) ?? 0,
  y: drawn.scales.y?.getPixelForValue(value ?? 0) ?? 0,
});

function writeTime(pen: Pen, drawn: ChartJs, { points }: LinesChart): void {
  const { left, right, bottom } = drawn.chartArea;
  pen.line(
    [
      [left, bottom + 0.5],
      [right, bottom + 0.5],
    ],
    'ink',
  );
  points.forEach(({ label, era }, index) => {
    const { x } = at(drawn, index, 0);
    pen.text(label, x, bottom + 18, { align: 'center', colour: 'ink-2' });
    pen.text(era, x - 4, bottom + 36, { weight: 600 });
  });
}

/** A series that changes there: no line crosses, and words say what changes. */
function writeBreak(pen: Pen, drawn: ChartJs, before: number, label: string): void {
  const x = (at(drawn, before - 1, 0).x + at(drawn, before, 0).x) / 2;
  const { top, bottom } = drawn.chartArea;
  pen.line(
    [
      [x, top - 14],
      [x, bottom],
    ],
    'ink-3',
    1,
    [2, 3],
  );
  pen.text(label, x + 6, top - 6, { colour: 'ink-2' });
}

/** A note with a thread to its point: over the line where there is room above it, under it otherwise. */
function annotate(
  pen: Pen,
  drawn: ChartJs,
  { index, line, text }: LinesChart['annotations'][number],
  frame: Frame,
): void {
  const data = drawn.data.datasets[line]?.data as (number | null)[];
  const point = at(drawn, index, data[index]);
  const words = wrap(text, NOTE_WIDTH, frame.measure);
  const reach = point.x + Math.max(...words.map((row) => frame.measure(row)));
  const around = data
    .map((value, rank) => (value === null ? null : at(drawn, rank, value)))
    .flatMap((place) => (place && place.x >= point.x - 10 && place.x <= reach + 10 ? [place.y] : []));
  const above = Math.min(...around) - 12 - (words.length - 1) * NOTE_LINE;
  const isAbove = above - NOTE_LINE >= drawn.chartArea.top;
  const first = isAbove ? above : Math.max(...around) + 12 + NOTE_LINE;
  const last = first + (words.length - 1) * NOTE_LINE;
  pen.line(
    [
      [point.x, isAbove ? last + 4 : point.y + 6],
      [point.x, isAbove ? point.y - 6 : first - 13],
    ],
    'ink-3',
  );
  words.forEach((row, rank) => {
    pen.plate(row, point.x, first + rank * NOTE_LINE, { colour: 'ink-2' });
  });
  pen.dot(point.x, point.y, 3, { fill: 'paper', stroke: 'ink-3', width: 1.5 });
}

function writePeak(pen: Pen, drawn: ChartJs, line: Line): void {
  const most = highest(line.marks);
  const index = line.marks.findIndex((mark) => mark?.value === most);
  if (index < 0 || index === lastOf(line)) return;
  const { x, y } = at(drawn, index, most);
  pen.dot(x, y, 4, { fill: line.colour, stroke: 'paper', width: 1.5 });
  pen.text(line.marks[index]?.text ?? '', x, y - 10, { align: 'center', weight: 600 });
}

function writeEnds(pen: Pen, drawn: ChartJs, lines: readonly Line[], names: readonly string[]): void {
  const ends = lines.map((line) => ({ line, ...at(drawn, lastOf(line), line.marks[lastOf(line)]?.value) }));
  const heights = spread(
    ends.map(({ y }) => y),
    16,
  );
  ends.forEach(({ line, x, y }, index) => {
    pen.dot(x, y, 4, { fill: line.colour, stroke: 'paper', width: 1.5 });
    pen.text(names[index] ?? '', x + 9, (heights[index] ?? y) + 4.5, { weight: line.emphasis ? 600 : 400 });
  });
}
