import { ParseSpeeds, PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRef, PDFString } from '@cantoo/pdf-lib';
import type { PrintedHeading } from './page/headings.ts';

/** What a document says of itself. Dates are days: the same document twice has the same bytes. */
export interface DocumentInformation {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly keywords: readonly string[];
  readonly date: string;
}

export const openDocument = (bytes: Uint8Array): Promise<PDFDocument> =>
  PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });

/** Page, from 1, of each target of an internal link, by the id it had in the page. */
export function destinationsOf(document: PDFDocument): Readonly<Record<string, number>> {
  const pages = new Map(document.getPages().map((page, index) => [page.ref.toString(), index + 1]));
  const destinations = document.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  return Object.fromEntries(
    [...(destinations?.entries() ?? [])].map(([name, target]) => {
      const array = document.context.lookup(target, PDFArray);
      return [name.decodeText(), pages.get(array.get(0).toString()) ?? 0];
    }),
  );
}

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
 * Finishes a printed document: language, information, dates, and the titles of the outline, which the browser writes
 * without the spaces at line wraps.
 * @throws Error when the outline and the headings of the page do not match one to one
 */
export async function finishDocument(
  document: PDFDocument,
  information: DocumentInformation,
  headings: readonly PrintedHeading[],
): Promise<Uint8Array> {
  const items = outlineItems(document);
  if (items.length !== headings.length)
    throw new Error(`outline of ${items.length} items for ${headings.length} headings`);
  for (const [index, item] of items.entries()) {
    item.set(PDFName.of('Title'), PDFHexString.fromText(headings[index]?.text ?? ''));
  }
  const date = new Date(`${information.date}T00:00:00Z`);
  document.setTitle(information.title, { showInWindowTitleBar: true });
  document.setAuthor(information.author);
  document.setSubject(information.subject);
  document.setKeywords([...information.keywords]);
  document.setCreator('bilan');
  document.setProducer('Chromium, pdf-lib');
  document.setCreationDate(date);
  document.setModificationDate(date);
  document.catalog.set(PDFName.of('Lang'), PDFString.of('fr-FR'));
  return document.save({
    useObjectStreams: true,
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: Number.POSITIVE_INFINITY,
  });
}
