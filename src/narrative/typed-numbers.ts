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
const MEASURED: ReadonlySet<string> = new Set([
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

/** What a number that looks like a year may count, besides what is measured. */
const COUNTED = new Set(
  'apprentis apprenties alternants salaries demandeurs candidats candidates jeunes femmes hommes eleves entreprises recrutements emplois embauches contrats postes heures jours'.split(
    ' ',
  ),
);

/** Finds the numbers of a text, digits and words alike. */
export function findNumbers(typedText: string, free: FreeNumbers): NumbersInText {
  const text = withFrenchDigits(typedText);
  const { rest, admitted } = admitNumbers(text, free, (end) => isCount(text, end));
  const typed: TypedNumber[] = slashFractions(rest);
  let words = 0;
  for (const quantity of findQuantities(rest)) {
    const wording = rest.slice(quantity.start, quantity.end);
    if (typed.some(({ start, end }) => start <= quantity.start && quantity.end <= end)) continue;
    if (isMeasured(quantity, wording, rest))
      typed.push({ ...quantity, text: typedText.slice(quantity.start, quantity.end) });
    else words += 1;
  }
  return { typed: [...typed, ...oddNumbers(rest, typed)], admitted, words };
}

/** « 3.523 », « 3'523 » and « 89.4 » as French writes them, letter for letter at the same place. */
export const withFrenchDigits = (text: string): string =>
  text
    .replace(/(?<![\p{L}\d/._-])\d{1,3}(?:[.'’]\d{3})+(?!\d)/gu, (number) => number.replace(/\D/g, '\u202F'))
    .replace(/(?<![\p{L}\d/._-])(\d+)\.(?=\d{1,2}(?![\d./]))/gu, '$1,');

/** « 1/3 », « 12/20 »: dates are out of the text by then. */
const slashFractions = (text: string): TypedNumber[] =>
  [...text.matchAll(/(?<![\d,/])(\d+)\/(\d+)(?![\d/])/g)].map(({ 0: fraction, 1: part, 2: whole, index: start }) => {
    const value = Number(part) / Number(whole);
    return {
      kind: 'share',
      value,
      step: 0,
      wording: 'words',
      noun: '',
      start,
      end: start + fraction.length,
      text: fraction,
    };
  });

/** Digits that are not ordinary ones (« ③ », « 𝟑𝟓 »), but in « m² », and Roman ones before what is counted. */
const ODD = /(?<!\p{L})[^\P{N}\d]+|(?<![\p{L}\d])[MDCLXVI]{2,}(?![\p{L}\d])/gu;

function oddNumbers(text: string, found: readonly TypedNumber[]): TypedNumber[] {
  return [...text.matchAll(ODD)].flatMap(({ 0: odd, index: start }) => {
    const end = start + odd.length;
    const isSeen = found.some((other) => other.start <= start && end <= other.end);
    if (isSeen || (/\p{L}/u.test(odd) && !countsSomething(text, end, 1))) return [];
    const value = Number(odd.normalize('NFKC'));
    return [{ kind: 'number', value, step: 1, wording: 'digits', noun: '', start, end, text: odd }];
  });
}

/** True when a number that looks like a year or a reference counts what stands after it; « en 2024 de nouvelles… » does not. */
function isCount(text: string, end: number): boolean {
  const [next] = tokenize(text.slice(end, end + 30));
  if (next?.kind !== 'word' || ['d', 'de'].includes(next.key)) return false;
  return COUNTED.has(next.key) || countsSomething(text, end);
}

/** « deux volets » are no measure, « trois cents techniciens » are. */
const FEW = 100;

/** Digits always measure something; words do when they make a share, an amount or many, or stand before what is counted. */
function isMeasured({ kind, value, end }: PlacedQuantity, wording: string, text: string): boolean {
  if (/\d/.test(wording) || kind === 'share' || kind === 'euros') return true;
  return kind === 'number' && (value >= FEW || countsSomething(text, end));
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
