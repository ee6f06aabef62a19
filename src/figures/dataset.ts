import type { Dimensions } from './dimension.ts';

/** A column as codes into its distinct values. */
export interface Column {
  readonly codes: ArrayLike<number>;
  readonly values: readonly (string | number | boolean | null)[];
}

/** Entries of one file. Columns are those of `entrees.schema.json`. */
export interface EntryTable {
  readonly size: number;
  readonly columns: ReadonlyMap<string, Column>;
}

export interface SeatRow {
  readonly year: number;
  readonly formation: string;
  readonly basin: string;
  readonly seats: number;
}

export interface EventRow {
  readonly date: string;
  readonly kind: string;
  readonly basin: string;
  /** `null` when nobody counted. */
  readonly participants: number | null;
}

export interface Formation {
  readonly code: string;
  readonly title: string;
  readonly family: string;
  readonly familyLabel: string;
  readonly level: string;
  readonly rncp: string;
  readonly rome: string;
  readonly certifier: string;
}

export interface Commune {
  readonly code: string;
  readonly name: string;
  readonly departement: string;
  /** Basin id; the id of the rest of the region outside the basins. */
  readonly basin: string;
  readonly population: number;
}

/** Counts of one crossing of dimensions, as running totals by month: dense arrays. */
export interface Counts {
  readonly entries: Float64Array;
  readonly exits: Float64Array;
  readonly cohort: Float64Array;
}

/** Everything figures are computed from. */
export interface Dataset {
  readonly entries: readonly EntryTable[];
  readonly seats: readonly SeatRow[];
  readonly events: readonly EventRow[];
  readonly formations: ReadonlyMap<string, Formation>;
  readonly communes: ReadonlyMap<string, Commune>;
  readonly dimensions: Dimensions;
  /** Counts by crossing that an earlier run made of the same data; the tally adds its own. */
  readonly counted?: Map<string, Counts>;
}
