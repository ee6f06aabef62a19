import type { MdastNode } from 'satteri';
import { isTag, type Tag, walk } from './tree.ts';

export interface Heading {
  readonly depth: number;
  /** As rendered, figures included: for contents, breadcrumbs and bookmarks. */
  readonly text: string;
  /** From its words, without values: the anchor does not change with the data. */
  readonly id: string;
}

/** « Où l’on forme, en 2024 » → « ou-l-on-forme-en-2024 ». */
export function slugify(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Gives each heading of a document its anchor; a second one of the same words gets « -2 ». */
export function createAnchors(): (words: string) => string {
  const seen = new Map<string, number>();
  return (words) => {
    const slug = slugify(words) || 'section';
    const count = (seen.get(slug) ?? 0) + 1;
    seen.set(slug, count);
    return count === 1 ? slug : `${slug}-${count}`;
  };
}

/** The words of a node, without what its tags would print. */
export function wordsOf(node: MdastNode): string {
  return inlineText(node, () => '');
}

/** The text of a node, tags replaced by what they print. */
export function inlineText(node: MdastNode, print: (tag: Tag) => string): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (isTag(node)) return print(node);
  return 'children' in node ? node.children.map((child) => inlineText(child as MdastNode, print)).join('') : '';
}

/** The headings of a chapter, in order. */
export function headingsOf(root: MdastNode, print: (tag: Tag) => string, typeset: (text: string) => string): Heading[] {
  const anchor = createAnchors();
  return [...walk(root)].flatMap((node) =>
    node.type === 'heading'
      ? [{ depth: node.depth, text: typeset(inlineText(node, print)), id: anchor(wordsOf(node)) }]
      : [],
  );
}
