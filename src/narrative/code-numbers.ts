import type { MdastNode } from 'satteri';
import { NBSP } from '../french/number.ts';
import type { FreeNumbers } from './admitted-numbers.ts';
import { fault, type Remark } from './remark.ts';
import { startOf, walk } from './tree.ts';
import { findNumbers } from './typed-numbers.ts';

/** Numbers in code, which readers meet as well; those inside a name (« entrees-v2.csv ») are part of it. */
export const codeNumbers = (root: MdastNode, source: string, free: FreeNumbers): Remark[] =>
  [...walk(root)].flatMap((node) => {
    if (node.type !== 'inlineCode' && node.type !== 'code') return [];
    return findNumbers(node.value, free)
      .typed.filter(({ start, end }) => !/[\p{L}_./=-]/u.test(`${node.value[start - 1] ?? ''}${node.value[end] ?? ''}`))
      .map(({ text }) => ({
        ...startOf(node, source),
        ...fault(
          `nombre saisi dans du code «${NBSP}${text}${NBSP}»`,
          'des noms de fichiers ou de colonnes, et aucun nombre',
          'retirez les accents graves «\u00A0`\u00A0»\u202F: le nombre sera jugé comme les autres',
          node.value.slice(0, LONGEST),
        ),
      }));
  });

/** Signs of code that a message repeats. */
const LONGEST = 80;
