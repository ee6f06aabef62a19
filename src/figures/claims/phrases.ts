import type { Reading } from '../../french/cardinal.ts';
import type { Token } from '../../french/tokens.ts';
import type { DimensionId } from '../dimension.ts';
import type { Bound } from './claim.ts';

/** Phrases, word by word, each word a regular expression over its letters without accents. */
interface Phrase<Value> {
  readonly words: readonly RegExp[];
  readonly value: Value;
}

const phrase = <Value>(text: string, value: Value): Phrase<Value> => ({
  words: text.split(' ').map((word) => new RegExp(`^(?:${word})$`)),
  value,
});

/** The longest phrase of a list that starts at a token. */
export function readPhrase<Value>(
  tokens: readonly Token[],
  start: number,
  phrases: readonly Phrase<Value>[],
): Reading<Value> | null {
  let best: Reading<Value> | null = null;
  for (const { words, value } of openedBy(tokens[start]?.key ?? '', phrases)) {
    const next = start + words.length;
    if (next > (best?.next ?? start) && words.every((word, index) => word.test(tokens[start + index]?.key ?? '')))
      best = { value, next };
  }
  return best;
}

const openings = new WeakMap<readonly Phrase<unknown>[], Map<string, readonly Phrase<unknown>[]>>();

/** Phrases that a word can open; texts repeat their words, so each is matched once. */
function openedBy<Value>(word: string, phrases: readonly Phrase<Value>[]): readonly Phrase<Value>[] {
  const known = openings.get(phrases) ?? new Map<string, readonly Phrase<unknown>[]>();
  openings.set(phrases, known);
  const found = known.get(word) ?? phrases.filter(({ words }) => words[0]?.test(word));
  known.set(word, found);
  return found as readonly Phrase<Value>[];
}

const OF = '(de|d|des|du|que)';
const AGREED = '(e|s|es)?';

export const BOUNDS: readonly Phrase<Bound>[] = [
  phrase(`plus ${OF}`, 'above'),
  phrase(`bien plus ${OF}`, 'above'),
  phrase(`superieur${AGREED} (a|au|aux)`, 'above'),
  phrase('depass(e|ent|ant)', 'above'),
  phrase(`au (dessus|dela) ${OF}`, 'above'),
  phrase(`moins ${OF}`, 'below'),
  phrase(`bien moins ${OF}`, 'below'),
  phrase(`inferieur${AGREED} (a|au|aux)`, 'below'),
  phrase(`(au|en) dessous ${OF}`, 'below'),
  phrase('au (moins|minimum)', 'atLeast'),
  phrase(`pas moins ${OF}`, 'atLeast'),
  phrase('au (plus|maximum)', 'atMost'),
  phrase(`pas plus ${OF}`, 'atMost'),
  phrase(`pres ${OF}`, 'near'),
  phrase('presque|quasiment', 'near'),
  phrase(`un peu moins ${OF}`, 'near'),
  phrase(`un peu plus ${OF}`, 'justAbove'),
  phrase('environ|approximativement', 'about'),
  phrase(`autour ${OF}`, 'about'),
  phrase(`de l ordre ${OF}`, 'about'),
  phrase('exactement|precisement', 'exactly'),
];

/** Bounds that may also stand after the number: « 90 % exactement ». */
export const BOUNDS_AFTER: readonly Phrase<Bound>[] = [
  phrase('environ|approximativement', 'about'),
  phrase('exactement|precisement', 'exactly'),
  phrase('au (moins|minimum)', 'atLeast'),
  phrase('au (plus|maximum)', 'atMost'),
];

const VERB = '(e|es|ee|ees|ent|er|ant|ait|aient|erent)';
export const MULTIPLES: readonly Phrase<number>[] = [
  ['doubl', 2],
  ['tripl', 3],
  ['quadrupl', 4],
  ['quintupl', 5],
  ['sextupl', 6],
  ['decupl', 10],
].flatMap(([stem, factor]) => [
  phrase(`${stem}${VERB}`, Number(factor)),
  phrase(`(le|du|au) ${stem}e`, Number(factor)),
]);

/** « multiplié par », « divisé par ». */
export const BY: readonly Phrase<'times' | 'over'>[] = [
  phrase('multipli(e|ee|es|ees|ent|er|ant) par', 'times'),
  phrase('divis(e|ee|es|ees|ent|er|ant) par', 'over'),
];

