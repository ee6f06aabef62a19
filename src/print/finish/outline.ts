import { PDFDict, type PDFDocument, PDFHexString, PDFName, PDFRef } from '@cantoo/pdf-lib';
import type { PrintedHeading } from '../page/headings.ts';

/** Items of the outline that the browser made, in reading order. */
function outlineItems(document: PDFDocument): PDFDict[] {
  const items: PDFDict[] = [];
  const visit = (reference: unknown): void => {
    let next = reference;
    while (next instanceof PDFRef) {
      const item = document.context.lookup(next, PDFDict);
      items.push(item);
      visit(item.get(PDFName.of('First')));
      next = item.get(PDFName.of('Next'));
    }
  };
  visit(document.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict)?.get(PDFName.of('First')));
  return items;
}

/**
 * Gives bookmarks the titles of their headings: the browser writes them without the spaces at line wraps.
 * @throws Error when the outline and the headings of the page do not match one to one
 */
export function nameBookmarks(document: PDFDocument, headings: readonly PrintedHeading[]): void {
  const items = outlineItems(document);
  if (items.length !== headings.length)
    throw new Error(`outline of ${items.length} items for ${headings.length} headings`);
  for (const [index, item] of items.entries())
    item.set(PDFName.of('Title'), PDFHexString.fromText(headings[index]?.text ?? ''));
}
