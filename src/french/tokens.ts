/** A piece of a French sentence: a number in digits, a word, or a sign. */
export interface Token {
  readonly kind: 'digits' | 'word' | 'sign';
  /** As it stands in the text. */
  readonly text: string;
  /** Lower case and without accents, for comparing: « Élevée » → « elevee ». */
  readonly key: string;
  /** Offsets in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** Thousands may be grouped by any space; a decimal comma needs a digit after it. */
const PIECES =
  /(?<digits>(?<![\d,])\d{1,3}(?:[ \u00A0\u202F]\d{3})+(?!\d)(?:,\d+)?|\d+(?:,\d+)?)|(?<word>(?:M|Md|k)?€|\p{L}+)|(?<sign>[^\s\u00A0\u202F])/gu;

export const foldAccents = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * Cuts a sentence into tokens. Hyphens and apostrophes only part words (« quatre-vingts », « d’entrées »), and give no
 * token when letters stand on both sides.
 */
export function tokenize(text: string): Token[] {
  return [...text.matchAll(PIECES)].flatMap((match): Token[] => {
    const piece = match[0];
    const start = match.index;
    const kind = match.groups?.digits ? 'digits' : match.groups?.word ? 'word' : 'sign';
    if (kind === 'sign' && isJoint(piece, text, start)) return [];
    return [{ kind, text: piece, key: foldAccents(piece), start, end: start + piece.length }];
  });
}

const isJoint = (piece: string, text: string, start: number): boolean =>
  /[-‑'’]/.test(piece) && /\p{L}/u.test(text[start - 1] ?? '') && /\p{L}/u.test(text[start + 1] ?? '');
