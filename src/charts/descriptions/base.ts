import type { Figure } from '../../figures/figure.ts';

/** A colour by its role; the drawing resolves it to a CSS variable at build and to its value in the browser. */
export type Token = string;

/** One figure to draw, with the words a reader sees. */
export interface Mark extends Pick<Figure, 'id' | 'value' | 'unit' | 'status' | 'origin'> {
  /** « 3 523 », or the sign that says why there is no value. */
  readonly text: string;
}

/** A figure, and where it stands in a chart: « 2024 », « septembre ». */
export interface Point {
  readonly series: string;
  readonly name: string;
  readonly mark: Mark;
}

export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What every chart says of itself, whatever its kind. */
export interface ChartBase {
  /** Unique in the edition: prefix of ids, name of the downloads, anchor of the figure. */
  readonly name: string;
  /** Measure, period, unit. */
  readonly subtitle: string;
  readonly reading: string;
  readonly scope: string;
  readonly source: string;
  readonly note: string;
  /** Says what the picture shows to who does not see it. */
  readonly alternative: string;
  /** « Démonstration… », drawn inside the picture; `null` in any other edition. */
  readonly mark: string | null;
  /** The same data as the drawing. */
  readonly table: ChartTable;
  /** Figures written in the drawing beside its marks: totals, rates under a column. */
  readonly written: readonly Point[];
}

/** What changes between a point of a series and the one before it. */
export interface SeriesBreak {
  /** Rank of the line or of the block. */
  readonly series: number;
  readonly before: number;
  readonly label: string;
}
