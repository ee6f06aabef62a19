import { breakBetween } from './breaks.ts';
import type { Calendar } from './calendar.ts';
import { type Figure, isKnown, type KnownFigure } from './figure.ts';
import { LIMITS } from './tolerances.ts';

/** Why two figures have no order, or `null` when they have one. */
export type RankFault = 'same' | 'small' | 'close' | null;

/**
 * Whether one of two figures of the same indicator may be said to be above the other. The one judge of ranks,
 * superlatives and records: sentences, titles of charts and maps ask it. `same`: equal; and for rates (values with a
 * denominator) `small`: a denominator is under 100; `close`: they differ by less than one point. Rates are fractions,
 * changes of rates are in points.
 */
export function rankFault(one: KnownFigure, other: KnownFigure): RankFault {
  const gap = Math.abs(one.value - other.value);
  if (!isAbove(gap, 0)) return 'same';
  if (!isShare(one)) return null;
  if ([one, other].some(({ denominator }) => denominator !== null && denominator < LIMITS.rank.denominator))
    return 'small';
  return isAbove(inUnit(LIMITS.rank.points, one), gap) ? 'close' : null;
}

/**
 * The figure that may be said to be the highest, or `null` when none may: a peer is withheld or still provisional,
 * another is too near, or the series breaks among them. Figures without meaning are no peers.
 */
export function topOf(figures: readonly Figure[], calendar: Pick<Calendar, 'breaks'>): KnownFigure | null {
  const peers = figures.filter(({ status }) => status !== 'sans-objet');
  const known = peers.filter(isKnown);
  if (known.length < peers.length || peers.some(({ status }) => status === 'provisoire')) return null;
  const [first, ...others] = known.toSorted((one, other) => other.value - one.value);
  if (!first) return null;
  const isBelow = (other: KnownFigure): boolean =>
    rankFault(first, other) === null && !breakBetween(first.indicator, first.slice, other.slice, calendar);
  return others.every(isBelow) ? first : null;
}

/**
 * Whether a map may colour these figures. Counts always may; a rate only when the highest and the lowest are more than
 * five points apart: otherwise colours would show noise, and the map shows values instead.
 */
export function mayColour(figures: readonly KnownFigure[]): boolean {
  const [first] = figures;
  if (!first || !isShare(first)) return first !== undefined;
  const values = figures.map(({ value }) => value);
  return isAbove(Math.max(...values) - Math.min(...values), inUnit(LIMITS.colour.points, first));
}

const isShare = ({ unit }: KnownFigure): boolean => unit === 'fraction' || unit === 'points';
const inUnit = (fraction: number, { unit }: KnownFigure): number => (unit === 'points' ? fraction * 100 : fraction);

/** Above, but for the noise of floating point. */
const NOISE = 1e-12;
export const isAbove = (value: number, limit: number): boolean => value - limit > NOISE * Math.max(1, Math.abs(limit));
