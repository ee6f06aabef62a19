import type { Calendar, Period } from './calendar.ts';
import { CELLS, type Crossing, countCrossing, layOut, STATES, type StateTable, toStates } from './count.ts';
import type { Counts, Dataset } from './dataset.ts';
import type { Dimension } from './dimension.ts';
import { REASONS, type Reason, SITUATIONS, type Situation } from './exit-codes.ts';
import { dimensionsOf, type Slice } from './slice.ts';

export { REASONS, type Reason, SITUATIONS, type Situation };

/** Counts of entries on one slice and period; all are whole numbers of entries (weights included). */
export interface Tallies {
  readonly entries: number;
  /** Underway on the last day of the period. */
  readonly inTraining: number;
  /** Exits of the period, by reason and situation. */
  exits(reasons: readonly Reason[], situations: readonly Situation[]): number;
  /** Entries of the period by what became of them; `open` are still in training. */
  readonly cohort: Readonly<Record<Reason | 'open', number>>;
  /** Entries of the period that have ended, by reason and situation, whenever they ended. */
  cohortExits(reason: Reason, situations: readonly Situation[]): number;
}

/** « Known », as a value of a slice: any value of the dimension but an empty cell. */
export const KNOWN = '*';

/** Answers any slice; each crossing of dimensions is counted once, in one pass over all records, and kept. */
export function createTally(dataset: Dataset, calendar: Calendar): (slice: Slice, period: Period) => Tallies {
  const crossings = new Map<string, Crossing>();
  const counted = dataset.counted ?? new Map<string, Counts>();
  let tables: readonly StateTable[] | undefined;
  return (slice, period) => {
    const ids = dimensionsOf(slice);
    const key = ids.join();
    let crossing = crossings.get(key);
    if (!crossing) {
      const { dimensions, size } = layOut(ids, dataset);
      let counts = counted.get(key);
      if (!counts) {
        tables ??= dataset.entries.map((table) => toStates(table, calendar));
        counts = countCrossing(dimensions, size, dataset, tables, calendar.months.length);
        counted.set(key, counts);
      }
      crossing = { dimensions, ...counts };
      crossings.set(key, crossing);
    }
    return new CrossingTallies(crossing, slice, period, calendar.months.length);
  };
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
    const ended = (reason: Reason): number => this.cohortExits(reason, SITUATIONS);
    return {
      achevement: ended('achevement'),
      abandon: ended('abandon'),
      inconnu: ended('inconnu'),
      open: this.#total(this.#crossing.cohort, STATES, CELLS, this.#period.from),
    };
  }
  cohortExits(reason: Reason, situations: readonly Situation[]): number {
    const row = REASON_RANKS[reason] * SITUATIONS.length;
    return situations.reduce(
      (sum, situation) =>
        sum + this.#total(this.#crossing.cohort, STATES, row + SITUATION_RANKS[situation], this.#period.from),
      0,
    );
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
