import { NBSP } from './number.ts';

const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const;

/** A calendar day, `AAAA-MM-JJ`. */
export type Day = string;
/** A calendar month, `AAAA-MM`. */
export type Month = string;

/** Month 1 to 12 in letters. */
export function monthName(month: number): string {
  const name = MONTHS[month - 1];
  if (!name) throw new RangeError(`no month ${month}`);
  return name;
}

/** First letter, as under an axis: J F M A M J J A S O N D. */
export const monthInitial = (month: number): string => monthName(month).charAt(0).toUpperCase();

const SHORT_MONTHS = 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'.split(' ');

/** Short form, as under a narrow axis: « janv. », « févr. », « mars »… */
export function monthShort(month: number): string {
  const name = SHORT_MONTHS[month - 1];
  if (!name) throw new RangeError(`no month ${month}`);
  return name;
}

function dayParts(day: Day): { year: string; month: number; date: number } {
  const [year = '', month = '', date = ''] = day.split('-');
  return { year, month: Number(month), date: Number(date) };
}

const dateInWords = (date: number): string => (date === 1 ? '1er' : String(date));

/** « 2025-09-01 » → « 1er septembre 2025 », in one unbreakable piece up to the month. */
export function formatDay(day: Day): string {
  const { year, month, date } = dayParts(day);
  return `${dateInWords(date)}${NBSP}${monthName(month)} ${year}`;
}

/** « 2024-03 » → « mars 2024 ». */
export function formatMonth(month: Month): string {
  const { year, month: number } = dayParts(month);
  return `${monthName(number)}${NBSP}${year}`;
}

/** A date known to the day, the month or the year only: « 14 avril 2025 », « septembre 2025 », « 2025 ». */
export function formatDate(date: Day | Month | string): string {
  const { length } = date.split('-');
  return length === 3 ? formatDay(date) : length === 2 ? formatMonth(date) : date;
}

/** Last day of a month, `AAAA-MM-JJ`. */
export function lastDayOf(month: Month): Day {
  const { year, month: number } = dayParts(month);
  const days = new Date(Date.UTC(Number(year), number, 0)).getUTCDate();
  return `${month}-${String(days).padStart(2, '0')}`;
}

/** « 2024-01-01/2024-12-31 » → « du 1er janvier au 31 décembre 2024 »; the year is said once when it is the same. */
export function formatPeriod(period: `${Day}/${Day}` | string): string {
  const [from = '', to = ''] = period.split('/');
  if (from === to) return `le ${formatDay(from)}`;
  const start = dayParts(from);
  const opening =
    start.year === dayParts(to).year ? `${dateInWords(start.date)}${NBSP}${monthName(start.month)}` : formatDay(from);
  return `du ${opening} au ${formatDay(to)}`;
}
