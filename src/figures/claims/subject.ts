import { formatDay, formatMonth, lastDayOf } from '../../french/date.ts';
import { NBSP } from '../../french/number.ts';
import { breakBetween } from '../breaks.ts';
import type { Calendar } from '../calendar.ts';
import type { DimensionId, Dimensions } from '../dimension.ts';
import { type Figure, isKnown, type KnownFigure } from '../figure.ts';
import { STATUS_SIGNS } from '../format.ts';
import type { Indicator } from '../indicator.ts';
import { isAbove } from '../ranking.ts';
import { type Slice, sliceInWords } from '../slice.ts';

/** What a claim is about, and where the figures that it compares with are found. */
export interface Subject {
  readonly figure: KnownFigure;
  readonly indicator: Indicator;
  /** Year to compare with, when the tag gives one. */
  readonly since?: number;
  /** Dimension to rank in, when the tag gives one. */
  readonly by?: DimensionId;
  /** The same kind of figure elsewhere; `null` when the calendar or the data do not hold it. */
  readonly ask: (indicator: string, slice: Slice) => Figure | null;
  readonly calendar: Pick<Calendar, 'years' | 'referenceYear' | 'breaks'>;
  readonly dimensions: Dimensions;
}

export type Verdict =
  /** `caveats`: true, and yet a reader could be misled. */
  | { readonly outcome: 'true'; readonly caveats: readonly string[] }
  /** `truth`: the values, in words. */
  | { readonly outcome: 'false'; readonly truth: string }
  /** Cannot be said at all, whatever the values. */
  | { readonly outcome: 'refused'; readonly reason: string };

export const TRUE: Verdict = { outcome: 'true', caveats: [] };
export const refused = (reason: string): Verdict => ({ outcome: 'refused', reason });
export const verdict = (holds: boolean, truth: () => string): Verdict =>
  holds ? TRUE : { outcome: 'false', truth: truth() };

/** Both, or why they cannot be compared: without value, incomplete, or still provisional. */
export type Comparison<Figures> =
  | { readonly ok: true; readonly figures: Figures }
  | { readonly ok: false; readonly reason: string };

/** Figures of whole and final periods may be compared; the first that is not says why. */
export function comparable(figures: readonly Figure[], dimensions: Dimensions): Comparison<readonly KnownFigure[]> {
  for (const figure of figures) {
    const name = sliceInWords(figure.slice, dimensions);
    if (!isKnown(figure)) {
      const { meaning } = STATUS_SIGNS[figure.status as keyof typeof STATUS_SIGNS];
      return { ok: false, reason: `${name}${NBSP}: ${meaning}` };
    }
    if (!isWhole(figure))
      return { ok: false, reason: `${name}${NBSP}: période incomplète, arrêtée au ${lastDay(figure)}` };
    if (figure.status === 'provisoire') return { ok: false, reason: `${name}${NBSP}: encore provisoire` };
  }
  return { ok: true, figures: figures.filter(isKnown) };
}

/** Figures of two times may be compared unless the series breaks between them. */
export function comparableInTime(
  figures: readonly Figure[],
  { calendar, dimensions }: Pick<Subject, 'calendar' | 'dimensions'>,
): Comparison<readonly KnownFigure[]> {
  const [figure, ...others] = figures;
  for (const other of others) {
    const parting = figure && breakBetween(figure.indicator, figure.slice, other.slice, calendar);
    if (!parting) continue;
    const name = sliceInWords(other.slice, dimensions);
    const reason = `${name}${NBSP}: la série se rompt en ${formatMonth(parting.month)} (${parting.label})`;
    return { ok: false, reason };
  }
  return comparable(figures, dimensions);
}

const lastDay = (figure: Figure): string => formatDay(figure.period.split('/')[1] ?? '');

/** True when the figure covers the whole of the year or month it is about. */
export function isWhole({ slice, period }: Figure): boolean {
  if (slice.annee === 'cumul') return true;
  if (slice.mois !== undefined) return period.endsWith(lastDayOf(slice.mois));
  return period === `${slice.annee}-01-01/${slice.annee}-12-31`;
}

/** Equal but for the noise of floating point. */
export const isSame = (value: number, limit: number): boolean => !isAbove(value, limit) && !isAbove(limit, value);
