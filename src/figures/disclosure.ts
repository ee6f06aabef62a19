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

export const isSmallDenominator = (denominator: number, rules: DisclosureRules): boolean =>
  denominator < rules.minimumDenominator;
