import type { AttributeSpec, TagSpec } from './tags.ts';

/** One entry of a VS Code snippets file. */
export interface Snippet {
  readonly scope: string;
  readonly prefix: string;
  readonly body: string;
  readonly description: string;
}

/** What VS Code completes in chapters: each tag with its required attributes, then each attribute. */
export function snippetsOf(tags: readonly TagSpec[]): Readonly<Record<string, Snippet>> {
  const attributes = new Map(tags.flatMap((tag) => Object.entries(tag.attributes)));
  return Object.fromEntries([
    ...tags.map((tag) => [`<${tag.name}>`, snippet(tag.name, tagBody(tag), tag.description)] as const),
    ...[...attributes].map(
      ([name, spec]) => [`${name}=`, snippet(name, attributeBody(name, spec, 1), spec.description)] as const,
    ),
  ]);
}

const snippet = (prefix: string, body: string, description: string): Snippet => ({
  scope: 'mdx,markdown',
  prefix,
  body,
  description,
});

function tagBody({ name, attributes, content }: TagSpec): string {
  const needed = Object.entries(attributes).filter(([, { required }]) => required);
  const opening = [name, ...needed.map(([key, spec], index) => attributeBody(key, spec, index + 1))].join(' ');
  return content ? `<${opening}>\${${needed.length + 1}:…}</${name}>$0` : `<${opening} />$0`;
}

const attributeBody = (name: string, { values }: AttributeSpec, stop: number): string =>
  `${name}="\${${stop}${values ? `|${values.join(',')}|` : ':'}}"`;
