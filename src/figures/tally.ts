import { type Calendar, monthIndex, type Period } from './calendar.ts';
import { dimensionLookup, type Lookup, lookup } from './coding.ts';
import type { Column, Counts, Dataset, EntryTable } from './dataset.ts';
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

/** Counts of one crossing, and where the values of its dimensions stand in them. */
interface Crossing extends Counts {
  readonly dimensions: readonly { readonly dimension: Dimension; readonly stride: number }[];
}

const STATES = REASONS.length + 1;
const CELLS = REASONS.length * SITUATIONS.length;

/** Answers any slice; each crossing of dimensions is counted once, in one pass over all records, and kept. */
export function createTally(dataset: Dataset, calendar: Calendar): (slice: Slice, period: Period) => Tallies {
  const crossings = new Map<string, Crossing>();
  const counted = dataset.counted ?? new Map<string, Counts>();
  let encoded: readonly EncodedTable[] | undefined;
  return (slice, period) => {
    const ids = dimensionsOf(slice);
    const key = ids.join();
    let crossing = crossings.get(key);
    if (!crossing) {
      const { dimensions, size } = layOut(ids, dataset);
      let counts = counted.get(key);
      if (!counts) {
        encoded ??= dataset.entries.map((table) => encodeTable(table, calendar));
        counts = countCrossing(dimensions, size, dataset, encoded, calendar.months.length);
        counted.set(key, counts);
      }
      crossing = { dimensions, ...counts };
      crossings.set(key, crossing);
    }
    return new CrossingTallies(crossing, slice, period, calendar.months.length);
  };
}

/** What a row adds to, whatever the crossing: months and outcome, as places in the counts of one cell. */
interface State {
  readonly entry: number;
  readonly cohort: number;
  /** −1 while in training. */
  readonly exit: number;
}

/** The rows of a table as their states, which are few: a row is then one number, and its weight. */
interface EncodedTable {
  readonly table: EntryTable;
  readonly weight: Lookup;
  /** Rank of each row's state; 0 for an entry outside the calendar, which is not counted. */
  readonly ranks: Uint16Array | Uint32Array;
  /** The states, from rank 1. */
  readonly states: readonly State[];
}

function encodeTable(table: EntryTable, calendar: Calendar): EncodedTable {
  const months = calendar.months.length;
  const month = (value: unknown): number => (typeof value === 'string' ? monthIndex(value, calendar) : -1);
  const rank = (list: readonly string[]) => (value: unknown) => list.indexOf(typeof value === 'string' ? value : '');
  const entered = lookup(column(table, 'date_entree'), month);
  const left = lookup(column(table, 'date_sortie'), month);
  const reason = lookup(column(table, 'motif_sortie'), rank(REASONS));
  const situation = lookup(column(table, 'situation'), rank(SITUATIONS));
  const states: State[] = [];
  const known = new Uint32Array(months * (months + 1) * CELLS);
  const ranks = known.length > 0xffff ? new Uint32Array(table.size) : new Uint16Array(table.size);
  for (let row = 0; row < table.size; row++) {
    const entry = at(entered, row);
    if (entry < 0) continue;
    const exitMonth = at(left, row);
    const cell = exitMonth < 0 ? 0 : at(reason, row) * SITUATIONS.length + at(situation, row);
    const key = (entry * (months + 1) + exitMonth + 1) * CELLS + cell;
    if (known[key] === 0) {
      const cohort = entry * STATES + (exitMonth < 0 ? STATES - 1 : at(reason, row));
      known[key] = states.push({ entry, cohort, exit: exitMonth < 0 ? -1 : exitMonth * CELLS + cell });
    }
    ranks[row] = known[key] as number;
  }
  return {
    table,
    ranks,
    states,
    weight: lookup(column(table, 'effectif'), (value) => (typeof value === 'number' ? value : 1)),
  };
}

function column(table: EntryTable, name: string): Column {
  const found = table.columns.get(name);
  if (!found) throw new Error(`no column ${name}`);
  return found;
}

/** The place of each dimension in the cells of a crossing, and how many cells there are. */
function layOut(ids: readonly DimensionId[], dataset: Dataset): Pick<Crossing, 'dimensions'> & { size: number } {
  let size = 1;
  const dimensions = ids.map((id) => {
    const dimension = dataset.dimensions.get(id);
    if (!dimension) throw new Error(`no dimension ${id}`);
    const stride = size;
    size *= dimension.values.length + 1;
    return { dimension, stride };
  });
  return { dimensions, size };
}

function countCrossing(
  dimensions: Crossing['dimensions'],
  size: number,
  dataset: Dataset,
  tables: readonly EncodedTable[],
  months: number,
): Counts {
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
  const { entries, exits, cohort } = crossing;
  return { entries, exits, cohort };
}

/** Numbers counted at once: cells of a crossing are taken in blocks when there are more. */
const BLOCK = 2_000_000;

/** Counts the rows of a table by cell and state, then adds each count where its state says. */
function addTable(crossing: Crossing, encoded: EncodedTable, dataset: Dataset, months: number): void {
  const width = encoded.states.length + 1;
  const dimensions = crossing.dimensions.map(({ dimension, stride }) =>
    dimensionLookup(dimension, dataset, (name) => column(encoded.table, name), stride * width),
  );
  const size = crossing.entries.length / months;
  const block = Math.max(1, Math.floor(BLOCK / width));
  for (let first = 0; first < size; first += block) {
    const counts = new Float64Array(Math.min(block, size - first) * width);
    countRows(counts, first * width, dimensions, encoded);
    addCounts(crossing, counts, first, encoded.states, months);
  }
}

/** The one loop over all rows that every crossing pays for: whole numbers, and nothing made on the way. */
function countRows(
  counts: Float64Array,
  first: number,
  dimensions: readonly Lookup[],
  { table, ranks, weight }: EncodedTable,
): void {
  const { length } = dimensions;
  for (let row = 0; row < table.size; row++) {
    let index = (ranks[row] as number) - first;
    for (let rank = 0; rank < length; rank++) index += at(dimensions[rank] as Lookup, row);
    if (index >= 0 && index < counts.length) counts[index] = (counts[index] as number) + at(weight, row);
  }
}

function addCounts(
  { entries, exits, cohort }: Crossing,
  counts: Float64Array,
  first: number,
  states: readonly State[],
  months: number,
): void {
  const add = (values: Float64Array, index: number, count: number): void => {
    values[index] = (values[index] as number) + count;
  };
  for (let start = 0, cell = first; start < counts.length; start += states.length + 1, cell++) {
    states.forEach(({ entry, cohort: became, exit }, rank) => {
      const count = counts[start + rank + 1] as number;
      if (count === 0) return;
      add(entries, cell * months + entry, count);
      add(cohort, cell * months * STATES + became, count);
      if (exit >= 0) add(exits, cell * months * CELLS + exit, count);
    });
  }
}

const at = ({ codes, numbers }: Lookup, row: number): number => numbers[codes[row] as number] as number;

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
