import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';
import { statements } from '../../print/finish/artefacts.ts';

/** One element of a structure tree, with what it holds. */
export interface Element {
  /** The tag, once mapped to a standard one. */
  readonly role: string;
  readonly reference: string;
  readonly parent: Element | null;
  readonly dictionary: PDFDict;
  readonly children: Element[];
  /** Marked content it holds, by page (from 0) and number. */
  readonly content: { readonly page: number; readonly id: number }[];
  /** Annotations it holds. */
  readonly annotations: string[];
}

const name = (text: string): PDFName => PDFName.of(text);

/** Every element of a document's structure tree, in reading order. */
export function elementsOf(document: PDFDocument): Element[] {
  const root = document.catalog.lookup(name('StructTreeRoot'), PDFDict);
  const roles = root.lookupMaybe(name('RoleMap'), PDFDict);
  const pages = new Map(document.getPages().map((page, index) => [page.ref.toString(), index]));
  const elements: Element[] = [];

  const visit = (kid: unknown, parent: Element | null, page: number): void => {
    const value = kid instanceof PDFRef ? document.context.lookup(kid) : kid;
    if (value instanceof PDFArray) for (const item of value.asArray()) visit(item, parent, page);
    else if (value instanceof PDFNumber) parent?.content.push({ page, id: value.asNumber() });
    else if (value instanceof PDFDict) {
      const own = pages.get(value.get(name('Pg'))?.toString() ?? '') ?? page;
      const type = value.get(name('Type'))?.toString();
      if (type === '/MCR') parent?.content.push({ page: own, id: Number(value.get(name('MCID'))?.toString()) });
      else if (type === '/OBJR') parent?.annotations.push(String(value.get(name('Obj'))));
      else {
        const tag = value.lookup(name('S'), PDFName);
        const role = (roles?.lookupMaybe(tag, PDFName) ?? tag).decodeText();
        const reference = kid instanceof PDFRef ? kid.toString() : '';
        const element: Element = {
          role,
          reference,
          parent,
          dictionary: value,
          children: [],
          content: [],
          annotations: [],
        };
        parent?.children.push(element);
        elements.push(element);
        visit(value.get(name('K')), element, own);
      }
    }
  };
  visit(root.get(name('K')), null, -1);
  return elements;
}

/** The content stream of each page, as text. */
export function contentsOf(document: PDFDocument): string[] {
  return document.getPages().map(({ node }) => {
    const contents = node.Contents();
    const streams =
      contents instanceof PDFArray ? contents.asArray().map((item) => document.context.lookup(item)) : [contents];
    return streams
      .map((stream) =>
        stream instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1') : '',
      )
      .join('\n');
  });
}

/** Numbers of the marked content of a content stream, and whether a tag or an artefact is ever inside another. */
export function markedContent(content: string): { ids: number[]; isNested: boolean } {
  const ids: number[] = [];
  const open: string[] = [];
  let isNested = false;
  for (const { operator, operands } of statements(content)) {
    if (operator === 'EMC') open.pop();
    if (operator !== 'BDC' && operator !== 'BMC') continue;
    const at = operands.indexOf('/MCID');
    // Words for a ligature or a hyphen stand inside a tag as they should; a tag or an artefact never does.
    isNested ||= open.length > 0 && (at >= 0 || operands[0] === '/Artifact');
    open.push(operands[0] ?? '');
    if (at >= 0) ids.push(Number(operands[at + 1]));
  }
  return { ids, isNested: isNested || open.length > 0 };
}

/** What the parent tree says holds each marked content of a page, or an annotation. */
export function parentOf(document: PDFDocument, key: number): PDFArray | string | null {
  const numbers = document.catalog
    .lookup(name('StructTreeRoot'), PDFDict)
    .lookup(name('ParentTree'), PDFDict)
    .lookup(name('Nums'), PDFArray)
    .asArray();
  const at = numbers.findIndex((item, index) => index % 2 === 0 && Number(item.toString()) === key);
  const found = at < 0 ? undefined : numbers[at + 1];
  const value = found instanceof PDFRef ? document.context.lookup(found) : found;
  return value instanceof PDFArray ? value : found ? found.toString() : null;
}
