import type { Quantity } from '../../french/quantity.ts';
import type { DimensionId } from '../dimension.ts';

/**
 * How a value stands to the number that is said: `near` is under it and close, `justAbove` over it and close,
 * `plain` is the number without any other word.
 */
export type Bound = 'above' | 'below' | 'atLeast' | 'atMost' | 'near' | 'justAbove' | 'about' | 'exactly' | 'plain';

/** What a sentence says about a figure, understood. */
export type Claim =
  /** « plus de 90 % », « la moitié », « 3 523 ». */
  | { readonly form: 'amount'; readonly bound: Bound; readonly quantity: Quantity }
  /** « entre 85 et 90 % ». */
  | { readonly form: 'between'; readonly low: Quantity; readonly high: Quantity }
  /** « doublé », « plus que triplé », « divisé par deux »: the ratio to an earlier year. */
  | { readonly form: 'multiple'; readonly bound: Bound; readonly factor: number }
  /** « en hausse », « en baisse de plus de 5 % », « stable ». */
  | {
      readonly form: 'trend';
      readonly direction: 'up' | 'down' | 'stable';
      readonly by?: { readonly bound: Bound; readonly quantity: Quantity };
    }
  /** « record », « au plus bas ». */
  | { readonly form: 'record'; readonly extreme: 'high' | 'low' }
  /** « le plus élevé des quatre bassins », « en tête », « deuxième », « avant-dernier ». */
  | {
      readonly form: 'rank';
      readonly rank: number;
      readonly from: 'high' | 'low';
      readonly among?: { readonly dimension: DimensionId; readonly count?: number };
    };

/** A claim, and the year it compares with when its words say it: « depuis 2022 ». */
export interface Wording {
  readonly claim: Claim;
  readonly since?: number;
  /** What the words count, « places », when they say it. */
  readonly noun?: string;
}

/** A wording inside a sentence, in UTF-16 units. */
export interface PlacedWording extends Wording {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** « n’a pas doublé »: what is said is the contrary of the claim. */
  readonly negated: boolean;
}
