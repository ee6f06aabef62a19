import { NBSP } from '../french/number.ts';
import type { Print } from './print-tag.ts';
import type { Quote, Readable } from './readable.ts';
import type { Remark } from './remark.ts';
import { sentenceAt } from './sentence.ts';

/** Marks that missed what they were typed for, and would stand in the page as they are. */
type Mark = readonly [RegExp, message: string, expected: string, remedy: (mark: string, quote: Quote) => string];

const MARKS: readonly Mark[] = [
  [
    /\[\[|\]\]/g,
    'crochets doubles qui ne font pas une forme',
    '[[entrees bassin=lille]], sur une seule ligne',
    () => 'fermez la forme par «\u00A0]]\u00A0» sur la même ligne, ou retirez les crochets',
  ],
  [
    /(?<!\[)\[[^[\]\n]+\](?:\s+\((?=https?:|\/|#|[\w-]+\.mdx)[^)\n]*\)|\[[^[\]\n]*\])/g,
    'lien mal formé',
    '[mots du lien](03-former.mdx), sans espace entre «\u00A0]\u00A0» et «\u00A0(\u00A0»',
    () => 'écrivez les mots entre crochets, puis aussitôt l’adresse entre parenthèses',
  ],
  [
    /\([^()\n]+\)\[(?=https?:|\/|#|[\w-]+\.mdx)[^\]\n]*\]/g,
    'lien à l’envers',
    '[mots du lien](03-former.mdx)',
    () => 'mettez les mots entre crochets, et l’adresse entre parenthèses',
  ],
];

/** The same in a title, an attribute or the words of an image, where neither tags nor Markdown are read. */
const MARKS_ALONE: readonly Mark[] = [
  [
    /<\/?\p{L}[^<>]*>/gu,
    'balise là où elle ne se lit pas',
    'la forme entre crochets, comme [[entrees bassin=lille]]',
    (mark, quote) => {
      const form = formOf(mark, quote);
      return form ? `écrivez ${form}` : 'retirez la balise';
    },
  ],
  [
    /(\*{1,2}|__)(?=\S)[^*_\n]+\1|\[[^[\]\n]+\]\([^)\n]*\)/g,
    'Markdown là où il ne se lit pas',
    'des mots seuls',
    () => 'retirez les signes, gardez les mots',
  ],
];

/** The text form of a `<Chiffre>`, a `<Constat>` or a `<Publie>`. */
export function formOf(tag: string, quote: Quote): string | null {
  const [, name, rest = ''] = /^<(Chiffre|Constat|Publie)\s([\s\S]*?)\/?>$/.exec(tag) ?? [];
  if (!name) return null;
  const pairs = [...rest.matchAll(/([\p{L}_-]+)=[{"']([^"'{}]*)[}"']/gu)].map(({ 1: key = '', 2: value = '' }) => [
    key,
    value,
  ]);
  const written = pairs.map(([key, value = '']) => {
    if (key === 'de') return value;
    return `${key}=${/^[\w-]+$/.test(value) ? value : quote + value + quote}`;
  });
  return `[[${[...(name === 'Publie' ? ['publie'] : []), ...written].join(' ')}]]`;
}

/** Forms, links and tags that are typed amiss: readers would meet signs in the place of a number or of a link. */
export const unreadMarks = (readable: Readable, print: Print): Remark[] =>
  [...MARKS, ...(readable.takesTags ? [] : MARKS_ALONE)].flatMap(([pattern, message, expected, remedy]) =>
    [...readable.own.matchAll(pattern)].map(({ index, 0: { length } }): Remark => {
      const mark = readable.shown.slice(index, index + length);
      return {
        ...readable.locate(index),
        severity: 'error',
        message: `${message}\u00A0: «${NBSP}${mark}${NBSP}»`,
        value: sentenceAt(readable, index, print),
        expected,
        remedy: remedy(mark, readable.quote),
      };
    }),
  );
