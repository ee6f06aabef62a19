import type { Chart as ChartJs } from 'chart.js';
import { monthInitial, monthShort } from '../../french/date.ts';
import type { Mark, SeasonChart } from '../chart.ts';
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
import { spread } from '../labels.ts';
import { isProvisional } from '../points.ts';
import type { Theme } from '../theme.ts';
import { writeScale } from './months.ts';

type Line = SeasonChart['lines'][number];

/** One line a year over the twelve months; the year of the edition is the strong one, provisional months are dashed. */
export function drawSeason(chart: SeasonChart, frame: Frame, theme: Theme): Drawing {
  const height = frame.phone ? 280 : 300;
  const labelRoom = Math.max(...chart.lines.map((line) => frame.measure(line.label, 600))) + 12;
  const padding = { top: markHeight(chart.mark) + 20, right: labelRoom, bottom: 28, left: 40 };
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
            labels: Array.from({ length: 12 }, (_, index) => monthShort(index + 1)),
            datasets: chart.lines.map((line) => ({
              data: line.months.map((mark) => mark?.value ?? null),
              borderColor: theme.colour(line.colour),
              borderWidth: line.emphasis ? 3 : 2.25,
              borderJoinStyle: 'round' as const,
              pointRadius: 0,
              pointHoverRadius: 4,
              pointHoverBackgroundColor: theme.colour(line.colour),
              pointHoverBorderColor: theme.colour('paper'),
              pointHoverBorderWidth: 1.5,
              segment: {
                borderDash: ({ p1DataIndex }: { p1DataIndex: number }) =>
                  isProvisional(line.months[p1DataIndex]) ? [5, 4] : undefined,
              },
            })),
          },
          options: {
            ...baseOptions(padding),
            scales: {
              x: silentAxis,
              y: gridAxis(highest(chart.lines.flatMap((line) => line.months))),
            },
          },
          plugins: [
            drawAfter(theme, (pen, drawn) => {
              drawMark(pen, chart.mark, frame.width);
              writeScale(pen, drawn);
              writeMonthAxis(pen, drawn, frame);
              for (const { months } of chart.lines) writeWithheld(pen, drawn, months);
              writeLines(pen, drawn, chart.lines);
            }),
          ],
        },
      },
    ],
  };
}

function writeMonthAxis(pen: Pen, chart: ChartJs, frame: Frame): void {
  const { bottom, left, right } = chart.chartArea;
  pen.line(
    [
      [left, bottom + 0.5],
      [right, bottom + 0.5],
    ],
    'ink',
  );
  for (let month = 0; month < 12; month++) {
    const name = frame.phone ? monthInitial(month + 1) : monthShort(month + 1);
    pen.text(name, chart.scales.x?.getPixelForValue(month) ?? 0, bottom + 18, {
      align: 'center',
      colour: 'ink-2',
    });
  }
}

/** Name of each line at its end, moved apart where they meet; the peak of the strong line. */
function writeLines(pen: Pen, chart: ChartJs, lines: readonly Line[]): void {
  const place = (mark: Mark | null | undefined, month: number): { x: number; y: number } => ({
    x: chart.scales.x?.getPixelForValue(month) ?? 0,
    y: chart.scales.y?.getPixelForValue(mark?.value ?? 0) ?? 0,
  });
  const ends = lines.map((line) => {
    const last = line.months.findLastIndex((mark) => mark?.value != null);
    return { line, last, ...place(line.months[last], last) };
  });
  const heights = spread(
    ends.map((end) => end.y),
    16,
  );
  ends.forEach((end, index) => {
    pen.dot(end.x, end.y, 4, { fill: end.line.colour, stroke: 'paper', width: 1.5 });
    const weight = end.line.emphasis ? 600 : 400;
    if (end.last === 11) pen.text(end.line.label, end.x + 9, (heights[index] ?? end.y) + 4.5, { weight });
    else nameUnfinished(pen, end.line, end, place(end.line.months[0], 0), lines);
  });
  for (const line of lines.filter(({ emphasis }) => emphasis)) {
    const most = highest(line.months);
    const month = line.months.findIndex((mark) => mark?.value === most);
    const at = place(line.months[month], month);
    pen.dot(at.x, at.y, 4, { fill: line.colour, stroke: 'paper', width: 1.5 });
    pen.text(line.months[month]?.text ?? '', at.x, at.y - 10, { align: 'center', weight: 600 });
  }
}

/** A line that stops within the year crosses others where it stops: its name stands at its start when that is on top. */
function nameUnfinished(
  pen: Pen,
  line: Line,
  end: { x: number; y: number },
  start: { x: number; y: number },
  lines: readonly Line[],
): void {
  const first = line.months[0]?.value ?? 0;
  const onTop = lines.every((other) => (other.months[0]?.value ?? 0) <= first);
  const colour = line.colour === 'minium' ? 'accent' : 'ink';
  if (onTop) pen.text(line.label, start.x + 4, start.y - 9, { colour });
  else pen.plate(line.label, end.x + 9, end.y + 4.5, { colour });
}
