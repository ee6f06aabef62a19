import type { Figure } from '../figures/figure.ts';
import { findIndicator } from '../figures/registry.ts';
import { dimensionsOf } from '../figures/slice.ts';
import { foldAccents, tokenize } from '../french/tokens.ts';
import { LEAST_TELLING, matchingFigures } from './matching-figures.ts';
import { sentenceBounds } from './sentence.ts';
import { longWords, wordsOf } from './spoken-words.ts';
import type { TypedNumber } from './typed-numbers.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What the plan counts, and what its rates are rates of. */
const COUNTED = ['entree', 'sortie', 'place'];
const singular = (word: string): string => foldAccents(word).replace(/s$/, '');

/** Words that many labels hold, and many sentences that speak of something else: « taux de chômage ». */
const COMMON = new Set(['taux', 'part', 'parts', 'nombre', 'region', 'formation', 'premier', 'annee']);

/** So large a number of the whole region is equal to no figure by chance. */
const UNMISTAKABLE = 1000;

/**
 * Figures that have the value of a typed number and may be the one its sentence speaks of, the likeliest first: none
 * that counts something else than the word after the number (« 33 % des sorties » is no share of entries), and none that
 * the sentence does not name at all (« 8,9 % de chômage »).
 */
export function likelyFigures(number: TypedNumber, own: string, vocabulary: Vocabulary): readonly Figure[] {
  const next = tokenize(own.slice(number.end, number.end + 40)).slice(0, 2);
  const said = next.map(({ key }) => singular(key)).find((word) => COUNTED.includes(word));
  const isTelling = number.kind !== 'number' || number.value >= LEAST_TELLING;
  const words = wordsOf(own.slice(...sentenceBounds(own, number.start)));
  const heard = (figure: Figure): readonly string[] => spoken(figure, vocabulary).filter((word) => words.has(word));
  const isNamed = (figure: Figure): boolean =>
    said !== undefined ||
    heard(figure).some((word) => !COMMON.has(word) && !/^\d+$/.test(word)) ||
    (number.kind === 'number' && number.value >= UNMISTAKABLE && dimensionsOf(figure.slice).length === 0);
  return matchingFigures(number, vocabulary)
    .filter((figure) =>
      said ? subjectOf(figure) === said : isTelling || foldAccents(figure.unit).split(' ')[0] === next[0]?.key,
    )
    .filter(isNamed)
    .map((figure) => ({ figure, score: heard(figure).length }))
    .toSorted((a, b) => b.score - a.score)
    .map(({ figure }) => figure);
}

/** What a figure counts or is a part of: the first of « entrées », « sorties », « places » that says it. */
function subjectOf({ indicator }: Figure): string | undefined {
  const known = findIndicator(indicator);
  const text = known?.kind === 'count' ? known.noun.singular : (known?.denominator ?? '');
  return tokenize(text)
    .map(({ key }) => singular(key))
    .find((word) => COUNTED.includes(word));
}

/** Words that would name a figure in a sentence: its label, and those of its slice. */
function spoken({ indicator, slice }: Figure, { dimensions }: Vocabulary): readonly string[] {
  const labels = [...dimensions].flatMap(([id, { values, groups }]) =>
    [...values, ...groups].filter(({ id: value }) => value === String(slice[id])).map(({ label }) => label),
  );
  const time = [slice.annee, slice.mois].map((when) => String(when ?? ''));
  // A sentence that names a year leaves no doubt about it.
  return [findIndicator(indicator)?.label ?? '', ...labels, ...time, ...time].flatMap(longWords);
}
