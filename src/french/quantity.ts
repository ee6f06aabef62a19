import { isWord, OPENING_WORDS, type Reading, readCardinal } from './cardinal.ts';
import { type Token, tokenize } from './tokens.ts';

/**
 * - `number`: « 3 523 », « 1,9 million », « une centaine »;
 * - `share`: a fraction of a whole, « 90 % », « trois quarts », « neuf sorties sur dix »;
 * - `points`: « 2,5 points »; `times`: « trois fois », « × 3,4 »; `euros`: « 80 M€ ».
 */
export type QuantityKind = 'number' | 'share' | 'points' | 'times' | 'euros';

/** A quantity as a sentence says it. */
export interface Quantity {
  readonly kind: QuantityKind;
  /** A share is a fraction of 1, an amount is in euros; the nearest number to what is written. */
  readonly value: number;
  /** The smallest step of what is written: 0.001 for « 89,4 % », 100 000 for « 1,9 million ». */
  readonly step: number;
  /** `words` for fractions (« la moitié », « neuf sur dix ») and round numbers (« une centaine »): less sharp. */
  readonly wording: 'digits' | 'words' | 'rounded';
  /** What stands between the two numbers of « neuf sorties sur dix ». */
  readonly noun: string;
}

export interface PlacedQuantity extends Quantity {
  readonly start: number;
  readonly end: number;
}

const SCALES: Readonly<Record<string, number>> = { mille: 3, million: 6, millions: 6, milliard: 9, milliards: 9 };
const COLLECTIVES: Readonly<Record<string, number>> = {
  dizaine: 10,
  douzaine: 12,
  quinzaine: 15,
  vingtaine: 20,
  trentaine: 30,
  quarantaine: 40,
  cinquantaine: 50,
  soixantaine: 60,
  centaine: 100,
  millier: 1000,
};
const PARTS: Readonly<Record<string, number>> = {
  tiers: 3,
  quart: 4,
  cinquieme: 5,
  sixieme: 6,
  septieme: 7,
  huitieme: 8,
  neuvieme: 9,
  dixieme: 10,
  vingtieme: 20,
  centieme: 100,
};
/** Fractions in one sign. */
const SIGNS: Readonly<Record<string, number>> = {
  '½': 1 / 2,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
  '¼': 1 / 4,
  '¾': 3 / 4,
  '⅕': 1 / 5,
  '⅖': 2 / 5,
  '⅗': 3 / 5,
  '⅘': 4 / 5,
  '⅙': 1 / 6,
  '⅛': 1 / 8,
};
/** Words that may open a fraction: « la moitié », « les trois quarts », « du tiers ». */
const FRACTION_WORDS: ReadonlySet<string> = new Set(['la', 'le', 'les', 'moitie', 'tiers', 'quart']);
const EUROS: Readonly<Record<string, number>> = { '€': 0, euro: 0, euros: 0, 'k€': 3, 'm€': 6, 'md€': 9 };
/** Words that may stand between « neuf » and « sur dix ». */
const LONGEST_NOUN = 4;

/** The quantity that starts at a token, or `null`. An article is not a quantity, unless it makes a fraction. */
export function readQuantity(tokens: readonly Token[], start: number): Reading<Quantity> | null {
  if (!mayOpen(tokens[start])) return null;
  return readFraction(tokens, start) ?? readMultiple(tokens, start) ?? readNumber(tokens, start);
}

/** Most words open no quantity: they are passed over at once. */
const mayOpen = (token: Token | undefined): boolean =>
  token !== undefined && (token.kind !== 'word' || OPENING_WORDS.has(token.key) || FRACTION_WORDS.has(token.key));

/** A quantity that is the whole text; `null` when something else stands in it. */
export function parseQuantity(text: string): Quantity | null {
  const tokens = tokenize(text);
  const reading = readQuantity(tokens, 0);
  return reading?.next === tokens.length ? reading.value : null;
}

/** Every quantity of a text, in order, digits and words alike. « un » and « une » alone are articles. */
export function findQuantities(text: string): PlacedQuantity[] {
  const tokens = tokenize(text);
  const found: PlacedQuantity[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const reading = readQuantity(tokens, at);
    const [first, last] = [tokens[at], tokens[(reading?.next ?? 0) - 1]];
    if (!reading || !first || !last || (reading.next === at + 1 && isWord(first, ['un', 'une']))) continue;
    found.push({ ...reading.value, start: first.start, end: last.end });
    at = reading.next - 1;
  }
  return found;
}

/** « la moitié », « un tiers », « les trois quarts », « ¾ ». */
function readFraction(tokens: readonly Token[], start: number): Reading<Quantity> | null {
  const sign = SIGNS[tokens[start]?.text ?? ''];
  if (sign !== undefined) return { value: share(sign), next: start + 1 };
  const at = isWord(tokens[start], ['la', 'le', 'les', 'un', 'une']) ? start + 1 : start;
  if (isWord(tokens[at], ['moitie'])) return { value: share(1 / 2), next: at + 1 };
  const whole = partAt(tokens, at);
  const article = at > start || isWord(tokens[start - 1], ['du']);
  // « le cinquième » is a rank: only « le tiers » and « le quart » are parts after an article.
  if (article && whole && (whole <= 4 || isWord(tokens[start], ['un'])) && !tokens[at]?.key.endsWith('quarts'))
    return { value: share(1 / whole), next: at + 1 };
  const count = readCardinal(tokens, at);
  const parts = count && partAt(tokens, count.next);
  if (!count || !parts || count.value >= parts) return null;
  return { value: share(count.value / parts), next: count.next + 1 };
}

