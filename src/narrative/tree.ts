import { type MdastNode, type MdxJsxFlowElement, type MdxJsxTextElement, mdxToMdast } from 'satteri';
import { explainSyntax } from './explain-syntax.ts';
import type { Remark } from './remark.ts';
import { type Position, positionAt } from './source.ts';

export type Tag = MdxJsxFlowElement | MdxJsxTextElement;

export type Parsing = { readonly ok: true; readonly root: MdastNode } | { readonly ok: false; readonly fault: Remark };

/** Features of the Markdown engine, the same for `check`, the site and the print edition. */
export const FEATURES = { frontmatter: true, smartPunctuation: false, gfm: { footnotes: false } } as const;

/** A chapter as a syntax tree, or the place and reason why it cannot be read, in French. */
export function parseMdx(text: string): Parsing {
  try {
    return { ok: true, root: mdxToMdast(text, { features: FEATURES }) };
  } catch (error) {
    return { ok: false, fault: explainSyntax(error instanceof Error ? error.message : String(error), text) };
  }
}

/** Every node of a tree, parents before children, in reading order. */
export function* walk(node: MdastNode): Generator<MdastNode> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* walk(child as MdastNode);
}

export const isTag = (node: MdastNode | Tag): node is Tag =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

/** Where a node starts. */
export const startOf = (node: MdastNode | Tag, text: string): Position =>
  positionAt(text, node.position?.start.offset ?? 0);
