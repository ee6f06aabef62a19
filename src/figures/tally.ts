import { type Calendar, monthIndex, type Period } from './calendar.ts';
import { codesOf, dimensionCoder } from './coding.ts';
import type { Column, Dataset, EntryTable } from './dataset.ts';
import type { Dimension, DimensionId } from './dimension.ts';
import { dimensionsOf, type Slice } from './slice.ts';

/** Reasons of an exit, in the order of the tally. */
export const REASONS = ['achevement', 'abandon', 'inconnu'] as const;
export type Reason = (typeof REASONS)[number];

/** Situations after an exit; the empty one has not been observed yet. */
export const SITUATIONS = [
  '',
  'emploi_durable',
  'emploi_court',
  'alternance',
  'creation_entreprise',
  'formation_qualifiante',
  'recherche_emploi',
  'autre',
  'inconnue',
] as const;
export type Situation = (typeof SITUATIONS)[number];

/** Counts of entries on one slice and period; all are whole numbers of entries (weights included). */
export interface Tallies {
  readonly entries: number;
  /** Underway on the last day of the period. */
  readonly inTraining: number;
  /** Exits of the period, by reason and situation. */
  exits(reasons: readonly Reason[], situations: readonly Situation[]): number;
  /** Entries of the period by what became of them; `open` are still in training. */
  readonly cohort: Readonly<Record<Reason | 'open', number>>;
}

/** « Known », as a value of a slice: any value of the dimension but an empty cell. */
export const KNOWN = '*';

/** Counts of one crossing of dimensions, as running totals by month: dense arrays, filled in one pass over the records. */
interface Crossing {
  readonly dimensions: readonly { readonly dimension: Dimension; readonly stride: number }[];
  readonly entries: Float64Array;
  readonly exits: Float64Array;
  readonly cohort: Float64Array;
}

const STATES = REASONS.length + 1;
const CELLS = REASONS.length * SITUATIONS.length;

/** Answers any slice; each crossing of dimensions is counted once, in one pass over all records, and kept. */
export function createTally(dataset: Dataset, calendar: Calendar): (slice: Slice, period: Period) => Tallies {
  const crossings = new Map<string, Crossing>();
  const encoded = dataset.entries.map((table) => encodeTable(table, calendar));
  return (slice, period) => {
    const ids = dimensionsOf(slice);
    const key = ids.join();
    let crossing = crossings.get(key);
    if (!crossing) {
      crossing = countCrossing(ids, dataset, encoded, calendar.months.length);
      crossings.set(key, crossing);
    }
    return new CrossingTallies(crossing, slice, period, calendar.months.length);
  };
}

/** The columns every crossing needs, as small numbers. */
export interface EncodedTable {
  readonly table: EntryTable;
  readonly entryMonth: Int16Array;
  readonly exitMonth: Int16Array;
  readonly reason: Int16Array;
  readonly situation: Int16Array;
  readonly weight: Float64Array;
}

export function encodeTable(table: EntryTable, calendar: Calendar): EncodedTable {
  const month = (value: unknown): number => (typeof value === 'string' ? monthIndex(value, calendar) : -1);
  const rank = (list: readonly string[]) => (value: unknown) => list.indexOf(typeof value === 'string' ? value : '');
  return {
    table,
    entryMonth: codesOf(column(table, 'date_entree'), month),
    exitMonth: codesOf(column(table, 'date_sortie'), month),
    reason: codesOf(column(table, 'motif_sortie'), rank(REASONS)),
    situation: codesOf(column(table, 'situation'), rank(SITUATIONS)),
    weight: Float64Array.from(codesOf(column(table, 'effectif'), (value) => (typeof value === 'number' ? value : 1))),
  };
}

function column(table: EntryTable, name: string): Column {
  const found = table.columns.get(name);
  if (!found) throw new Error(`no column ${name}`);
  return found;
}

function countCrossing(
  ids: readonly DimensionId[],
  dataset: Dataset,
  tables: readonly EncodedTable[],
  months: number,
): Crossing {
  let size = 1;
  const dimensions = ids.map((id) => {
    const dimension = dataset.dimensions.get(id);
    if (!dimension) throw new Error(`no dimension ${id}`);
    const stride = size;
    size *= dimension.values.length + 1;
    return { dimension, stride };
  });
  const crossing: Crossing = {
    dimensions,
    entries: new Float64Array(size * months),
    exits: new Float64Array(size * months * CELLS),
    cohort: new Float64Array(size * months * STATES),
  };
  for (const encoded of tables) addTable(crossing, encoded, dataset, months);
  accumulate(crossing.entries, months, 1);
  accumulate(crossing.exits, months, CELLS);
  accumulate(crossing.cohort, months, STATES);
  return crossing;
}

