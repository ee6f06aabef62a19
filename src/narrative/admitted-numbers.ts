/** Why a number may be typed: what it is, when it measures nothing. */
export type Admission = 'date' | 'numéro' | 'coordonnées' | 'nom' | 'libre';

const GAP = '[ \\u00A0\\u202F]';
const MONTHS = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';
const YEAR = '(?:19|20)\\d\\d';
const RANGE = '(?:[-–/]|\\s(?:et|à|ou|au)\\s)';
const DAY = '(?:0[1-9]|[12]\\d|3[01])';
const MONTH = '(?:0[1-9]|1[0-2])';
/** Verbs and hedges that only a count follows: « on a formé 2024 apprentis ». */
const COUNTING =
  '(?:compt(?:e|ent|é)|totalis(?:e|ent)|recens(?:e|ent|é)|dénombr(?:e|ent|é)|form(?:e|ent|é)|accueill(?:e|ent|i)|recrut(?:e|ent|é)|embauch(?:e|ent|é)|soit|environ|presque|(?:plus|moins|près) de)';

/** Texts that hold digits and measure nothing, the most particular first. */
const PATTERNS: readonly (readonly [Admission, string])[] = [
  ['coordonnées', 'https?://\\S+|[\\w.+-]+@[\\w.-]+|www\\.\\S+'],
  ['coordonnées', '(?<![\\p{L}\\d])[\\w-]*[a-z][\\w-]*\\.(?:mdx?|csv|json|yaml|pdf|png|jpe?g|svg)(?![\\p{L}\\d])'],
  ['coordonnées', '(?<!\\d)(?:\\+33\\s?|0)[1-9](?:[ .\\u00A0\\u202F-]?\\d{2}){4}(?!\\d)'],
  [
    'coordonnées',
    "\\d{1,4}(?:\\s(?:bis|ter))?,?\\s(?:(?:rue|avenue|boulevard|allée|chemin|impasse|quai|route|square)(?!\\p{L})|place\\s(?:d[eu’']\\s?)?(?:la\\s)?(?-i:\\p{Lu}))",
  ],
  ['coordonnées', '(?<!\\d)\\d{5}(?=\\s(?-i:\\p{Lu})\\p{L}+)|(?:CS|BP)\\s?\\d+'],
  // « 1/3 » and « 12/20 » are fractions: without its year, a day is written in full, after its article.
  [
    'date',
    `(?<!\\d)(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}/\\d{1,2}/(?:\\d{4}|\\d{2})|${MONTH}/${YEAR})(?!\\d)|(?<=(?:le|du|au)\\s)${DAY}/${MONTH}(?![\\d/])`,
  ],
  [
    'date',
    `(?<!\\d)(?:\\d{1,2}(?:er)?${GAP}?(?:et|au|à|-|–)${GAP}?)?\\d{1,2}(?:er)?${GAP}(?:${MONTHS})(?:${GAP}${YEAR})?(?!\\p{L})`,
  ],
  ['date', `(?<!\\d)\\d{1,2}${GAP}?h(?:${GAP}?\\d{2})?(?![\\p{L}\\d])|(?<!\\d)\\d{1,2}:\\d{2}(?!\\d)`],
  [
    'numéro',
    '(?:articles?|art\\.|lois?|décrets?|ordonnances?|arrêtés?|circulaires?)\\s(?:n°\\s?)?(?:[LRDA]\\.?\\s?\\*?)?\\d+(?:-\\d+)*(?:\\s(?:et|à)\\s(?:[LRD]\\.?\\s?)?\\d+(?:-\\d+)*)*',
  ],
  ['numéro', '(?:RNCP|RS)[ -]?\\d{2,6}|(?<![\\p{L}\\d])[A-N]\\d{4}(?!\\d)'],
  [
    'numéro',
    '(?:chapitres?|graphiques?|tableaux?|tableau|cartes?|figures?|encadrés?|annexes?|pages?|p\\.|étapes?|volets?|points?|lignes?|colonnes?|édition|n°|nos)\\s(?:n°\\s?)?\\d+(?:(?:,| et| à|-|–)\\s?\\d+)*(?![\\d,]*\\d|\\s?%)',
  ],
  ['numéro', `(?<![\\p{L}\\d,]|\\d${GAP})\\d{1,2}(?:er|ers|re|res|e|es|nd|nds|nde|ème|èmes|ère|ième)(?!\\p{L})`],
  ['numéro', '^\\d{1,2}[.)](?=\\s)'],
  // The mark of a footnote, which has a remark of its own.
  ['numéro', '\\[\\^[^\\]\\s]+\\]'],
  // A year, a range of years; « 2024 entrées » is a number of entries, and is seen before.
  ['date', `(?<![\\d,\\u202F\\u00A0])${YEAR}${RANGE}(?:${YEAR}|\\d\\d)(?![\\d,]*\\d|${GAP}?[%€])`],
  ['date', `(?<![\\d,\\u202F\\u00A0]|(?<!\\p{L})${COUNTING}${GAP})${YEAR}(?![\\d,]*\\d|${GAP}?\\d{3}(?!\\d))`],
];

