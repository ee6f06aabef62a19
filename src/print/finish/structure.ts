import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
} from '@cantoo/pdf-lib';

const name = (text: string): PDFName => PDFName.of(text);

/** Tags of PDF 2.0 that the browser writes, and the tag of PDF 1.7 each stands for. */
const ROLES: Readonly<Record<string, string>> = { Strong: 'Span', Em: 'Span' };

/** Mends the structure tree: roles of newer tags, bodies of list items, captions of tables. */
export function mendStructure(document: PDFDocument): void {
  const root = document.catalog.lookupMaybe(name('StructTreeRoot'), PDFDict);
  if (!root) return;
  root.set(
    name('RoleMap'),
    document.context.obj(Object.fromEntries(Object.entries(ROLES).map(([tag, role]) => [tag, name(role)]))),
  );
  const bodies = new Map<string, PDFRef>();
  for (const [reference, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue;
    const tag = object.get(name('S'));
    if (tag === name('LI')) bodies.set(reference.toString(), wrapItem(document, reference, object));
    else if (tag === name('Table')) tagCaption(document, reference, object);
  }
  moveMarkedContent(root, bodies);
}

/** The browser leaves the lines of a caption in the table itself, before its rows: they are put in a caption. */
function tagCaption(document: PDFDocument, reference: PDFRef, table: PDFDict): void {
  const kids = table.lookupMaybe(name('K'), PDFArray)?.asArray() ?? [];
  const isLine = (kid: PDFObject): boolean => tagOf(document, kid) === name('P');
  const lines = kids.slice(
    0,
    kids.findIndex((kid) => !isLine(kid)),
  );
  if (lines.length === 0) return;
  const caption = document.context.register(
    document.context.obj({ Type: 'StructElem', S: 'Caption', P: reference, K: lines }),
  );
  for (const line of lines) document.context.lookup(line, PDFDict).set(name('P'), caption);
  table.set(name('K'), document.context.obj([caption, ...kids.slice(lines.length)]));
}

function tagOf(document: PDFDocument, kid: PDFObject): PDFObject | undefined {
  const element = document.context.lookup(kid);
  return element instanceof PDFDict ? element.get(name('S')) : undefined;
}

/** Puts all that a list item holds in a body, as its content model wants. */
function wrapItem(document: PDFDocument, reference: PDFRef, item: PDFDict): PDFRef {
  const kids = item.get(name('K'));
  const body = document.context.register(
    document.context.obj({ Type: 'StructElem', S: 'LBody', P: reference }) as PDFDict,
  );
  const dictionary = document.context.lookup(body, PDFDict);
  for (const key of ['Pg', 'K'].map(name)) {
    const value = item.get(key);
    if (value) dictionary.set(key, value);
  }
  for (const kid of kidsOf(document, kids)) {
    if (kid instanceof PDFDict && kid.has(name('P'))) kid.set(name('P'), body);
  }
  item.set(name('K'), document.context.obj([body]));
  return body;
}

function kidsOf(document: PDFDocument, kids: PDFObject | undefined): PDFObject[] {
  const value = kids instanceof PDFRef ? document.context.lookup(kids) : kids;
  const list = value instanceof PDFArray ? value.asArray() : value ? [value] : [];
  return list
    .map((kid) => (kid instanceof PDFRef ? document.context.lookup(kid) : kid))
    .filter((kid) => kid !== undefined);
}

/** Marked content that an item held itself is its body's now: the tree that leads back from a page must say so. */
function moveMarkedContent(root: PDFDict, bodies: ReadonlyMap<string, PDFRef>): void {
  const numbers = root.lookupMaybe(name('ParentTree'), PDFDict)?.lookupMaybe(name('Nums'), PDFArray);
  for (let index = 1; index < (numbers?.size() ?? 0); index += 2) {
    const parents = numbers?.lookup(index);
    if (!(parents instanceof PDFArray)) continue;
    parents.asArray().forEach((parent, position) => {
      const body = parent instanceof PDFRef && bodies.get(parent.toString());
      if (body) parents.set(position, body);
    });
  }
}

/** Words of links, by their address as it is written in the page: `#id` inside the document. */
export type LinkWords = Readonly<Record<string, string>>;

/** Gives every link annotation a description, for who does not see where it stands. */
export function describeLinks(document: PDFDocument, words: LinkWords): void {
  for (const page of document.getPages()) {
    for (const annotation of page.node.Annots()?.asArray() ?? []) {
      const link = document.context.lookup(annotation, PDFDict);
      if (link.get(name('Subtype')) !== name('Link')) continue;
      const address = addressOf(link);
      link.set(name('Contents'), PDFHexString.fromText(words[address] ?? address));
    }
  }
}

function addressOf(link: PDFDict): string {
  const destination = link.get(name('Dest'));
  if (destination instanceof PDFName) return `#${destination.decodeText()}`;
  const uri = link.lookupMaybe(name('A'), PDFDict)?.get(name('URI'));
  return uri ? uri.toString().slice(1, -1) : '';
}

/** Every page is read in the order of the structure. */
export function setTabOrder(document: PDFDocument): void {
  for (const page of document.getPages()) page.node.set(name('Tabs'), name('S'));
}

/** Labels of pages: the number that is printed on each, from 1. */
export function labelPages(document: PDFDocument): void {
  const label = document.context.obj({ S: 'D', St: 1 });
  document.catalog.set(name('PageLabels'), document.context.obj({ Nums: [PDFNumber.of(0), label] }));
}
