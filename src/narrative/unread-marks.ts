import { NBSP } from '../french/number.ts';
import type { Print } from './print-tag.ts';
import type { Readable } from './readable.ts';
import type { Remark } from './remark.ts';
import { sentenceAt } from './sentence.ts';

/** Marks that missed what they were typed for, and would stand in the page as they are. */
const MARKS: readonly (readonly [RegExp, message: string, expected: string, remedy: string])[] = [
  [
    /\[\[|\]\]/g,
    'crochets doubles qui ne font pas une forme',
    '[[entrees bassin=lille]], sur une seule ligne',
    'fermez la forme par «\u00A0]]\u00A0» sur la même ligne, ou retirez les crochets',
  ],
  [
    /(?<!\[)\[[^[\]\n]+\](?:\s+\((?=https?:|\/|#|[\w-]+\.mdx)[^)\n]*\)|\[[^[\]\n]*\])/g,
    'lien mal formé',
    '[mots du lien](03-former.mdx), sans espace entre «\u00A0]\u00A0» et «\u00A0(\u00A0»',
    'écrivez les mots entre crochets, puis aussitôt l’adresse entre parenthèses',
  ],
  [
    /\([^()\n]+\)\[(?=https?:|\/|#|[\w-]+\.mdx)[^\]\n]*\]/g,
    'lien à l’envers',
    '[mots du lien](03-former.mdx)',
    'mettez les mots entre crochets, et l’adresse entre parenthèses',
  ],
];

/** Forms and links that are typed amiss: readers would meet brackets in the place of a number or of a link. */
export const unreadMarks = (readable: Readable, print: Print): Remark[] =>
  MARKS.flatMap(([pattern, message, expected, remedy]) =>
    [...readable.own.matchAll(pattern)].map(
      ({ index, 0: mark }): Remark => ({
        ...readable.locate(index),
        severity: 'error',
        message: `${message}\u00A0: «${NBSP}${mark}${NBSP}»`,
        value: sentenceAt(readable, index, print),
        expected,
        remedy,
      }),
    ),
  );
