import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, PDFRef, PDFString } from '@cantoo/pdf-lib';

const name = (text: string): PDFName => PDFName.of(text);

/**
 * Tags notes and their calls, which the browser knows as plain text: a note holds the link back to its call, and a
 * call the link to its note. Each note is named after its anchor.
 */
export function tagNotes(document: PDFDocument): void {
  const holders = parentTree(document);
  const notes = new Map<string, PDFRef>();
  for (const page of document.getPages()) {
    for (const reference of page.node.Annots()?.asArray() ?? []) {
      const link = document.context.lookup(reference, PDFDict);
      const target = link.get(name('Dest'));
      const key = link.get(name('StructParent'));
      if (!(target instanceof PDFName) || !(key instanceof PDFNumber)) continue;
      const [, kind, anchor = ''] = /^(appel|note)-(.+)$/.exec(target.decodeText()) ?? [];
      const holder = holders.get(key.asNumber())?.get(name('P'));
      if (!(holder instanceof PDFRef) || kind === undefined) continue;
      const element = document.context.lookup(holder, PDFDict);
      element.set(name('S'), name(kind === 'appel' ? 'Note' : 'Reference'));
      if (kind !== 'appel') continue;
      element.set(name('ID'), PDFString.of(`note-${anchor}`));
      notes.set(`note-${anchor}`, holder);
    }
  }
  if (notes.size > 0) addToNames(document, notes);
}

/** Adds a leaf to the tree of names; it is sorted, and the browser's own names, « node00000001 », come before ours. */
function addToNames(document: PDFDocument, elements: ReadonlyMap<string, PDFRef>): void {
  const root = document.catalog.lookup(name('StructTreeRoot'), PDFDict);
  const ids = [...elements.keys()].toSorted();
  const leaf = document.context.register(
    document.context.obj({
      Limits: [ids[0], ids.at(-1)].map((id) => PDFString.of(id ?? '')),
      Names: ids.flatMap((id) => [PDFString.of(id), elements.get(id) as PDFRef]),
    }),
  );
  const kids = root.lookupMaybe(name('IDTree'), PDFDict)?.lookupMaybe(name('Kids'), PDFArray);
  if (kids) kids.push(leaf);
  else root.set(name('IDTree'), document.context.obj({ Kids: [leaf] }));
}

/** Elements that hold an annotation, by the key it has in the parent tree. */
function parentTree(document: PDFDocument): Map<number, PDFDict> {
  const root = document.catalog.lookupMaybe(name('StructTreeRoot'), PDFDict);
  const numbers = root?.lookupMaybe(name('ParentTree'), PDFDict)?.lookupMaybe(name('Nums'), PDFArray);
  const holders = new Map<number, PDFDict>();
  for (let index = 0; index + 1 < (numbers?.size() ?? 0); index += 2) {
    const [key, element] = [numbers?.get(index), numbers?.lookup(index + 1)];
    if (key instanceof PDFNumber && element instanceof PDFDict) holders.set(key.asNumber(), element);
  }
  return holders;
}
