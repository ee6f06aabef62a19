import { breakBetween } from './breaks.ts';
import { type Calendar, type Period, periodOf } from './calendar.ts';
import { type ChangeIndicator, isChange } from './changes.ts';
import type { Dataset } from './dataset.ts';
import type { Figure, FigureStatus } from './figure.ts';
import type { Indicator, Measures, Terms } from './indicator.ts';
import { createMeasures, yearsOf } from './measures.ts';
import { NOT_OBSERVED, WHO } from './outcomes.ts';
import { figureId, type Slice } from './slice.ts';

/** A figure before anyone has compared it with what was published. */
export type BareFigure = Omit<Figure, 'origin'>;

/** What an indicator counts on a slice, before disclosure control: never to be shown as it is. */
export interface Count {
  readonly indicator: Indicator;
  readonly slice: Slice;
  readonly status: Exclude<FigureStatus, 'secret'>;
  /** Known whenever it has a meaning; a rate over nothing still says that there is nothing. */
  readonly result: number | Terms | null;
  /** Counts of entries that the value gives away to whoever knows the rest. */
  readonly exposed: readonly number[];
}

/** Counts, then says, any indicator on any slice the calendar holds. */
export interface Computer {
  /** For an indicator that is no change. */
  count(indicator: Indicator, slice: Slice): Count;
  /** A count as a figure, or the trace of one that is withheld. */
  say(count: Count, isWithheld: boolean): BareFigure;
  /** A change, from the two figures as readers know them: what is withheld from them gives no change. */
  change(indicator: ChangeIndicator, slice: Slice, known: (of: Indicator, slice: Slice) => BareFigure): BareFigure;
}

export function createComputer(dataset: Dataset, calendar: Calendar): Computer {
  const measure = createMeasures(dataset, calendar);
  const frame = (indicator: Indicator, slice: Slice, outcome: Outcome): BareFigure => {
    const { firstDay, lastDay } = scopeOf(indicator, slice, calendar);
    return {
      id: figureId(indicator.id, slice),
      indicator: indicator.id,
      slice,
      unit: unitOf(indicator),
      period: `${firstDay}/${lastDay}`,
      ...outcome,
    };
  };
  return {
    count: (indicator, slice) => countValue(indicator, measure(slice), scopeOf(indicator, slice, calendar)),
    say: (count, isWithheld) => frame(count.indicator, count.slice, isWithheld ? nothing('secret') : sayResult(count)),
    change: (indicator, slice, known) =>
      frame(indicator, slice, computeChange(indicator, slice, scopeOf(indicator, slice, calendar), calendar, known)),
  };
}

type Outcome = Pick<Figure, 'value' | 'numerator' | 'denominator' | 'status'>;

const nothing = (status: FigureStatus): Outcome => ({
  value: null,
  numerator: null,
  denominator: null,
  status,
});

/** Unit of an indicator's values, in French. */
export function unitOf(indicator: Indicator): string {
  if (indicator.kind === 'rate')
    return isChange(indicator) && indicator.change.as === 'difference' ? 'points' : 'fraction';
  return indicator.noun.plural;
}

/** What of the calendar a figure covers. */
interface Scope {
  readonly firstDay: string;
  readonly lastDay: string;
  /** False when the data hold nothing at all about that time. */
  readonly exists: boolean;
  readonly complete: boolean;
  readonly provisional: boolean;
}

function scopeOf(indicator: Indicator, slice: Slice, calendar: Calendar): Scope {
  const period = periodOf(slice, calendar);
  if (indicator.material === 'seats') return seatScope(slice, calendar, period);
  if (!period) return absent(slice);
  if (indicator.material === 'events') return eventScope(period, calendar);
  const isAwaited = (indicator.awaitsSituations || slice.issue !== undefined) && !period.observed;
  return { ...period, exists: true, provisional: period.provisional || !period.complete || isAwaited };
}

