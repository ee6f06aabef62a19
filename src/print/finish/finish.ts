import {
  decodePDFRawStream,
  PDFArray,
  type PDFDocument,
  PDFName,
  type PDFPage,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';
import type { PrintedHeading } from '../page/headings.ts';
import { markArtefacts, statements } from './artefacts.ts';
import { figuresByPage, placeFigures } from './figures.ts';
import { type DocumentInformation, setMetadata } from './metadata.ts';
import { renameElements } from './names.ts';
import { tagNotes } from './notes.ts';
import { forget, ornamentsIn } from './ornaments.ts';
import { nameBookmarks } from './outline.ts';
import { describeLinks, type LinkWords, labelPages, mendStructure, setTabOrder } from './structure.ts';

/** What the page knows, and the file the browser writes does not. */
export interface PageWords {
  readonly headings: readonly PrintedHeading[];
  readonly links: LinkWords;
}

/**
 * Finishes a printed document: artefacts, places of figures, structure, notes, links, bookmarks, page labels, metadata, dates.
 * @throws Error when the outline and the headings of the page do not match one to one
 */
export async function finishDocument(
  document: PDFDocument,
  information: DocumentInformation,
  { headings, links }: PageWords,
): Promise<Uint8Array> {
  const figures = figuresByPage(document);
  rewriteContents(document, (content, page) => {
    const painted = [...statements(content)];
    const onPage = figures.get(page.ref.toString()) ?? [];
    placeFigures(onPage, painted);
    const ornaments = ornamentsIn(painted, new Set(onPage.flatMap((figure) => figure.content)));
    forget(document, page, ornaments);
    return markArtefacts(content, painted, ornaments);
  });
  mendStructure(document);
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

/** Rewrites what each page paints: the browser writes it as one stream. */
function rewriteContents(document: PDFDocument, rewrite: (content: string, page: PDFPage) => string): void {
  for (const page of document.getPages()) {
    const contents = page.node.get(PDFName.of('Contents'));
    const references = contents instanceof PDFArray ? contents.asArray() : [contents];
    for (const reference of references) {
      const stream = document.context.lookup(reference);
      if (!(reference instanceof PDFRef) || !(stream instanceof PDFRawStream)) continue;
      const content = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
      const written = Buffer.from(rewrite(content, page), 'latin1');
      document.context.assign(reference, document.context.flateStream(written));
    }
  }
}
