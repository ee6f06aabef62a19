import type { Figure } from '../figures/figure.ts';

/** A cell is text, or a figure that the page formats and marks. */
export type Cell = string | Figure;

export interface TableRow {
  readonly head: string;
  /** Colour key before the row's head. */
  readonly place?: string;
  readonly hollow?: boolean;
  readonly cells: readonly Cell[];
  /** Between two ink rules: totals. */
  readonly total?: boolean;
}

/** A table as data: what stands above, in and below it. */
export interface Table {
  readonly name: string;
  readonly subtitle: string;
  readonly head: string;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  readonly note: string;
  /** Columns of words, set to the left. */
  readonly prose?: readonly number[];
}
