import type { Figure } from '../figures/figure.ts';

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

interface ChartBase {
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

/** Months of several years: one block of columns a year, hatched where the year is not over. */
export interface MonthsChart extends ChartBase {
  readonly kind: 'months';
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

/** Horizontal bars with their names, and an optional reference tick on each. */
export interface BarsChart extends ChartBase {
  readonly kind: 'bars';
  readonly bars: readonly {
    readonly label: string;
    readonly colour: Token;
    /** Hollow bars stand for what lies outside the basins. */
    readonly hollow: boolean;
    readonly mark: Mark;
    readonly reference: Mark | null;
    readonly detail: string;
  }[];
  /** What the bars measure: « Entrées en formation ». */
  readonly measure: string;
  /** What the ticks measure, and the sentence of the key that explains them. */
  readonly reference: { readonly label: string; readonly key: string } | null;
}

/** Parts of a whole, one stacked bar a row, on one common base. */
export interface PartsChart extends ChartBase {
  readonly kind: 'parts';
  readonly parts: readonly { readonly label: string; readonly colour: Token; readonly light: boolean }[];
  readonly rows: readonly {
    readonly place: string;
    readonly label: string;
    readonly detail: string;
    /** Share of each part, 0 to 1, in the order of `parts`. */
    readonly marks: readonly Mark[];
    /** How many parts, from the first, the brace below the bar takes in. */
    readonly braced: number;
  }[];
}

/** Two dates of the same measure, joined: where each row came from and where it stands. */
export interface DumbbellChart extends ChartBase {
  readonly kind: 'dumbbell';
  readonly before: string;
  readonly after: string;
  readonly unit: 'percent' | 'count';
  readonly rows: readonly {
    readonly label: string;
    readonly colour: Token;
    readonly hollow: boolean;
    readonly from: Mark;
    readonly to: Mark;
  }[];
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

/** Two dates of the same measure, each row a line from one to the other: who passed whom. */
export interface SlopeChart extends ChartBase {
  readonly kind: 'slope';
  readonly before: string;
  readonly after: string;
  readonly rows: readonly {
    readonly label: string;
    readonly colour: Token;
    readonly hollow: boolean;
    readonly emphasis: boolean;
    readonly from: Mark;
    readonly to: Mark;
  }[];
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

export interface FlowNode {
  readonly label: string;
  readonly colour: Token;
  /** Colour of the band that leads to it. */
  readonly band: Token;
  readonly mark: Mark;
}

/** A closed cohort: all its entries, how they ended, what came next. */
export interface FlowChart extends ChartBase {
  readonly kind: 'flow';
  /** Names of the three columns. */
  readonly stages: readonly [string, string, string];
  readonly start: FlowNode;
  readonly branches: readonly (FlowNode & { readonly outcomes: readonly FlowNode[] })[];
}

/** A chart as data: no pixels, no functions. Drawn three times from the same description. */
export type Chart =
  | MonthsChart
  | SeasonChart
  | ColumnsChart
  | BarsChart
  | PartsChart
  | DumbbellChart
  | LinesChart
  | SlopeChart
  | MultiplesChart
  | FlowChart;