const share = (value: number, noun = ''): Quantity => ({ kind: 'share', value, step: 0, wording: 'words', noun });

function partAt(tokens: readonly Token[], index: number): number | undefined {
  const key = tokens[index]?.kind === 'word' ? (tokens[index]?.key ?? '') : '';
  return PARTS[key] ?? PARTS[key.replace(/s$/, '')];
}

/** « × 3,4 ». */
function readMultiple(tokens: readonly Token[], start: number): Reading<Quantity> | null {
  if (tokens[start]?.text !== '×') return null;
  const factor = readPlain(tokens, start + 1);
  return factor && { value: { ...factor.value, kind: 'times' }, next: factor.next };
}

/** A number, then what makes it a share, points, times or an amount. */
function readNumber(tokens: readonly Token[], start: number): Reading<Quantity> | null {
  const plain = readPlain(tokens, start);
  if (!plain) return null;
  const { value: quantity, next } = plain;
  const unit = tokens[next];
  if (unit?.text === '%') return { value: percent(quantity), next: next + 1 };
  if (isWord(unit, ['pour']) && isWord(tokens[next + 1], ['cent'])) return { value: percent(quantity), next: next + 2 };
  if (isWord(unit, ['point', 'points'])) return { value: { ...quantity, kind: 'points' }, next: next + 1 };
  if (isWord(unit, ['fois'])) return { value: { ...quantity, kind: 'times' }, next: next + 1 };
  const euros = unit && EUROS[isWord(unit, ['d']) ? (tokens[next + 1]?.key ?? '') : unit.key];
  if (euros !== undefined)
    return {
      value: { ...rescaled(quantity, euros), kind: 'euros' },
      next: next + (isWord(unit, ['d']) ? 2 : 1),
    };
  return readOutOf(tokens, quantity, next) ?? plain;
}

/** « neuf sur dix », « neuf sorties sur dix ». */
function readOutOf(tokens: readonly Token[], count: Quantity, after: number): Reading<Quantity> | null {
  let at = after;
  while (at - after < LONGEST_NOUN && tokens[at]?.kind === 'word' && !isWord(tokens[at], ['sur'])) at++;
  if (!isWord(tokens[at], ['sur'])) return null;
  const total = readPlain(tokens, at + 1);
  if (!total || total.value.value <= 0 || count.value > total.value.value) return null;
  const noun = tokens
    .slice(after, at)
    .map(({ text }) => text)
    .join(' ');
  return { value: share(count.value / total.value.value, noun), next: total.next };
}

/** A number without unit, in digits or letters, with its scale: « 1,9 million », « deux centaines ». */
function readPlain(tokens: readonly Token[], start: number): Reading<Quantity> | null {
  const token = tokens[start];
  if (!token) return null;
  if (token.kind === 'digits') return readDigits(tokens, start, 1);
  // The dash of « 26-35 » is no sign.
  const isRange = tokens[start - 1]?.kind === 'digits' && tokens[start - 1]?.end === token.start;
  if (/^[−-]$/.test(token.text) && !isRange && tokens[start + 1]?.kind === 'digits')
    return readDigits(tokens, start + 1, -1);
  const cardinal = readCardinal(tokens, start);
  if (!cardinal) return null;
  const key = tokens[cardinal.next]?.key ?? '';
  const collective = COLLECTIVES[key] ?? COLLECTIVES[key.replace(/s$/, '')];
  const number = { kind: 'number', step: 1, noun: '' } as const;
  if (collective === undefined)
    return { value: { ...number, wording: 'digits', value: cardinal.value }, next: cardinal.next };
  return {
    value: { ...number, wording: 'rounded', value: cardinal.value * collective },
    next: cardinal.next + 1,
  };
}

function readDigits(tokens: readonly Token[], start: number, sign: 1 | -1): Reading<Quantity> {
  const digits = (tokens[start]?.text ?? '').replace(/[ \u00A0\u202F]/g, '').replace(',', '.');
  const scale = SCALES[tokens[start + 1]?.kind === 'word' ? (tokens[start + 1]?.key ?? '') : ''];
  const value = sign * scaled(Number(digits), scale ?? 0);
  const step = scaled(1, (scale ?? 0) - (digits.split('.')[1]?.length ?? 0));
  return {
    value: { kind: 'number', value, step, wording: 'digits', noun: '' },
    next: scale === undefined ? start + 1 : start + 2,
  };
}

const percent = (quantity: Quantity): Quantity => ({ ...rescaled(quantity, -2), kind: 'share' });

const rescaled = (quantity: Quantity, digits: number): Quantity => ({
  ...quantity,
  value: scaled(quantity.value, digits),
  step: scaled(quantity.step, digits),
});

/** Moves the decimal point in decimal: 89.4 by −2 is 0.894, the very number that 447 / 500 gives. */
function scaled(value: number, digits: number): number {
  if (digits === 0) return value;
  const [mantissa, exponent = '0'] = String(value).split('e');
  return Number(`${mantissa}e${Number(exponent) + digits}`);
}
