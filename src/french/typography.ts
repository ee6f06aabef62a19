import { NBSP, NNBSP } from './number.ts';

/**
 * What stands beside a piece of text in its paragraph: a number printed by a tag, a word (emphasis, link, code), or
 * nothing. Signs of the private area hold their places while the rules are applied.
 */
export type Neighbour = 'number' | 'word' | 'nothing';
const STAND_INS: Readonly<Record<Neighbour, string>> = { number: '\uE000', word: '\uE002', nothing: '' };
/** Stands for an address, a file name or an identifier, which are never touched. */
const KEPT = '\uE001';
const NEVER_TOUCHED =
  /https?:\/\/[^\s<>«»]*[^\s<>«».,;:!?)]|(?:www\.|[\w.+-]+@)[\w-]+(?:\.[\w-]+)+|[\w./-]*\w\.(?:csv|json|mdx?|pdf|svg|ts|txt|ya?ml)\b|\b\w+_\w+\b/g;

/** Spaces an editor may have typed where one particular space belongs. */
const GAP = '[ \\u00A0\\u202F]*';
const WORD = '\\p{L}\\uE001\\uE002';
const NUMBER = '\\d\\uE000';
const MONTHS = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';
/** Words that are not what a number counts: a line may end before them. */
const NOT_COUNTED =
  'et|ou|à|a|au|aux|de|du|des|d|le|la|les|l|en|dans|sur|par|pour|que|qu|qui|dont|où|mais|est|sont|ont|était|étaient|avait|avaient|fut|furent|sera|seront|avec|sans|contre|puis|soit|ni|car|comme|si|plus|moins|y|n|ne|se|s';
/** A number of at most three digits, or grouped: four digits in a row are a year. */
const COUNT = '(?<![\\d\\u202F,.:/-])\\d{1,3}(?:\\u202F\\d{3})*(?:,\\d+)?|\\uE000';

type Rule = readonly [RegExp, string];