/** « trois fois plus », after the number of times. */
export const FOLD: readonly Phrase<'times' | 'over'>[] = [phrase('plus', 'times'), phrase('moins', 'over')];

export const TRENDS: readonly Phrase<'up' | 'down' | 'stable'>[] = [
  phrase('hausse', 'up'),
  phrase('en (hausse|progression|augmentation|croissance)', 'up'),
  phrase('augment(e|es|ee|ees|ent|er|ant|ait|aient|erent)', 'up'),
  phrase('progress(e|ent|er|ant|ait|aient|erent)', 'up'),
  phrase('en (baisse|recul|diminution|repli)', 'down'),
  phrase('baiss(e|ent|er|ant|ait|aient|erent)', 'down'),
  phrase('diminu(e|es|ee|ees|ent|er|ant|ait|aient|erent)', 'down'),
  phrase('recul(e|ent|er|ant|ait|aient|erent)', 'down'),
  phrase('redui(t|te|ts|tes|sent)', 'down'),
  phrase('stables?', 'stable'),
];

export const RECORDS: readonly Phrase<'high' | 'low'>[] = [
  phrase('records?', 'high'),
  phrase('au plus haut', 'high'),
  phrase('au plus bas', 'low'),
];

const HIGH = '(eleve|haut|fort|grand|nombreux|nombreuse|important)';
const LOW = '(bas|basse|faible|petit|rare)';
/** Superlatives: « le plus élevé », « les moins nombreuses », « le plus d’ ». */
export const SUPERLATIVES: readonly Phrase<'high' | 'low'>[] = [
  phrase(`(le|la|les) plus ${HIGH}${AGREED}`, 'high'),
  phrase(`(le|la|les) moins ${LOW}${AGREED}`, 'high'),
  phrase('le plus (de|d)', 'high'),
  phrase(`(le|la|les) plus ${LOW}${AGREED}`, 'low'),
  phrase(`(le|la|les) moins ${HIGH}${AGREED}`, 'low'),
  phrase('le moins (de|d)', 'low'),
];

const ORDINALS = 'premiere? deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme'.split(
  ' ',
);

/** A place in an order, from the top or from the bottom. */
export interface Place {
  readonly rank: number;
  readonly from: 'high' | 'low';
}

/** Places that no other meaning competes with: « en tête », « au deuxième rang ». */
export const PLACES: readonly Phrase<Place>[] = [
  phrase('en tete', { rank: 1, from: 'high' }),
  phrase('en (queue|bas) de classement', { rank: 1, from: 'low' }),
  phrase('en derniere (place|position)', { rank: 1, from: 'low' }),
  phrase('au dernier rang', { rank: 1, from: 'low' }),
  ...ORDINALS.flatMap((ordinal, index): Phrase<Place>[] => [
    phrase(`en ${ordinal} (place|position)`, { rank: index + 1, from: 'high' }),
    phrase(`au ${ordinal} rang`, { rank: index + 1, from: 'high' }),
  ]),
];

/** Ordinals alone: claims only where nothing else is expected, or before what is ranked (« deuxième bassin »). */
export const ORDINAL_PLACES: readonly Phrase<Place>[] = [
  ...ORDINALS.map((ordinal, index) => phrase(ordinal, { rank: index + 1, from: 'high' } as const)),
  phrase('seconde?', { rank: 2, from: 'high' }),
  phrase('derni(er|ere)', { rank: 1, from: 'low' }),
  phrase('avant derni(er|ere)', { rank: 2, from: 'low' }),
];

/** What is ranked: « des bassins », « premier financeur ». */
export const RANKED: readonly Phrase<DimensionId>[] = [
  phrase('bassins?', 'bassin'),
  phrase('departements?', 'departement'),
  phrase('familles?', 'famille'),
  phrase('financeurs?', 'financeur'),
  phrase('formations?', 'formation'),
  phrase('niveaux?', 'niveau'),
  phrase('secteurs?', 'secteur'),
  phrase('sexes?', 'sexe'),
  phrase('tailles?', 'taille'),
  phrase('voies?', 'voie'),
  phrase('ages?', 'age'),
  phrase('tranches? d age', 'age'),
];

/** « des », « parmi les »: what stands between a rank and what is ranked. */
export const AMONG: readonly Phrase<null>[] = [
  phrase('(de|des|du|d)', null),
  phrase('(parmi|entre) les', null),
  phrase('de(s)? (l|la|les)', null),
];
