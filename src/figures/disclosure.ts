import type { Count } from './compute.ts';

/**
 * Primary disclosure control: which numbers are too small to be shown.
 * Thresholds are settings; the default hides counts from 1 to 4 and rates over fewer than 20. Zero stays visible.
 * They count entries, and four entries may be one person.
 */
export interface DisclosureRules {
  /** Counts from 1 to one less than this are withheld. */
  readonly minimumCount: number;
  /** Rates over fewer than this are withheld. */
  readonly minimumDenominator: number;
}

export const isSmallCount = (count: number, rules: DisclosureRules): boolean =>
  count >= 1 && count < rules.minimumCount;

/** Seats, actions and money are nobody's records. */
export const isPersonal = ({ indicator }: Pick<Count, 'indicator'>): boolean =>
  indicator.material === 'records' || indicator.material === 'records and seats';

/**
 * The counts of entries that a figure tells its reader: its value, or both terms of a rate and what is left between
 * them, since a rate over a known denominator gives its numerator, and a share gives its complement.
 */
export function countsTold({ indicator, result, exposed }: Count): readonly number[] {
  if (indicator.material === 'records and seats' || result === null) return exposed;
  if (typeof result === 'number') return [result];
  const { numerator, denominator } = result;
  return denominator === 0 ? [0] : [numerator, denominator, denominator - numerator];
}

/** True for a figure that is withheld for its own sake. */
export function isTooSmall(count: Count, rules: DisclosureRules): boolean {
  if (!isPersonal(count)) return false;
  const { result } = count;
  const isFragile =
    result !== null &&
    typeof result !== 'number' &&
    result.denominator > 0 &&
    result.denominator < rules.minimumDenominator;
  return isFragile || countsTold(count).some((told) => isSmallCount(told, rules));
}
