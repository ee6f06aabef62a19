import { PDFArray, PDFDict, type PDFDocument, PDFString } from '@cantoo/pdf-lib';
import { name, type Rule, when, words } from './rule.ts';
import type { Element } from './tree.ts';

/** Each note has a name of its own, in the tree of names; calls are references, and what leads back to one is a note. */
export const notes: Rule = (document, elements) => {
  const { catalog, context } = document;
  const named = namesOf(context.lookup(catalog.lookup(name('StructTreeRoot'), PDFDict).get(name('IDTree'))));
  const ids = elements.flatMap(({ role, dictionary }) => (role === 'Note' ? [words(dictionary, 'ID')] : []));
  return [
    ...when(ids.includes(''), 'a note without name'),
    ...when(new Set(ids).size < ids.length, 'two notes of the same name'),
    ...when(
      ids.some((id) => !named.has(id)),
      'a note that is not in the tree of names',
    ),
    ...tagsAround(document, elements, 'note-').flatMap((tag) =>
      when(tag !== 'Reference', `the call of a note in ${tag}`),
    ),
    ...tagsAround(document, elements, 'appel-').flatMap((tag) => when(tag !== 'Note', `a note in ${tag}`)),
  ];
};

function namesOf(node: unknown): Set<string> {
  if (!(node instanceof PDFDict)) return new Set();
  const own = node.lookupMaybe(name('Names'), PDFArray)?.asArray() ?? [];
  const below = node.lookupMaybe(name('Kids'), PDFArray);
  const kids = below ? below.asArray().flatMap((_, index) => [...namesOf(below.lookup(index))]) : [];
  return new Set([...own.flatMap((item) => (item instanceof PDFString ? [item.decodeText()] : [])), ...kids]);
}

/** Tags that hold the links that lead to anchors of this beginning. */
function tagsAround(document: PDFDocument, elements: readonly Element[], beginning: string): string[] {
  const targets = new Map(
    document.getPages().flatMap(({ node }) =>
      (node.Annots()?.asArray() ?? []).map((reference): [string, string] => {
        const target = document.context.lookup(reference, PDFDict).get(name('Dest'));
        return [reference.toString(), target?.toString() ?? ''];
      }),
    ),
  );
  return elements
    .filter(({ annotations }) => annotations.some((link) => targets.get(link)?.startsWith(`/${beginning}`)))
    .map(({ parent }) => parent?.role ?? 'nothing');
}
