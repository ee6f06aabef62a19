/** Days counted from 1 January 1970, in UTC: arithmetic without a clock or a time zone. */
export type DayNumber = number;

const MILLISECONDS = 86_400_000;

export const toDayNumber = (day: string): DayNumber => Date.parse(`${day}T00:00:00Z`) / MILLISECONDS;

export const toDay = (number: DayNumber): string => new Date(number * MILLISECONDS).toISOString().slice(0, 10);

export const yearOf = (number: DayNumber): number => Number(toDay(number).slice(0, 4));

const isMonday = (day: DayNumber): boolean => weekday(day) === 0;

/** 0 for Monday to 6 for Sunday. 1 January 1970 was a Thursday. */
export const weekday = (day: DayNumber): number => (day + 3) % 7;

/** Public holidays that fall on the same day every year. */
const HOLIDAYS = /-(01-01|05-01|05-08|11-11)$/;

/** The Mondays of a month, 1 to 12, on which a session may begin. */
export function mondaysOf(year: number, month: number): DayNumber[] {
  const first = toDayNumber(`${year}-${String(month).padStart(2, '0')}-01`);
  const days = Array.from({ length: 31 }, (_, index) => first + index);
  return days.filter((day) => isMonday(day) && monthOf(day) === month && !HOLIDAYS.test(toDay(day)));
}

const monthOf = (day: DayNumber): number => Number(toDay(day).slice(5, 7));
