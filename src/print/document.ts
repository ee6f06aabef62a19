import { ParseSpeeds, PDFArray, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';

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
