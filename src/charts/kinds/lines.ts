import type { Chart as ChartJs } from 'chart.js';
import { gridAxis, silentAxis } from '../axes.ts';
import type { LinesChart } from '../chart.ts';
import { baseOptions, type Drawing, drawAfter, drawMark, type Frame, highest, markHeight } from '../drawing.ts';
import { spreadWithin, wrap } from '../labels.ts';
import type { Pen } from '../pen.ts';
import { wordsOf } from '../points.ts';
import type { Theme } from '../theme.ts';
import { breakRoom, writeBreak } from './break.ts';
import { writeScale } from './months.ts';
import {
  breakPlace,
  breaksOf,
  endOf,
  lineDataset,
  NAME_LINE,
  placeOf,
  writeBaseLine,
  writeEndDot,
  writeLonely,
  writePeak,
  writeSigns,
} from './timeline.ts';

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
            datasets: chart.lines.map((line, rank) => lineDataset(line, theme, breaksOf(chart.breaks, rank))),
          },
          options: {
            ...baseOptions({ top: markHeight(chart.mark) + 24 + breakRoom(chart.breaks), right, bottom: 44, left: 46 }),
            scales: { x: silentAxis, y: gridAxis(highest(chart.lines.flatMap(({ marks }) => marks))) },
          },
          plugins: [
            drawAfter(theme, (pen, drawn) => {
              drawMark(pen, chart.mark, frame.width);
              writeScale(pen, drawn);
              writeTime(pen, drawn, chart);
              for (const line of chart.lines) {
                writeLonely(pen, drawn, line);
                writeEndDot(pen, drawn, line);
              }
              writeEnds(pen, drawn, chart.lines, names);
              for (const note of chart.annotations) annotate(pen, drawn, note, frame);
              for (const line of chart.lines) {
                if (highest(line.marks) !== line.marks[endOf(line)]?.value) writePeak(pen, drawn, line);
              }
              for (const { before, label } of chart.breaks) writeBreak(pen, drawn, breakPlace(drawn, before), label);
              writeSigns(pen, drawn, chart.lines);
            }),
          ],
        },
      },
    ],
  };
}

/** Name of a line where there are several, and its last value with `p` when it may still change. */
function endLabel(line: Line, named: boolean): string {
  const last = line.marks[endOf(line)];
  return [named ? line.label : '', last ? wordsOf(last) : ''].filter(Boolean).join(' ');
}

function writeTime(pen: Pen, drawn: ChartJs, { points }: LinesChart): void {
  writeBaseLine(pen, drawn);
  points.forEach(({ label, era }, index) => {
    const { x } = placeOf(drawn, index, 0);
    pen.text(label, x, drawn.chartArea.bottom + 18, { align: 'center', colour: 'ink-2' });
    pen.text(era, x - 4, drawn.chartArea.bottom + 36, { weight: 600 });
  });
}

/** A note with a thread to its point: over the line where there is room above it, under it otherwise. */
function annotate(
  pen: Pen,
  drawn: ChartJs,
  { index, line, text }: LinesChart['annotations'][number],
  frame: Frame,
): void {
  const data = drawn.data.datasets[line]?.data as (number | null)[];
  const point = placeOf(drawn, index, data[index]);
  const words = wrap(text, NOTE_WIDTH, frame.measure);
  const reach = point.x + Math.max(...words.map((row) => frame.measure(row)));
  const around = data
    .map((value, rank) => (value === null ? null : placeOf(drawn, rank, value)))
    .flatMap((place) => (place && place.x >= point.x - 10 && place.x <= reach + 10 ? [place.y] : []));
  if (around.length === 0) around.push(point.y);
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

/** Names of lines where they end, moved apart where they would touch. */
function writeEnds(pen: Pen, drawn: ChartJs, lines: readonly Line[], names: readonly string[]): void {
  const { top, bottom } = drawn.chartArea;
  const ends = lines.map((line) => ({ line, ...placeOf(drawn, endOf(line), line.marks[endOf(line)]?.value) }));
  const heights = spreadWithin(
    ends.map(({ y }) => y),
    NAME_LINE,
    top,
    bottom - 8,
  );
  ends.forEach(({ line, x }, index) => {
    pen.text(names[index] ?? '', x + 9, (heights[index] ?? 0) + 4.5, { weight: line.emphasis ? 600 : 400 });
  });
}
