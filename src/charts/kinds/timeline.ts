import type { ChartDataset, Chart as ChartJs } from 'chart.js';
import type { Mark, SeriesBreak, Token } from '../chart.ts';
import { highest } from '../drawing.ts';
import type { Pen, TextStyle } from '../pen.ts';
import { isProvisional } from '../points.ts';
import type { Theme } from '../theme.ts';

/** What every line over time is made of, whatever the points under it. */
export interface TimeLine {
  readonly colour: Token;
  readonly emphasis: boolean;
  /** `null` for a point still to come. */
  readonly marks: readonly (Mark | null)[];
}

/** Distance between two names at the ends of lines. */
export const NAME_LINE = 16;

/** A line as Chart.js draws it: dashed where it is provisional, open where the series breaks. */
export const lineDataset = (line: TimeLine, theme: Theme, breaks: readonly number[]): ChartDataset<'line'> => ({
  data: line.marks.map((mark) => mark?.value ?? null),
  borderColor: theme.colour(line.colour),
  borderWidth: line.emphasis ? 3 : 2.25,
  borderJoinStyle: 'round',
  pointRadius: 0,
  pointHoverRadius: 4,
  pointHoverBackgroundColor: theme.colour(line.colour),
  pointHoverBorderColor: theme.colour('paper'),
  pointHoverBorderWidth: 1.5,
  segment: {
    borderDash: ({ p1DataIndex }) => (isProvisional(line.marks[p1DataIndex]) ? [5, 4] : undefined),
    borderColor: ({ p1DataIndex }) => (breaks.includes(p1DataIndex) ? 'transparent' : undefined),
  },
});

/** Place of a value in a drawing; that of zero when there is none. */
export const placeOf = (drawn: ChartJs, index: number, value: number | null | undefined): { x: number; y: number } => ({
  x: drawn.scales.x?.getPixelForValue(index) ?? 0,
  y: drawn.scales.y?.getPixelForValue(value ?? 0) ?? 0,
});

/** Where a line stops: its last known value, or its last point when none is known. */
export function endOf({ marks }: Pick<TimeLine, 'marks'>): number {
  const known = marks.findLastIndex((mark) => mark?.value != null);
  return known < 0 ? marks.findLastIndex((mark) => mark !== null) : known;
}

export function writeBaseLine(pen: Pen, { chartArea: { left, right, bottom } }: ChartJs): void {
  pen.line(
    [
      [left, bottom + 0.5],
      [right, bottom + 0.5],
    ],
    'ink',
  );
}

/** The dot a line ends on. */
export function writeEndDot(pen: Pen, drawn: ChartJs, line: TimeLine): void {
  const end = endOf(line);
  const value = line.marks[end]?.value;
  if (value == null) return;
  const { x, y } = placeOf(drawn, end, value);
  pen.dot(x, y, 4, { fill: line.colour, stroke: 'paper', width: 1.5 });
}

/** A dot for each value whose neighbours are withheld: no line leads to it. */
export function writeLonely(pen: Pen, drawn: ChartJs, { colour, marks }: TimeLine): void {
  const isKnown = (index: number): boolean => marks[index]?.value != null;
  marks.forEach((mark, index) => {
    if (mark?.value == null || isKnown(index - 1) || isKnown(index + 1)) return;
    const { x, y } = placeOf(drawn, index, mark.value);
    pen.dot(x, y, 2.5, { fill: colour });
  });
}

/** The highest value of a line, where it is not its end. */
export function writePeak(pen: Pen, drawn: ChartJs, line: TimeLine, radius = 4): void {
  const most = highest(line.marks);
  const index = line.marks.findIndex((mark) => mark?.value != null && mark.value === most);
  const mark = line.marks[index];
  if (!mark) return;
  const { x, y } = placeOf(drawn, index, most);
  pen.dot(x, y, radius, { fill: line.colour, stroke: 'paper', width: 1.5 });
  pen.give(mark.text, x, y - radius * 2 - 1.5, { align: 'center', weight: 600 });
}

/** Text in the look of a line: strong for the line that is, in its colour for the one that has letters of its own. */
const lookOf = ({ emphasis, colour }: TimeLine): TextStyle => ({
  weight: emphasis ? 600 : 400,
  colour: colour === 'minium' ? 'accent' : emphasis ? 'ink' : 'ink-2',
});

/** Points without value: the sign that says why stands on the base line, in the look of its line; two signs of one point stand above each other. */
export function writeSigns(pen: Pen, drawn: ChartJs, lines: readonly TimeLine[]): void {
  for (const line of lines)
    line.marks.forEach((mark, index) => {
      if (mark?.value !== null || !mark) return;
      const { x } = placeOf(drawn, index, 0);
      pen.give(mark.text, x, drawn.chartArea.bottom - 4, { ...lookOf(line), align: 'center' });
    });
}

/** Breaks of one line, as the points before which it is open. */
export const breaksOf = (breaks: readonly SeriesBreak[], series: number): number[] =>
  breaks.filter((one) => one.series === series).map(({ before }) => before);

/** Where a break stands: between its point and the one before, or at the start. */
export const breakPlace = (drawn: ChartJs, before: number): number =>
  (placeOf(drawn, Math.max(0, before - 1), 0).x + placeOf(drawn, before, 0).x) / 2;
