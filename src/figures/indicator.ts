import type { Noun } from '../french/agreement.ts';
import type { Slice } from './slice.ts';
import type { Tallies } from './tally.ts';

/** What an indicator may look at on one slice. Counts of entries come from records, the rest from other files. */
export interface Measures {
  /** The slice itself. */
  readonly records: Tallies;
  /** The same period, on another slice. */
  readonly elsewhere: (slice: Slice) => Measures;
  /** The slice that was asked for. */
  readonly slice: Slice;
  /** Seats opened over the years of the slice. */
  readonly seats: number;
  /** Seats opened the year before the plan, on the same slice. */
  readonly referenceSeats: number;
  readonly events: number;
  readonly participants: number;
}

/** Where an indicator's numbers come from: what can be asked of it, and what disclosure control protects. */
export type Material = 'records' | 'seats' | 'events' | 'records and seats';

/**
 * - `count`: a whole number of something;
 * - `rate`: a fraction from 0 to 1, with both terms;
 * - `multiple`: how many times another number.
 */
export type Kind = 'count' | 'rate' | 'multiple';

export interface Terms {
  readonly numerator: number;
  readonly denominator: number;
  /** Set when the answer cannot be given yet, whatever the terms. */
  readonly unavailable?: boolean;
}

/** One declaration holds all there is to know about an indicator; pages, guides and downloads read it. */
export interface Indicator {
  readonly id: string;
  /** French name, as a heading: « Taux d’achèvement ». */
  readonly label: string;
  readonly kind: Kind;
  readonly material: Material;
  /** What is counted, for agreement: « entrée », « entrées ». Rates are « fraction ». */
  readonly noun: Noun;
  /** One sentence: what the number says. */
  readonly definition: string;
  readonly numerator: string;
  readonly denominator: string;
  /** Champ: which records count. */
  readonly scope: string;
  /** When and how it is observed. */
  readonly observation: string;
  readonly source: string;
  /** What the number does not say. */
  readonly limits: string;
  /** Indicator of all that was asked, where a rate knows only those that answered: its response is their ratio. */
  readonly answeredBy?: string;
  /** What changed in the definition, by edition; nothing when it never did. */
  readonly history?: readonly { readonly edition: number; readonly change: string }[];
  /** A count, or the two terms of a rate. */
  readonly compute: (measures: Measures) => number | Terms;
  /** True when a year that is not over has no value at all: a year of seats against eight months of entries. */
  readonly wholeYearsOnly?: boolean;
  /** True when it reads situations, which are known months after the exit only: it is final once they all are. */
  readonly awaitsSituations?: boolean;
  /** True while the courses of the entries it follows may still end otherwise than they are counted. */
  readonly isOpen?: (measures: Measures) => boolean;
  /** Counts of entries that the value would give away to whoever knows the other terms. */
  readonly exposes?: (measures: Measures) => readonly number[];
}

export const isRate = (indicator: Indicator): boolean => indicator.kind === 'rate';