function absent(slice: Slice): Scope {
  const year = slice.mois ?? String(slice.annee);
  const [first, last] = slice.mois ? [`${year}-01`, `${year}-28`] : [`${year}-01-01`, `${year}-12-31`];
  return { firstDay: first, lastDay: last, exists: false, complete: false, provisional: false };
}

/** Seats are known for whole years, the year before the plan included. */
function seatScope(slice: Slice, calendar: Calendar, period: Period | null): Scope {
  const years = yearsOf(slice, calendar);
  const exists = slice.mois === undefined && (period !== null || slice.annee === calendar.referenceYear);
  const last = years.at(-1) ?? 0;
  const over = calendar.cutOff >= `${last}-12-31`;
  return {
    firstDay: `${years[0]}-01-01`,
    lastDay: `${last}-12-31`,
    exists,
    complete: over,
    provisional: !over,
  };
}

function eventScope(period: Period, calendar: Calendar): Scope {
  const firstDay = period.firstDay > calendar.eventsFrom ? period.firstDay : calendar.eventsFrom;
  const lastDay = period.lastDay < calendar.eventsTo ? period.lastDay : calendar.eventsTo;
  const complete = firstDay === period.firstDay && lastDay === period.lastDay;
  return { firstDay, lastDay, exists: firstDay <= lastDay, complete, provisional: false };
}

function countValue(indicator: Indicator, measures: Measures, scope: Scope): Count {
  const { slice } = measures;
  const unknown = (status: Count['status'], result: Terms | null = null): Count => ({
    indicator,
    slice,
    status,
    result,
    exposed: [],
  });
  if (!scope.exists || (indicator.wholeYearsOnly && !scope.complete)) return unknown('sans-objet');
  const result = indicator.compute(measures);
  const status = scope.provisional || indicator.isOpen?.(measures) ? 'provisoire' : 'definitif';
  const exposed = indicator.exposes?.(measures) ?? [];
  if (typeof result === 'number') return { indicator, slice, status, result, exposed };
  if (result.unavailable) return unknown('indisponible');
  if (result.denominator === 0) return unknown(isAwaited(indicator, measures) ? 'indisponible' : 'sans-objet', result);
  return { indicator, slice, status, result, exposed };
}

function sayResult({ status, result }: Count): Outcome {
  if (result === null) return nothing(status);
  if (typeof result === 'number') return { ...nothing(status), value: result };
  const { numerator, denominator } = result;
  return denominator === 0 ? nothing(status) : { value: numerator / denominator, numerator, denominator, status };
}

/** True when a rate has no denominator only because the exits have not been observed yet. */
const isAwaited = (indicator: Indicator, measures: Measures): boolean =>
  indicator.material === 'records' && measures.records.exits(WHO.all, NOT_OBSERVED) > 0;

/**
 * Difference with the year before. Two whole years, neither of them provisional, of a series that does not break
 * between them, or there is nothing to compare.
 */
function computeChange(
  { change }: ChangeIndicator,
  slice: Slice,
  scope: Scope,
  calendar: Calendar,
  known: (of: Indicator, slice: Slice) => BareFigure,
): Outcome {
  if (typeof slice.annee !== 'number' || !scope.exists || !scope.complete) return nothing('sans-objet');
  const earlierSlice = { ...slice, annee: slice.annee - 1 };
  if (breakBetween(change.of.id, slice, earlierSlice, calendar)) return nothing('sans-objet');
  const [now, before] = [known(change.of, slice), known(change.of, earlierSlice)];
  for (const side of [now, before]) {
    if (side.status === 'provisoire') return nothing('sans-objet');
    if (side.value === null) return nothing(side.status);
  }
  const [after, earlier] = [now.value ?? 0, before.value ?? 0];
  if (change.as === 'difference') {
    const inPoints = change.of.kind === 'rate' ? 100 : 1;
    return { ...nothing('definitif'), value: (after - earlier) * inPoints };
  }
  if (earlier === 0) return nothing('sans-objet');
  const terms: Terms = { numerator: after - earlier, denominator: earlier };
  return { value: terms.numerator / terms.denominator, ...terms, status: 'definitif' };
}
