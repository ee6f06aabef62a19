import { decodePDFRawStream, PDFArray, type PDFDocument, PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import type { PrintedHeading } from '../page/headings.ts';
import { markArtefacts } from './artefacts.ts';
import { placeFigures } from './figures.ts';
import { type DocumentInformation, setMetadata } from './metadata.ts';
import { renameElements } from './names.ts';
import { tagNotes } from './notes.ts';
import { nameBookmarks } from './outline.ts';
import { describeLinks, type LinkWords, labelPages, mendStructure, setTabOrder } from './structure.ts';

/** What the page knows, and the file the browser writes does not. */
export interface PageWords {
  readonly headings: readonly PrintedHeading[];
  readonly links: LinkWords;
}

/**
 * Finishes a printed document: artefacts, structure, places of figures, notes, links, bookmarks, page labels, metadata, dates.
 * @throws Error when the outline and the headings of the page do not match one to one
 */
export async function finishDocument(
  document: PDFDocument,
  information: DocumentInformation,
  { headings, links }: PageWords,
): Promise<Uint8Array> {
  const contents = rewriteContents(document, markArtefacts);
  mendStructure(document);
  placeFigures(document, contents);
  tagNotes(document);
  renameElements(document);
  describeLinks(document, links);
  nameBookmarks(document, headings);
  setTabOrder(document);
  labelPages(document);
  setMetadata(document, information);
  return document.save({
    useObjectStreams: true,
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: Number.POSITIVE_INFINITY,
  });
}

/** Rewrites what each page paints; returns it, by the reference of its page. */
function rewriteContents(document: PDFDocument, rewrite: (content: string) => string): Map<string, string> {
  const pages = document.getPages().map(({ node, ref }): [string, string] => {
    const contents = node.get(PDFName.of('Contents'));
    const references = contents instanceof PDFArray ? contents.asArray() : [contents];
    const written = references.map((reference) => {
      const stream = document.context.lookup(reference);
      if (!(reference instanceof PDFRef) || !(stream instanceof PDFRawStream)) return '';
      const content = rewrite(Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1'));
      document.context.assign(reference, document.context.flateStream(Buffer.from(content, 'latin1')));
      return content;
    });
    return [ref.toString(), written.join('\n')];
  });
  return new Map(pages);
}