function addTable(crossing: Crossing, encoded: EncodedTable, dataset: Dataset, months: number): void {
  const { table, entryMonth, exitMonth, reason, situation, weight } = encoded;
  const { entries, exits, cohort } = crossing;
  const cells = cellsOf(crossing, table, dataset);
  for (let row = 0; row < table.size; row++) {
    const entered = entryMonth[row] as number;
    if (entered < 0) continue;
    const count = weight[row] as number;
    const entryCell = (cells[row] as number) * months + entered;
    entries[entryCell] = (entries[entryCell] as number) + count;
    const left = exitMonth[row] as number;
    const cohortCell = entryCell * STATES + (left < 0 ? STATES - 1 : (reason[row] as number));
    cohort[cohortCell] = (cohort[cohortCell] as number) + count;
    if (left < 0) continue;
    const exitCell =
      ((cells[row] as number) * months + left) * CELLS +
      (reason[row] as number) * SITUATIONS.length +
      (situation[row] as number);
    exits[exitCell] = (exits[exitCell] as number) + count;
  }
}

/** The cell of a crossing in which each row of a table is counted. */
function cellsOf(crossing: Crossing, table: EntryTable, dataset: Dataset): Int32Array {
  const cells = new Int32Array(table.size);
  for (const { dimension, stride } of crossing.dimensions) {
    const codes = dimensionCoder(dimension, dataset, (name) => column(table, name));
    for (let row = 0; row < cells.length; row++) cells[row] = (cells[row] as number) + stride * (codes[row] as number);
  }
  return cells;
}

/**
 * Turns monthly counts into running totals, so that any period is a difference of two of them.
 * `width` counts stand side by side for each cell and month.
 */
function accumulate(values: Float64Array, months: number, width: number): void {
  const block = months * width;
  for (let start = 0; start < values.length; start += block) {
    for (let index = start + width; index < start + block; index++) {
      values[index] = (values[index] as number) + (values[index - width] as number);
    }
  }
}

/** Reads one slice of a crossing, over one period. */
class CrossingTallies implements Tallies {
  readonly #crossing: Crossing;
  readonly #cells: readonly number[];
  readonly #period: Period;
  readonly #months: number;

  constructor(crossing: Crossing, slice: Slice, period: Period, months: number) {
    this.#crossing = crossing;
    this.#cells = matchingCells(crossing, slice);
    this.#period = period;
    this.#months = months;
  }

  get entries(): number {
    return this.#total(this.#crossing.entries, 1, 0, this.#period.from);
  }
  get inTraining(): number {
    return this.#total(this.#crossing.entries, 1, 0, 0) - this.#exits(0, REASONS, SITUATIONS);
  }
  get cohort(): Tallies['cohort'] {
    const state = (rank: number): number => this.#total(this.#crossing.cohort, STATES, rank, this.#period.from);
    return { achevement: state(0), abandon: state(1), inconnu: state(2), open: state(3) };
  }
  exits(reasons: readonly Reason[], situations: readonly Situation[]): number {
    return this.#exits(this.#period.from, reasons, situations);
  }

  #exits(from: number, reasons: readonly Reason[], situations: readonly Situation[]): number {
    let sum = 0;
    for (const reason of reasons) {
      const row = REASON_RANKS[reason] * SITUATIONS.length;
      for (const situation of situations)
        sum += this.#total(this.#crossing.exits, CELLS, row + SITUATION_RANKS[situation], from);
    }
    return sum;
  }

  /** Sum of one count from a month to the end of the period: a difference of two running totals a cell. */
  #total(values: Float64Array, width: number, rank: number, from: number): number {
    let sum = 0;
    for (const cell of this.#cells) {
      const base = cell * this.#months;
      sum += values[(base + this.#period.to) * width + rank] as number;
      if (from > 0) sum -= values[(base + from - 1) * width + rank] as number;
    }
    return sum;
  }
}

const ranks = <Key extends string>(list: readonly Key[]): Readonly<Record<Key, number>> =>
  Object.fromEntries(list.map((key, rank) => [key, rank])) as Record<Key, number>;
const REASON_RANKS = ranks(REASONS);
const SITUATION_RANKS = ranks(SITUATIONS);

/** Cells of a crossing that belong to a slice: one, or several for a group of values. */
function matchingCells(crossing: Crossing, slice: Slice): number[] {
  let cells = [0];
  for (const { dimension, stride } of crossing.dimensions) {
    const ranks = ranksOf(dimension, slice[dimension.id] ?? '');
    cells = cells.flatMap((cell) => ranks.map((rank) => cell + rank * stride));
  }
  return cells;
}

function ranksOf(dimension: Dimension, value: string): number[] {
  const group = dimension.groups.find(({ id }) => id === value);
  return dimension.values.flatMap(({ id }, index) =>
    value === KNOWN || id === value || group?.members.includes(id) ? [index + 1] : [],
  );
}
