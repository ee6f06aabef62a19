import type { MdastNode } from 'satteri';
import { type Fault, fault, type Remark } from './remark.ts';
import { startOf, walk } from './tree.ts';

/** Title of the page, which its front matter gives. */
const PAGE_TITLE = 1;

/** Headings that compete with the title of the page, or skip a level: a screen reader's plan would have a hole. */
export function headingLevels(root: MdastNode, source: string): Remark[] {
  let above = PAGE_TITLE;
  return [...walk(root)].flatMap((node) => {
    if (node.type !== 'heading') return [];
    const found = levelFault(node.depth, above);
    above = Math.max(node.depth, PAGE_TITLE + 1);
    return found ? [{ ...found, ...startOf(node, source) }] : [];
  });
}

const marks = (depth: number): string => '#'.repeat(depth);

function levelFault(depth: number, above: number): Fault | null {
  if (depth === PAGE_TITLE)
    return fault(
      'titre de premier niveau dans un chapitre',
      'un seul par page\u00A0: celui de l’en-tête',
      'écrivez « ## » devant un titre, « ### » devant un sous-titre',
    );
  if (depth <= above + 1) return null;
  return fault(
    `titre « ${marks(depth)} » qui saute un niveau`,
    `« ${marks(above + 1)} » au plus, ${above === PAGE_TITLE ? 'pour un premier titre' : `sous un titre « ${marks(above)} »`}`,
    `écrivez « ${marks(above + 1)} »`,
  );
}
