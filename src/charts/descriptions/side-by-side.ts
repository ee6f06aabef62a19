import type { ChartBase, Mark, Token } from './base.ts';

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
