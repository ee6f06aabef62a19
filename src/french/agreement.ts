import { formatInteger, formatShort, isPlural, NBSP, rounded } from './number.ts';

/** A noun, or a noun group, with its two forms: « issue positive », « issues positives ». */
export interface Noun {
  readonly singular: string;
  readonly plural: string;
}

/** The noun in the number that a value asks for. */
export const agree = (value: number, noun: Noun): string => (isPlural(value) ? noun.plural : noun.singular);

/** 1 → « 1 entrée », 2 → « 2 entrées », 0 → « 0 entrée », 1.9e6 → « 1,9 million d’entrées ». */
export function quantity(value: number, noun: Noun): string {
  if (Math.abs(value) < 1e6) return `${formatInteger(value)}${NBSP}${agree(value, noun)}`;
  const billions = Math.abs(value) >= 1e9;
  const size = value / (billions ? 1e9 : 1e6);
  const unit = billions ? 'milliard' : 'million';
  return `${formatShort(size)}${NBSP}${unit}${isPlural(rounded(size)) ? 's' : ''} ${elide('de', noun.plural)}`;
}

/** « de » or « d’ » before a word: « d’entrées », « de sorties ». A mute h is not guessed at. */
export function elide(article: 'de' | 'le' | 'que', word: string): string {
  return /^[aeiouyàâäéèêëîïôöùûü]/i.test(word) ? `${article.slice(0, -1)}’${word}` : `${article} ${word}`;
}

/** « Dunkerque, Lille, Valenciennes et Lens »: no comma before « et ». */
export function enumerate(items: readonly string[], conjunction: 'et' | 'ou' = 'et'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${conjunction} ${items.at(-1)}`;
}
