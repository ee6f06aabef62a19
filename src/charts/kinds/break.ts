import type { Chart as ChartJs } from 'chart.js';
import type { Pen } from '../pen.ts';

const LINE = 18;

/** Room above the plot for the words of its breaks, which may have to stand above one another. */
export const breakRoom = (breaks: readonly unknown[]): number => breaks.length * LINE;

/** A series that changes there: a broken upright, and over it the words that say what changes. */
export function writeBreak(pen: Pen, { chartArea: { top, bottom }, width }: ChartJs, x: number, label: string): void {
  markBreak(pen, x, top - 10, bottom);
  const room = width - pen.widthOf(label);
  pen.give(label, Math.max(0, Math.min(x - 6, room)), top - 16, { colour: 'ink-2' });
}

/** The upright alone, where there is no room for words. */
export function markBreak(pen: Pen, x: number, top: number, bottom: number): void {
  pen.line(
    [
      [x, top],
      [x, bottom],
    ],
    'ink-3',
    1,
    [2, 3],
  );
}
