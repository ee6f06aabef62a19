/** Why a number may be typed: what it is, when it measures nothing. */
export type Admission = 'date' | 'numéro' | 'coordonnées' | 'nom' | 'libre';

const GAP = '[ \\u00A0\\u202F]';
const MONTHS = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';
const YEAR = '(?:19|20)\\d\\d';
const RANGE = '(?:[-–/]|\\s(?:et|à|ou|au)\\s)';

/** Texts that hold digits and measure nothing, the most particular first. */
const PATTERNS: readonly (readonly [Admission, string])[] = [
  ['coordonnées', 'https?://\\S+|[\\w.+-]+@[\\w.-]+|www\\.\\S+'],
  ['coordonnées', '(?<!\\d)(?:\\+33\\s?|0)[1-9](?:[ .\\u00A0\\u202F-]?\\d{2}){4}(?!\\d)'],
  [
    'coordonnées',
    '\\d{1,4}(?:\\s(?:bis|ter))?,?\\s(?:rue|avenue|boulevard|allée|chemin|impasse|quai|route|square|place\\sd)(?!\\p{L})',
  ],
  ['coordonnées', '(?<!\\d)\\d{5}(?=\\s\\p{Lu}\\p{L}+)|(?:CS|BP)\\s?\\d+'],
  ['date', `(?<!\\d)\\d{4}-\\d{2}-\\d{2}(?!\\d)|(?<!\\d)\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?(?!\\d)`],
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
  ['numéro', '(?<![\\p{L}\\d,])\\d+(?:er|ers|re|res|e|es|nd|nds|nde|ème|èmes|ère|ième)(?!\\p{L})'],
  ['numéro', '^\\d{1,2}[.)](?=\\s)'],
  // The mark of a footnote, which has a remark of its own.
  ['numéro', '\\[\\^[^\\]\\s]+\\]'],
  // A year, a range of years; « 2024 entrées » is a number of entries, and is seen before.
  ['date', `(?<![\\d,\\u202F\\u00A0])${YEAR}${RANGE}(?:${YEAR}|\\d\\d)(?![\\d,]*\\d|${GAP}?[%€])`],
  [
    'date',
    `(?<![\\d,\\u202F\\u00A0])${YEAR}(?![\\d,]*\\d|${GAP}?(?:[%€]|M€|Md€|\\d{3}(?!\\d)|millions?|milliards?|fois|points?))`,
  ],
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

/** Stands for a sign that has been read. */
const READ = '\uFFFB';

/**
 * Finds what may be typed, and hides it so that it is not read again.
 * @param isCounted tells whether a year-like number at an offset counts something: « 2024 entrées »
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
      if (/^\d{4}$/.test(match) && isCounted(end)) return match;
      admitted.push({ admission, start, end });
      return READ.repeat(match.length);
    });
  };
  for (const name of longestFirst(names)) hide('nom', wordingPattern(name));
  for (const wording of longestFirst(wordings)) hide('libre', wordingPattern(wording));
  for (const [admission, pattern] of COMPILED) hide(admission, pattern);
  return { rest, admitted };
}

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
