import type { MdastNode } from 'satteri';
import { type AttributeValue, readAttributes } from './attributes.ts';
import { createWriter } from './readable-writer.ts';
import { isSliceKey } from './slice-key.ts';
import { type Position, positionAt } from './source.ts';
import type { FoundForm } from './text-form.ts';
import { isTag, startOf, type Tag, walk } from './tree.ts';

/** A tag or a form inside a text: what it is, and where. */
export interface Mention {
  readonly at: number;
  readonly name: string;
  readonly values: ReadonlyMap<string, AttributeValue>;
  /** The words between the tags. */
  readonly body: string;
  readonly form?: FoundForm;
  readonly tag?: Tag;
}

/** A quote that a form may hold where it is pasted: not the one that ends the text around it. */
export type Quote = '"' | "'";

/** The quote that may be pasted in a text that starts at an offset: the other one than that before it. */
export const quoteInside = (source: string, start: number): Quote => (source[start - 1] === "'" ? '"' : "'");

/** Words that readers meet: a paragraph, a heading, a title, a line of front matter. */
export interface Readable {
  /** As it is read, a mention standing for one character each. */
  readonly shown: string;
  /** The same without quotations: what the author says, letter for letter at the same place. */
  readonly own: string;
  readonly mentions: readonly Mention[];
  /** Where a character of it is in the file. */
  readonly locate: (offset: number) => Position;
  /** False where only the text form can be written. */
  readonly takesTags: boolean;
  /** The quote that a pasted form may hold. */
  readonly quote: Quote;
  /** The basin, the year… that the tag around a title shows: what the title says is about them. */
  readonly slice: ReadonlyMap<string, AttributeValue>;
}

const EVERYTHING: Readable['slice'] = new Map();

/** Attributes that readers meet. */
const SPOKEN_ATTRIBUTES = ['titre', 'etiquette', 'lecture'];
/** Tags that stand for one number or one claim; their words are not the author's own. */
const SPOKEN_TAGS = ['Chiffre', 'Constat', 'Publie', 'NombreLibre'];

/** Every readable text of a chapter, in reading order; a block of quotation is somebody else's. */
export function readablesOf(node: MdastNode, source: string): Readable[] {
  if (node.type === 'blockquote') return [];
  if (node.type === 'image')
    return [node.alt, node.title].flatMap((text) => (text ? [readableIn(text, node, source)] : []));
  const own = [
    ...(node.type === 'link' && node.title ? [readableIn(node.title, node, source)] : []),
    ...(isTag(node) ? attributesOf(node, source) : []),
    ...(isBlock(node) ? [readBlock(node, source)] : []),
  ];
  if (isSpoken(node) || !('children' in node)) return own;
  return [...own, ...node.children.flatMap((child) => readablesOf(child as MdastNode, source))];
}

/** A text that stands alone, such as a title in front matter; `locate` finds its characters in the file. */
export function readableText(text: string, locate: (offset: number) => Position, quote: Quote = "'"): Readable {
  const writer = createWriter();
  writer.text(text, locate);
  return { ...writer.finish(), takesTags: false, quote, slice: EVERYTHING };
}

function attributesOf(tag: Tag, source: string): Readable[] {
  const { values } = readAttributes(tag);
  const slice = new Map([...values].filter(([name]) => isSliceKey(name)));
  return SPOKEN_ATTRIBUTES.flatMap((name) => {
    const text = values.get(name);
    return typeof text === 'string' ? [{ ...readableIn(text, tag, source), slice }] : [];
  });
}

/** A text that is found again in the source of its node. */
function readableIn(text: string, node: MdastNode | Tag, source: string): Readable {
  const start = node.position?.start.offset ?? 0;
  const found = source.indexOf(text, start);
  const locate = (offset: number): Position => positionAt(source, found < 0 ? start : found + offset);
  return readableText(text, locate, quoteInside(source, found));
}

const isBlock = (node: MdastNode): boolean =>
  node.type === 'paragraph' ||
  node.type === 'heading' ||
  node.type === 'tableCell' ||
  (node.type === 'mdxJsxFlowElement' && (isSpoken(node) || node.children.some(isInline)));

const isSpoken = (node: MdastNode): boolean => isTag(node) && SPOKEN_TAGS.includes(node.name ?? '');

const isInline = ({ type }: { readonly type: string }): boolean => type === 'text' || type === 'mdxJsxTextElement';

function readBlock(block: MdastNode, source: string): Readable {
  const writer = createWriter();
  const visit = (node: MdastNode): void => {
    if (node.type === 'text') writer.text(node.value, inSource(node.value, node, source));
    else if (node.type === 'inlineCode') writer.hide(node.value.length);
    else if (node.type === 'break') writer.text('\n', inSource('\n', node, source));
    else if (isTag(node) && isSpoken(node))
      writer.mention(
        { name: node.name ?? '', values: readAttributes(node).values, body: bodyOf(node), tag: node },
        () => startOf(node, source),
      );
    else if ('children' in node) for (const child of node.children) visit(child as MdastNode);
  };
  if (isSpoken(block)) visit(block);
  else if ('children' in block) for (const child of block.children) visit(child as MdastNode);
  return { ...writer.finish(), takesTags: true, quote: '"', slice: EVERYTHING };
}

/** The words between the tags, as they are typed. */
export const bodyOf = (tag: Tag): string =>
  [...walk(tag as MdastNode)].map((node) => (node.type === 'text' ? node.value : '')).join('');

/** Where the characters of a node's text are: its value is decoded, so it is looked for in the source. */
function inSource(value: string, node: MdastNode, source: string): (offset: number) => Position {
  const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? source.length];
  if (source.slice(start, end) === value) return (offset) => positionAt(source, start + offset);
  return (offset) => {
    const found = source.indexOf(value.slice(offset, offset + SNIPPET).split('\n', 1)[0] ?? '', start);
    return positionAt(source, found < 0 || found > end ? start : found);
  };
}

/** Characters that are enough to find a place again. */
const SNIPPET = 20;
