import { type Day, lastDayOf, type Month } from '../french/date.ts';
import type { DeclaredBreak } from './breaks.ts';
import type { Slice } from './slice.ts';

/** The time the report looks at: months from the start of the plan to the cut-off date. */
export interface Calendar {
  readonly start: Day;
  readonly cutOff: Day;
  readonly months: readonly Month[];
  readonly years: readonly number[];
  /** Year before the plan, to which seats are compared. */
  readonly referenceYear: number;
  /** Index of the first month that is still provisional. */
  readonly firstProvisional: number;
  /** Last month whose exits have all had time to be observed. */
  readonly lastObserved: Month;
  /** First and last day on which events are recorded. */
  readonly eventsFrom: Day;
  readonly eventsTo: Day;
  readonly breaks: readonly DeclaredBreak[];
}

export interface CalendarSettings {
  readonly start: Day;
  readonly cutOff: Day;
  readonly referenceYear: number;
  readonly provisionalMonths: number;
  /** Months after which the situation of an exit must have been observed. */
  readonly observationMonths: number;
  readonly eventsFrom: Day;
  readonly eventsTo: Day;
  readonly breaks?: readonly DeclaredBreak[];
}

/** Months the calendar knows, as `AAAA-MM`, and what follows from the cut-off. */
export function createCalendar(settings: CalendarSettings): Calendar {
  const months: Month[] = [];
  for (let month = settings.start.slice(0, 7); month <= settings.cutOff.slice(0, 7); month = nextMonth(month))
    months.push(month);
  const years = [...new Set(months.map((month) => Number(month.slice(0, 4))))];
  return {
    start: settings.start,
    cutOff: settings.cutOff,
    months,
    years,
    referenceYear: settings.referenceYear,
    firstProvisional: Math.max(0, months.length - settings.provisionalMonths),
    lastObserved: lastObservableMonth(settings.cutOff, settings.observationMonths),
    eventsFrom: settings.eventsFrom,
    eventsTo: settings.eventsTo,
    breaks: settings.breaks ?? [],
  };
}

/** Last month of exit whose situations have all had time to be observed, some months (a setting) before the cut-off. */
export function lastObservableMonth(cutOff: Day, months: number): Month {
  const whole = cutOff === lastDayOf(cutOff.slice(0, 7)) ? 0 : 1;
  const rank = Number(cutOff.slice(0, 4)) * 12 + Number(cutOff.slice(5, 7)) - 1 - whole - months;
  return `${Math.floor(rank / 12)}-${String((rank % 12) + 1).padStart(2, '0')}`;
}

function nextMonth(month: Month): Month {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

/** A stretch of months, both ends included, and how much it can be trusted. */
export interface Period {
  readonly from: number;
  readonly to: number;
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** False for a year whose last months are not observed yet. */
  readonly complete: boolean;
  /** True when a month of it may still change. */
  readonly provisional: boolean;
  /** False when the situation of some of its exits is still awaited. */
  readonly observed: boolean;
}

const remembered = new WeakMap<Calendar, Map<string | number | undefined, Period | null>>();

/** The period of a slice, or `null` when the calendar does not hold it. Worked out once a year, month or whole. */
export function periodOf(slice: Slice, calendar: Calendar): Period | null {
  const periods = remembered.get(calendar) ?? new Map<string | number | undefined, Period | null>();
  remembered.set(calendar, periods);
  const time = slice.mois ?? slice.annee;
  let period = periods.get(time);
  if (period === undefined) {
    period = findPeriod(slice, calendar);
    periods.set(time, period);
  }
  return period;
}

function findPeriod(slice: Slice, calendar: Calendar): Period | null {
  const { months } = calendar;
  const matches = (month: Month): boolean =>
    slice.mois !== undefined
      ? month === slice.mois
      : slice.annee === 'cumul' || Number(month.slice(0, 4)) === slice.annee;
  const from = months.findIndex(matches);
  if (from < 0) return null;
  const to = months.findLastIndex(matches);
  const last = lastDayOf(months[to] ?? '');
  const lastDay = last < calendar.cutOff ? last : calendar.cutOff;
  const yearIsWhole = slice.annee === 'cumul' || slice.mois !== undefined || lastDay === `${slice.annee}-12-31`;
  return {
    from,
    to,
    firstDay: from === 0 ? calendar.start : `${months[from]}-01`,
    lastDay,
    complete: yearIsWhole && (slice.mois === undefined || lastDay === last),
    provisional: to >= calendar.firstProvisional,
    observed: (months[to] ?? '') <= calendar.lastObserved,
  };
}

/** Index of the month of a day, −1 when it lies outside the calendar. */
export function monthIndex(day: Day, calendar: Calendar): number {
  if (day < calendar.start || day > calendar.cutOff) return -1;
  const [firstYear, firstMonth] = [Number(calendar.start.slice(0, 4)), Number(calendar.start.slice(5, 7))];
  return (Number(day.slice(0, 4)) - firstYear) * 12 + Number(day.slice(5, 7)) - firstMonth;
}
