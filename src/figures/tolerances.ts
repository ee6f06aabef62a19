import { formatPercent, formatPoints } from '../french/number.ts';
import type { Precision } from './published.ts';

/**
 * How far a value may stand from the words that say it: here and nowhere else. Shares are relative to the number said;
 * points are for rates, as fractions (0.015 is 1,5 point).
 */
export const LIMITS = {
  /** « près de », « presque ». */
  near: { share: 0.05, points: 0.015 },
  /** « environ », and round numbers in words: « une centaine ». */
  about: { share: 0.05, points: 0.02 },
  /** « la moitié », « neuf sur dix », without any other word. */
  fraction: { points: 0.015 },
  /** « doublé », « triplé », without any other word. */
  multiple: { share: 0.05 },
  /** « stable »; « en hausse » and « en baisse » begin beyond. */
  stable: { share: 0.02, points: 0.01 },
  /** « plus de », « moins de », « au moins », « au plus »: beyond, true words mislead. */
  far: { share: 0.1, points: 0.05, times: 1 },
  /** Ranks and records of rates. */
  rank: { points: 0.01, denominator: 100 },
  /** A map colours a rate only when it spreads over more. */
  colour: { points: 0.05 },
} as const;

export interface Tolerance {
  /** The words, as an editor or `publies.csv` writes them. */
  readonly words: string;
  readonly meaning: string;
  /** The precision of `publies.csv` that the row is about, if it is about one. */
  readonly precision?: Precision;
  /** For counts, amounts and multiples. */
  readonly number: string;
  /** For rates. */
  readonly rate: string;
}

const percent = (share: number): string => formatPercent(share, 0);
const points = (fraction: number): string => formatPoints(fraction * 100, Number.isInteger(fraction * 100) ? 0 : 1);
const within = (text: string): string => `à ${text} près`;

/** The table that the editors' guide shows: every word that has a tolerance, and the precisions of `publies.csv`. */
export const TOLERANCES: readonly Tolerance[] = [
  {
    words: 'un nombre seul',
    meaning: 'la valeur, arrondie aux décimales écrites',
    number: 'arrondi',
    rate: 'arrondi',
  },
  {
    words: 'exactement N',
    meaning: 'la valeur non arrondie est N',
    number: 'aucune',
    rate: 'aucune',
  },
  {
    words: 'près de N, presque N',
    meaning: 'au-dessous de N, et non loin',
    number: `${percent(LIMITS.near.share)} au-dessous`,
    rate: `${points(LIMITS.near.points)} au-dessous`,
  },
  {
    words: 'environ N, une centaine',
    meaning: 'de part et d’autre de N',
    number: within(percent(LIMITS.about.share)),
    rate: within(points(LIMITS.about.points)),
  },
  {
    words: 'la moitié, trois quarts, neuf sur dix',
    meaning: 'fraction en lettres, seule',
    number: '–',
    rate: within(points(LIMITS.fraction.points)),
  },
  {
    words: 'doublé, triplé, trois fois plus',
    meaning: 'rapport entre deux années, seul',
    number: within(percent(LIMITS.multiple.share)),
    rate: within(percent(LIMITS.multiple.share)),
  },
  {
    words: 'stable',
    meaning: 'variation entre deux années\u202F; au-delà, en hausse ou en baisse',
    number: within(percent(LIMITS.stable.share)),
    rate: within(points(LIMITS.stable.points)),
  },
  {
    words: 'plus de N, moins de N, au moins N, au plus N',
    meaning: 'la valeur non arrondie\u202F; avertissement quand elle est bien plus loin',
    number: `aucune\u202F; avertissement au-delà de ${percent(LIMITS.far.share)}`,
    rate: `aucune\u202F; avertissement au-delà de ${points(LIMITS.far.points)}`,
  },
  {
    words: 'record, en tête, le plus élevé, deuxième',
    meaning: 'refusé quand l’écart est trop petit, ou l’effectif',
    number: 'aucun ex æquo',
    rate: `écart d’au moins ${points(LIMITS.rank.points)}, dénominateurs d’au moins ${LIMITS.rank.denominator}`,
  },
  {
    words: 'publies.csv\u00A0: exact',
    precision: 'exact',
    meaning: 'la valeur, arrondie comme elle a été publiée',
    number: 'arrondi',
    rate: 'arrondi',
  },
  {
    words: 'publies.csv\u00A0: plus_de',
    precision: 'plus_de',
    meaning: 'plus que N',
    number: 'aucune',
    rate: 'aucune',
  },
  {
    words: 'publies.csv\u00A0: pres_de',
    precision: 'pres_de',
    meaning: 'N, ou un peu moins',
    number: `${percent(LIMITS.near.share)} au-dessous`,
    rate: `${points(LIMITS.near.points)} au-dessous`,
  },
  {
    words: 'publies.csv\u00A0: environ',
    precision: 'environ',
    meaning: 'N, à peu de chose près',
    number: within(percent(LIMITS.about.share)),
    rate: within(points(LIMITS.about.points)),
  },
];