const COMPILED = PATTERNS.map(([admission, source]) => [admission, new RegExp(source, 'giu')] as const);

export interface AdmittedText {
  readonly admission: Admission;
  readonly start: number;
  readonly end: number;
}

/** Names and wordings of an edition that may hold numbers. */
export interface FreeNumbers {
  /** « OPCO 2i », « bac + 2 ». */
  readonly names: readonly string[];
  /** « quatre bassins »: listed in the settings, with a reason. */
  readonly wordings: readonly string[];
}

/** What makes an amount of the number before it, whatever that number looks like: « la loi 89 % ». */
export const UNIT = new RegExp(
  `^${GAP}?(?:[%‰€]|(?:[Mk]|Md)€|(?:pour${GAP}(?:cent|mille)|points?|fois|millions?|milliards?|milliers?)(?!\\p{L}))`,
  'u',
);

/** Stands for a sign that has been read. */
const READ = '\uFFFB';

/**
 * Finds what may be typed, and hides it so that it is not read again.
 * @param isCounted tells whether the number that ends at an offset counts something: « 2024 entrées »
 */
export function admitNumbers(
  text: string,
  { names, wordings }: FreeNumbers,
  isCounted: (end: number) => boolean,
): { readonly rest: string; readonly admitted: readonly AdmittedText[] } {
  const admitted: AdmittedText[] = [];
  let rest = text;
  const hide = (admission: Admission, pattern: RegExp): void => {
    rest = rest.replace(pattern, (match, ...groups) => {
      const start = groups.find((group) => typeof group === 'number') as number;
      const end = start + match.length;
      if (looksLike(admission, match) && (isCounted(end) || UNIT.test(text.slice(end)))) return match;
      admitted.push({ admission, start, end });
      return READ.repeat(match.length);
    });
  };
  for (const name of longestFirst(names)) hide('nom', wordingPattern(name));
  for (const wording of longestFirst(wordings)) hide('libre', wordingPattern(wording));
  for (const [admission, pattern] of COMPILED) hide(admission, pattern);
  return { rest, admitted };
}

/** True when what stands after a number tells what it is: a year or a number of something, by its digits alone. */
const looksLike = (admission: Admission, match: string): boolean =>
  admission !== 'nom' &&
  admission !== 'libre' &&
  /\d$/.test(match) &&
  (admission === 'numéro' || !/\p{L}/u.test(match));

const longestFirst = (texts: readonly string[]): readonly string[] => texts.toSorted((a, b) => b.length - a.length);

/** A wording as an editor may type it: any case, any spaces, either apostrophe; never inside a longer word. */
function wordingPattern(wording: string): RegExp {
  const source = wording
    .trim()
    .split(/[\s\u00A0\u202F]+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/['’]/g, "['’]"))
    .join('[\\s\\u00A0\\u202F]*');
  return new RegExp(`(?<![\\p{L}\\d])${source}(?![\\p{L}\\d])`, 'giu');
}
