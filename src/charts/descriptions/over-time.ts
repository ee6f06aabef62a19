import type { ChartBase, Mark, SeriesBreak, Token } from './base.ts';

/** Months of several years: one block of columns a year, hatched where the year is not over. */
export interface MonthsChart extends ChartBase {
  readonly kind: 'months';
  /** What the columns count: « Entrées ». */
  readonly measure: string;
  readonly blocks: readonly {
    readonly label: string;
    readonly total: string;
    readonly colour: Token;
    readonly incomplete: boolean;
    /** Twelve; `null` for a month still to come. */
    readonly months: readonly (Mark | null)[];
  }[];
  readonly breaks: readonly SeriesBreak[];
}

/** The same months of several years, one line a year. */
export interface SeasonChart extends ChartBase {
  readonly kind: 'season';
  readonly lines: readonly {
    readonly label: string;
    readonly colour: Token;
    readonly emphasis: boolean;
    /** Twelve; `null` for a month still to come. */
    readonly marks: readonly (Mark | null)[];
  }[];
  readonly breaks: readonly SeriesBreak[];
}

/** Columns side by side or stacked, one group a category. */
export interface ColumnsChart extends ChartBase {
  readonly kind: 'columns';
  readonly stacked: boolean;
  readonly categories: readonly {
    readonly label: string;
    /** In full, where the label is an initial. */
    readonly name: string;
    readonly detail: string;
    readonly incomplete: boolean;
  }[];
  readonly series: readonly {
    readonly label: string;
    readonly colour: Token;
    /** `null` where the series does not exist. */
    readonly marks: readonly (Mark | null)[];
  }[];
  readonly breaks: readonly SeriesBreak[];
}

/** Lines over any points in time, with the places where a series changes and notes on single points. */
export interface LinesChart extends ChartBase {
  readonly kind: 'lines';
  readonly points: readonly {
    /** On the axis, where there is room for it; `era` below it, where a year begins. */
    readonly label: string;
    readonly era: string;
    readonly name: string;
  }[];
  readonly lines: readonly {
    readonly label: string;
    readonly colour: Token;
    readonly emphasis: boolean;
    readonly marks: readonly (Mark | null)[];
  }[];
  readonly breaks: readonly SeriesBreak[];
  readonly annotations: readonly { readonly line: number; readonly index: number; readonly text: string }[];
}

/** The same months of two years, in a small drawing for each place, on one scale. */
export interface MultiplesChart extends ChartBase {
  readonly kind: 'multiples';
  readonly before: string;
  readonly after: string;
  readonly places: readonly {
    readonly label: string;
    readonly total: string;
    readonly colour: Token;
    readonly hollow: boolean;
    /** Twelve; `null` for a month still to come. */
    readonly before: readonly (Mark | null)[];
    readonly after: readonly (Mark | null)[];
  }[];
  /** Series 0 is the year after, series 1 the year before. */
  readonly breaks: readonly SeriesBreak[];
}
