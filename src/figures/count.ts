import { type Calendar, monthIndex } from './calendar.ts';
import { dimensionLookup, type Lookup, lookup } from './coding.ts';
import type { Column, Counts, Dataset, EntryTable } from './dataset.ts';
import type { Dimension, DimensionId } from './dimension.ts';
import { REASONS, SITUATIONS } from './exit-codes.ts';

/** Counts of one crossing, and where the values of its dimensions stand in them. */
export interface Crossing extends Counts {
  readonly dimensions: readonly { readonly dimension: Dimension; readonly stride: number }[];
}

/** A reason and a situation: a way out. */
export const CELLS = REASONS.length * SITUATIONS.length;
/** What became of an entry: a way out, or, last, still in training. */
export const STATES = CELLS + 1;

/** What a row adds to, whatever the crossing: months and outcome, as places in the counts of one cell. */
interface State {
  readonly entry: number;
  readonly cohort: number;
  /** −1 while in training. */
  readonly exit: number;
}

/** The rows of a table as their states, which are few: a row is then one number, and its weight. */
export interface StateTable {
  readonly table: EntryTable;
  readonly weight: Lookup;
  /** Rank of each row's state; 0 for an entry outside the calendar, which is not counted. */
  readonly ranks: Uint16Array | Uint32Array;
  /** The states, from rank 1. */
  readonly states: readonly State[];
}

export function toStates(table: EntryTable, calendar: Calendar): StateTable {
  const months = calendar.months.length;
  const month = (value: unknown): number => (typeof value === 'string' ? monthIndex(value, calendar) : -1);
  const rank = (list: readonly string[]) => (value: unknown) => list.indexOf(typeof value === 'string' ? value : '');
  const entered = lookup(columnOf(table, 'date_entree'), month);
  const left = lookup(columnOf(table, 'date_sortie'), month);
  const reason = lookup(columnOf(table, 'motif_sortie'), rank(REASONS));
  const situation = lookup(columnOf(table, 'situation'), rank(SITUATIONS));
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
      const cohort = entry * STATES + (exitMonth < 0 ? CELLS : cell);
      known[key] = states.push({ entry, cohort, exit: exitMonth < 0 ? -1 : exitMonth * CELLS + cell });
    }
    ranks[row] = known[key] as number;
  }
  return {
    table,
    ranks,
    states,
    weight: lookup(columnOf(table, 'effectif'), (value) => (typeof value === 'number' ? value : 1)),
  };
}

function columnOf(table: EntryTable, name: string): Column {
  const found = table.columns.get(name);
  if (!found) throw new Error(`no column ${name}`);
  return found;
}

/** The place of each dimension in the cells of a crossing, and how many cells there are. */
export function layOut(ids: readonly DimensionId[], dataset: Dataset): Pick<Crossing, 'dimensions'> & { size: number } {
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

export function countCrossing(
  dimensions: Crossing['dimensions'],
  size: number,
  dataset: Dataset,
  tables: readonly StateTable[],
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
function addTable(crossing: Crossing, encoded: StateTable, dataset: Dataset, months: number): void {
  const width = encoded.states.length + 1;
  const dimensions = crossing.dimensions.map(({ dimension, stride }) =>
    dimensionLookup(dimension, dataset, (name) => columnOf(encoded.table, name), stride * width),
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
  { table, ranks, weight }: StateTable,
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
