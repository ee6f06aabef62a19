import { maskAnchors } from './headings.ts';
import { type Print, printForms } from './print-tag.ts';
import { replaceForms, type TextForm } from './text-form.ts';
import { isTag, parseMdx, walk } from './tree.ts';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * A chapter as the site's engine takes it: in prose a text form becomes its tag, in an attribute or an image's words
 * it becomes what it prints, and `{#ancre}` becomes a comment. A chapter without any of them stays as it is.
 */
export function expandSource(text: string, print: Print): string {
  const source = maskAnchors(text);
  if (!source.includes('[[')) return source;
  const parsing = parseMdx(source);
  if (!parsing.ok) return source;
  const edits: Edit[] = [];
  const edit = (start: number, end: number, change: (text: string) => string): void => {
    const before = source.slice(start, end);
    if (before.includes('[[')) edits.push({ start, end, text: change(before) });
  };
  for (const node of walk(parsing.root)) {
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    if (node.type === 'text') edit(start, end, (before) => replaceForms(before, asTag));
    if (node.type === 'image') edit(start, end, (before) => printForms(before, print));
    if (isTag(node))
      edit(start, node.children[0]?.position?.start.offset ?? end, (before) => printForms(before, print));
  }
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((result, { start, end, text: after }) => result.slice(0, start) + after + result.slice(end), source);
}

const asTag = ({ name, values }: TextForm): string => {
  const attributes = [...values].map(([key, value]) => ` ${key}="${String(value).replaceAll('"', '&quot;')}"`);
  return `<${name}${attributes.join('')} />`;
};
