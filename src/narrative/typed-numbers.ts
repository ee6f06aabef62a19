import { INDICATORS } from '../figures/registry.ts';
import { findQuantities, type PlacedQuantity } from '../french/quantity.ts';
import { foldAccents, type Token, tokenize } from '../french/tokens.ts';
import { type AdmittedText, admitNumbers, type FreeNumbers } from './admitted-numbers.ts';

/** A number that somebody typed and that measures something. */
export interface TypedNumber extends PlacedQuantity {
  readonly text: string;
}

/** What a text holds in the way of numbers, tags aside. */
export interface NumbersInText {
  readonly typed: readonly TypedNumber[];
  readonly admitted: readonly AdmittedText[];
  /** Number words that count nothing measured: « deux volets ». */
  readonly words: number;
}

/** Words that count people are measured too, whatever they are called. */
const PEOPLE = [
  'personne',
  'personnes',
  'stagiaire',
  'stagiaires',
  'beneficiaire',
  'beneficiaires',
  'participant',
  'participants',
];

/** First words of what indicators count: « entrées », « places »… */
export const MEASURED: ReadonlySet<string> = new Set([
  ...PEOPLE,
  ...INDICATORS.filter(({ kind }) => kind === 'count').flatMap(({ noun }) =>
    [noun.singular, noun.plural].map((text) => foldAccents(text.split(' ')[0] ?? '')),
  ),
]);

/** Words that may stand between a number and what it counts: « cent nouvelles entrées », « une centaine d’entrées ». */
const BETWEEN = new Set(
  'd de nouveau nouveaux nouvel nouvelle nouvelles autre autres seul seule seuls seules premieres derniers dernieres'.split(
    ' ',
  ),
);
const FARTHEST = 3;

/** Finds the numbers of a text, digits and words alike. */
export function findNumbers(text: string, free: FreeNumbers): NumbersInText {
  const { rest, admitted } = admitNumbers(text, free, (end) => countsSomething(text, end, 1));
  const typed: TypedNumber[] = [];
  let words = 0;
  for (const quantity of findQuantities(rest)) {
    const wording = rest.slice(quantity.start, quantity.end);
    if (isMeasured(quantity, wording, rest)) typed.push({ ...quantity, text: wording });
    else words += 1;
  }
  return { typed, admitted, words };
}

/** Digits always measure something; words do when they make a share or an amount, or stand before what is counted. */
function isMeasured({ kind, end }: PlacedQuantity, wording: string, text: string): boolean {
  if (/\d/.test(wording) || kind === 'share' || kind === 'euros') return true;
  return kind === 'number' && countsSomething(text, end);
}

/** True when what stands after an offset is what indicators count: « entrées », « nouvelles places »… */
export function countsSomething(text: string, end: number, reach = FARTHEST): boolean {
  for (const token of tokenize(text.slice(end, end + 60)).slice(0, reach)) {
    if (token.kind !== 'word') return false;
    if (MEASURED.has(token.key)) return true;
    if (!isBetween(token)) return false;
  }
  return false;
}

const isBetween = ({ key }: Token): boolean => BETWEEN.has(key);
