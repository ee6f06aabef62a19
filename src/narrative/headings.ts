import type { MdastNode } from 'satteri';
import { type Print, printForms, printTag, printWordsOnly } from './print-tag.ts';
import { isTag, walk } from './tree.ts';

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

/** The words of a node, without the values that its tags would print. */
export const wordsOf = (node: MdastNode): string => inlineText(node, printWordsOnly);

/** The text of a node, tags and text forms replaced by what they print. */
function inlineText(node: MdastNode, print: Print): string {
  if (node.type === 'text') return printForms(node.value, print);
  if (node.type === 'inlineCode') return node.value;
  const inside = 'children' in node ? node.children.map((child) => inlineText(child as MdastNode, print)).join('') : '';
  return isTag(node) ? printTag(node, inside, print) : inside;
}

/** `## Titre {#ancre}`, which the Markdown engine would take for code, as a comment that it lets pass. */
export const maskAnchors = (source: string): string =>
  source.replace(/^(#{1,6}[ \t].*?)[ \t]*\{#([\w-]+)\}[ \t]*$/gm, '$1 {/*#$2*/}');

/** The anchor that an editor chose for a heading, or `null`. */
export function explicitAnchor(heading: MdastNode): string | null {
  if (!('children' in heading)) return null;
  for (const child of heading.children as MdastNode[]) {
    const match = child.type === 'mdxTextExpression' && /^\s*\/\*#([\w-]+)\*\/\s*$/.exec(child.value);
    if (match) return match[1] ?? null;
  }
  return null;
}

/** The headings of a chapter, in order. */
export function headingsOf(root: MdastNode, print: Print, typeset: (text: string) => string): Heading[] {
  const anchor = createAnchors();
  return [...walk(root)].flatMap((node) =>
    node.type === 'heading'
      ? [
          {
            depth: node.depth,
            text: typeset(inlineText(node, print)).trim(),
            id: anchor(explicitAnchor(node) ?? wordsOf(node)),
          },
        ]
      : [],
  );
}
