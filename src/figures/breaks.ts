import type { Month } from '../french/date.ts';
import type { Calendar } from './calendar.ts';
import type { Slice } from './slice.ts';

/** Where an indicator changes its meaning: what comes before is not compared with what comes from that month on. */
export interface DeclaredBreak {
  readonly indicator: string;
  readonly month: Month;
  readonly label: string;
}

/**
 * The first break that parts two years, or two months, of an indicator, in whatever order; `null` when they may be
 * compared. A year that holds the break is on both of its sides, and compares with none before it; what is of one same
 * time is never parted.
 */
export function breakBetween(
  indicator: string,
  one: Slice,
  other: Slice,
  { breaks }: Pick<Calendar, 'breaks'>,
): DeclaredBreak | null {
  if (one.annee === other.annee && one.mois === other.mois) return null;
  const [first, last] = [one, other].map(spanOf).toSorted(([a], [b]) => (a < b ? -1 : 1)) as [Span, Span];
  return breaks.find((own) => own.indicator === indicator && first[0] < own.month && own.month <= last[1]) ?? null;
}

type Span = readonly [first: Month, last: Month];

const spanOf = ({ mois, annee }: Slice): Span => (mois ? [mois, mois] : [`${annee}-01`, `${annee}-12`]);
