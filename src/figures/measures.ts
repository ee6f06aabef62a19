import { type Calendar, type Period, periodOf } from './calendar.ts';
import type { Dataset } from './dataset.ts';
import { DIMENSION_IDS, type DimensionId } from './dimension.ts';
import type { Material, Measures } from './indicator.ts';
import { dimensionsOf, type Slice } from './slice.ts';
import { createTally, KNOWN, type Tallies } from './tally.ts';

const SEAT_DIMENSIONS: readonly DimensionId[] = ['bassin', 'famille', 'formation', 'niveau'];
const EVENT_DIMENSIONS: readonly DimensionId[] = ['bassin', 'type'];
const RECORD_DIMENSIONS: readonly DimensionId[] = DIMENSION_IDS.filter((id) => id !== 'type');

/** Dimensions each material can be told apart by. */
export const dimensionsOfMaterial = (material: Material): readonly DimensionId[] =>
  material === 'records' ? RECORD_DIMENSIONS : material === 'events' ? EVENT_DIMENSIONS : SEAT_DIMENSIONS;

/** Answers what indicators ask of the data; pure, and lazy: nothing is counted that is not asked for. */
export function createMeasures(dataset: Dataset, calendar: Calendar): (slice: Slice) => Measures {
  const tally = createTally(dataset, calendar);
  const matcher = createMatcher(dataset);
  const seatsByYear = Map.groupBy(dataset.seats, (row) => row.year);
  const events = dataset.events.filter((row) => row.date >= calendar.eventsFrom && row.date <= calendar.eventsTo);
  const sources: Sources = {
    measure: (slice) => new SliceMeasures(slice, sources),
    records: (slice) => tally(slice, requirePeriod(slice, calendar)),
    seats(slice, years = yearsOf(slice, calendar)) {
      const rows = years.flatMap((year) => seatsByYear.get(year) ?? []);
      return sum(rows.filter(matcher(slice)), (row) => row.seats);
    },
    referenceYear: calendar.referenceYear,
    events(slice) {
      const matches = matcher(slice);
      return events.filter((row) => inTime(row.date, slice) && matches(row));
    },
  };
  return sources.measure;
}

interface Sources {
  readonly measure: (slice: Slice) => Measures;
  readonly records: (slice: Slice) => Tallies;
  readonly seats: (slice: Slice, years?: readonly number[]) => number;
  readonly referenceYear: number;
  readonly events: (slice: Slice) => Dataset['events'];
}

class SliceMeasures implements Measures {
  readonly slice: Slice;
  readonly #sources: Sources;
  #records: Tallies | undefined;

  constructor(slice: Slice, sources: Sources) {
    this.slice = slice;
    this.#sources = sources;
  }

  get elsewhere(): (slice: Slice) => Measures {
    return this.#sources.measure;
  }
  get records(): Tallies {
    this.#records ??= this.#sources.records(this.slice);
    return this.#records;
  }
  get seats(): number {
    return this.#sources.seats(this.slice);
  }
  get referenceSeats(): number {
    return this.#sources.seats(this.slice, [this.#sources.referenceYear]);
  }
  get events(): number {
    return this.#sources.events(this.slice).length;
  }
  get participants(): number {
    return sum(this.#sources.events(this.slice), (row) => row.participants ?? 0);
  }
}

function requirePeriod(slice: Slice, calendar: Calendar): Period {
  const period = periodOf(slice, calendar);
  if (!period) throw new RangeError(`no period for ${JSON.stringify(slice)}`);
  return period;
}

/** Years of seats that a slice covers; the years of the plan for « cumul ». */
export const yearsOf = (slice: Slice, calendar: Calendar): readonly number[] =>
  slice.annee === 'cumul' ? calendar.years : [slice.annee ?? Number(slice.mois?.slice(0, 4))];

function inTime(day: string, slice: Slice): boolean {
  if (slice.mois !== undefined) return day.startsWith(slice.mois);
  return slice.annee === 'cumul' || day.startsWith(String(slice.annee));
}

interface Row {
  readonly basin: string;
  readonly formation?: string;
  readonly kind?: string;
}

/** Whether rows of seats or events belong to a slice. */
function createMatcher({ dimensions, formations }: Dataset): (slice: Slice) => (row: Row) => boolean {
  const read: Readonly<Partial<Record<DimensionId, (row: Row) => string | undefined>>> = {
    bassin: (row) => row.basin,
    formation: (row) => row.formation,
    famille: (row) => formations.get(row.formation ?? '')?.family,
    niveau: (row) => formations.get(row.formation ?? '')?.level,
    type: (row) => row.kind,
  };
  return (slice) => {
    const tests = dimensionsOf(slice).map((id): ((row: Row) => boolean) => {
      const wanted = slice[id] ?? '';
      const members = dimensions.get(id)?.groups.find((group) => group.id === wanted)?.members ?? [wanted];
      return (row) => wanted === KNOWN || members.includes(read[id]?.(row) ?? '');
    });
    return (row) => tests.every((test) => test(row));
  };
}

const sum = <Item>(items: readonly Item[], value: (item: Item) => number): number =>
  items.reduce((total, item) => total + value(item), 0);
