import type { Answer } from '../figures/book.ts';
import type { Calendar } from '../figures/calendar.ts';
import type { Dimensions } from '../figures/dimension.ts';
import type { Figure } from '../figures/figure.ts';
import type { FreeNumbers } from './admitted-numbers.ts';
import type { AttributeValue } from './attributes.ts';
import { isSliceKey } from './slice-key.ts';

/** What chapters may name, from the other rooms. */
export interface Vocabulary {
  /** False when data are refused: texts are then judged by their form, and not by figures that lack something. */
  readonly hasSoundData: boolean;
  readonly ask: (indicator: string, slice: readonly (readonly [string, string | number])[]) => Answer;
  readonly defaultYear: number;
  readonly calendar: Pick<Calendar, 'years' | 'referenceYear' | 'breaks'>;
  readonly dimensions: Dimensions;
  readonly published: ReadonlyMap<string, { readonly text: string }>;
  /** Every figure that may be published. */
  readonly registered: () => Iterable<Figure>;
  /** Names and wordings in which numbers may be typed. */
  readonly free: FreeNumbers;
  readonly charts: readonly string[];
  /** Charts that take a basin. */
  readonly chartsByBasin: readonly string[];
  readonly tables: readonly string[];
  readonly indicators: readonly string[];
  readonly basins: readonly string[];
}

/** The slice a tag asks for; the year of the edition when it names no time. */
export function sliceOf(values: ReadonlyMap<string, AttributeValue>, defaultYear: number): [string, string | number][] {
  const pairs = [...values]
    .filter(([name]) => isSliceKey(name))
    .map(([name, value]): [string, string | number] => [name, String(value)]);
  return pairs.some(([name]) => name === 'annee' || name === 'mois') ? pairs : [['annee', defaultYear], ...pairs];
}

/** The answer to what a tag asks. */
export const askFigure = (values: ReadonlyMap<string, AttributeValue>, { ask, defaultYear }: Vocabulary): Answer =>
  ask(String(values.get('de')), sliceOf(values, defaultYear));
