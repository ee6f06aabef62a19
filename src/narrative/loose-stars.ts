import type { MdastNode } from 'satteri';
import type { Remark } from './remark.ts';
import { positionAt } from './source.ts';
import { walk } from './tree.ts';

/** `**` that pairs with no other is left in the text, and would be printed; `\*\*` is wanted. */
export function looseStars(root: MdastNode, source: string): Remark[] {
  return [...walk(root)].flatMap((node): Remark[] => {
    if (node.type !== 'text') return [];
    const start = node.position?.start.offset ?? 0;
    const typed = source.slice(start, node.position?.end.offset ?? start);
    return [...typed.matchAll(/(?<![\\*])\*\*(?!\*)/g)].map(({ index }) => ({
      ...positionAt(source, start + index),
      severity: 'warning',
      message: 'gras «\u00A0**\u00A0» sans sa paire\u00A0: les étoiles s’imprimeront',
      value: typed.slice(index, index + SHOWN).split('\n', 1)[0] ?? '',
      expected: '**mots en gras**, sans espace à l’intérieur des étoiles, dans un même paragraphe',
      remedy: 'ajoutez « ** » à l’autre bout, ou retirez-les\u202F; pour des étoiles, écrivez « \\*\\* »',
    }));
  });
}

/** Characters that are enough to find the place. */
const SHOWN = 30;