/** What Word leaves behind: invisible hyphens and spaces, tabs, styled quotes. */
const LEFTOVERS: readonly Rule[] = [
  [/[\u00AD\u200B\u2060\uFEFF]/g, ''],
  [/[\u2010\u2011]/g, '-'],
  [/\t+/g, ' '],
  [/[“„‟]([^“”„‟"\n]+)”/g, `«${NBSP}$1${NBSP}»`],
  [/‘([^‘’\n]+)’(?!\p{L})/gu, `«${NBSP}$1${NBSP}»`],
];

const RULES: readonly Rule[] = [
  ...LEFTOVERS,
  [/\.\.\./g, '…'],
  [new RegExp(`(\\p{L})'(?=[${WORD}${NUMBER}«"])`, 'gu'), '$1’'],
  // « " … " » typed with straight quotes becomes French quotes; doubled ones are somebody's code.
  [/(?<!")"([^"\n]+)"(?!")/g, `«${NBSP}$1${NBSP}»`],
  [new RegExp(`«${GAP}`, 'g'), `«${NBSP}`],
  [new RegExp(`${GAP}»`, 'g'), `${NBSP}»`],
  // A text may begin right after a figure printed by a tag: its first sign has its space too.
  [new RegExp(`(?:^|(?<=[${WORD}${NUMBER}\\)»”’…%€]))${GAP}([;!?]+)(?=\\s|$|[\\)»\\]])`, 'gu'), `${NNBSP}$1`],
  // A colon inside a time or a ratio (12:30, 3:1) or an address has no space around it.
  [new RegExp(`(?:^|(?<=[${WORD}${NUMBER})»”’…–%€]))(?:[ \\u00A0\\u202F]+:|:(?=\\s|$))`, 'gu'), `${NBSP}:`],
  [new RegExp(`(?<=[${NUMBER}])${GAP}([%‰])`, 'g'), `${NNBSP}$1`],
  [/(?<=[\d\uE000] ?(?:M|Md|k)) (?=€)/g, ''],
  [new RegExp(`(?<=[${NUMBER}])${GAP}(M€|Md€|k€|€)`, 'gu'), `${NNBSP}$1`],
  [/(?<=[\d\uE000])[ \u00A0\u202F]+(km²|km|ha|m²|kg|h)(?![\p{L}\d])/gu, `${NNBSP}$1`],
  [/(?<=\d\u202Fh) (?=\d{2}(?!\d))/g, NBSP],
  [/(?<=(?<!\d)\d{1,3})[ \u00A0\u202F](?=\d{3}(?!\d))/g, NNBSP],
  [/(?<=\d{3})[ \u00A0](?=\d{3}(?!\d))/g, NNBSP],
  // A minus sign before a number, a dash between the ends of a range of years or of ages.
  [/(?<=^|[\s(])-(?=\d)/g, '\u2212'],
  [/(?<![\d\p{L}/-])((?:19|20)\d\d)-((?:19|20)\d\d)(?![\d/-])/gu, '$1–$2'],
  [/(?<![\d\p{L}/-])(\d{1,2})-(\d{1,2})(?=[ \u00A0](?:ans|mois|jours)(?!\p{L}))/gu, '$1–$2'],
  // Ordinals: 2e, 1re, 1er; XIXe.
  [/(?<![\p{L}\d])(\d+|[IVX]+)i?[eè]mes?(?!\p{L})/gu, '$1e'],
  [/(?<!\d)1[eè]re(?!\p{L})/gu, '1re'],
  [/(?<!\d)1er (?=\p{L})/gu, `1er${NBSP}`],
  [new RegExp(`(?<!\\d)(\\d{1,2}) (?=(?:${MONTHS})(?!\\p{L}))`, 'gu'), `$1${NBSP}`],
  [new RegExp(`(?<=${COUNT}) (?=(?!(?:${NOT_COUNTED})(?![\\p{L}]))\\p{Ll})`, 'gu'), NBSP],
  [/(?<=(?<!\p{L})(?:n°|nos|p\.|art\.|M\.|MM\.|Mme|Mmes)) (?=[\p{Lu}\d\uE000])/gu, NBSP],
  // An aside between dashes: no line starts with the closing dash.
  [/ (?:--|—) /g, ' – '],
  [/ [-–] (?=(?:[^-–]|(?<=\p{L})-(?=\p{L}))+ [-–](?: |[,.;]))/gu, ` –${NBSP}`],
];

/** Quotes that close in another piece: their direction is known by what they touch. */
const LONE_QUOTES: readonly Rule[] = [
  [new RegExp(`(?<=^|[\\s(’])["“](?=[${WORD}${NUMBER}])`, 'gu'), `«${NBSP}`],
  [new RegExp(`(?<=[${WORD}\\uE000.,!?…%)])["”](?=$|[\\s.,;:!?)])`, 'gu'), `${NBSP}»`],
];

const apply = (text: string, rules: readonly Rule[]): string =>
  rules.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text);

/**
 * French typography of running text: spaces before ; ! ? : % and units, inside « », between thousands, between a number
 * and its noun; apostrophes, quotes, dashes, ellipsis, ordinals, minus signs; what Word leaves behind is removed.
 * Addresses, file names and identifiers are left alone. Idempotent. Never give it code.
 */
export function typeset(text: string): string {
  const kept: string[] = [];
  const held = text.replace(NEVER_TOUCHED, (piece) => {
    kept.push(piece);
    return KEPT;
  });
  return apply(held, RULES).replaceAll(KEPT, () => kept.shift() ?? '');
}

/** The same for a piece of a paragraph, which knows what stands before and after it. */
export function typesetPiece(text: string, before: Neighbour, after: Neighbour): string {
  const [first, last] = [STAND_INS[before], STAND_INS[after]];
  const set = typeset(first + text + last);
  const whole = first || last ? apply(set, LONE_QUOTES) : set;
  return whole.slice(first.length, whole.length - last.length);
}
