import { NBSP, NNBSP } from './number.ts';

/** Spaces an editor may have typed where one particular space belongs. */
const GAP = '[ \\u00A0\\u202F]*';

const RULES: readonly (readonly [RegExp, string])[] = [
  [/\.\.\./g, '…'],
  [/(\p{L})'(?=\p{L}|\d)/gu, '$1’'],
  // « " … " » typed with straight quotes becomes French quotes; doubled ones are somebody's code.
  [/(?<!")"([^"\n]+)"(?!")/g, `«${NBSP}$1${NBSP}»`],
  [new RegExp(`«${GAP}`, 'g'), `«${NBSP}`],
  [new RegExp(`${GAP}»`, 'g'), `${NBSP}»`],
  // A text may begin right after a figure printed by a tag: its first sign has its space too.
  [new RegExp(`(?:^|(?<=[\\p{L}\\d\\)»”’…]))${GAP}([;!?]+)(?=\\s|$|[\\)»\\]])`, 'gu'), `${NNBSP}$1`],
  // A colon inside a time or a ratio (12:30, 3:1) or an address has no space around it.
  [/(?:^|(?<=[\p{L}\d)»”’…%€]))(?:[ \u00A0\u202F]+:|:(?=\s|$))/gu, `${NBSP}:`],
  [new RegExp(`(?<=\\d)${GAP}([%‰])`, 'g'), `${NNBSP}$1`],
  [/(?<=\d)[ \u00A0\u202F]+(M€|Md€|k€|€|km²|km|ha|m²|kg|h)(?![\p{L}\d])/gu, `${NNBSP}$1`],
  [/(?<=(?<!\d)\d{1,3})[ \u00A0\u202F](?=\d{3}(?!\d))/g, NNBSP],
  [/(?<=\d{3})[ \u00A0](?=\d{3}(?!\d))/g, NNBSP],
  [/\b1er (?=\p{L})/gu, `1er${NBSP}`],
  [
    /\b(\d{1,2}) (?=(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b)/gu,
    `$1${NBSP}`,
  ],
  // An aside between dashes: no line starts with the closing dash.
  [/ [-–] (?=[^-–]+ [-–](?: |[,.;]))/g, ` –${NBSP}`],
];

/**
 * French typography of running text: spaces before ; ! ? : %, inside « », between thousands,
 * apostrophes, ellipsis. Idempotent. Never give it code, an address or an attribute that is not prose.
 */
export function typeset(text: string): string {
  return RULES.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text);
}
