import { readFile } from 'node:fs/promises';
import { decodePDFRawStream, PDFDocument, PDFRawStream } from '@cantoo/pdf-lib';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface OutlineItem {
  readonly depth: number;
  readonly title: string;
  readonly page: number;
}

/** A PDF as its reader has it: the text of each page, its outline, what it says of itself. */
export interface ReadPdf {
  readonly pages: readonly string[];
  readonly outline: readonly OutlineItem[];
  readonly information: Readonly<Record<string, unknown>>;
  readonly images: number;
  /** Characters that the fonts of the file map glyphs to, as hexadecimal code points. */
  readonly characters: ReadonlySet<string>;
}

/** Reads a PDF with another library than the one that made it. */
export async function readPdf(file: string): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(await readFile(file)), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent({ disableNormalization: true });
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
  }
  const { info } = await document.getMetadata();
  const outline = await flatten(document, await document.getOutline(), 1);
  const images = (await readFile(file, 'latin1')).match(/\/Subtype\s*\/Image/g)?.length ?? 0;
  const characters = await mappedCharacters(file);
  await task.destroy();
  return { pages, outline, information: info as Record<string, unknown>, images, characters };
}

/** Readers turn every space into an ordinary one: what was written is in the fonts' own tables. */
async function mappedCharacters(file: string): Promise<Set<string>> {
  const document = await PDFDocument.load(await readFile(file));
  const found = new Set<string>();
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue;
    const text = Buffer.from(decodePDFRawStream(object).decode()).toString('latin1');
    if (text.includes('beginbfchar') || text.includes('beginbfrange')) {
      for (const [, character] of text.matchAll(/<([0-9A-F]{4})>\s*(?:\n|$)/g)) found.add(character ?? '');
    }
  }
  return found;
}

type Outline = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>;

async function flatten(document: PDFDocumentProxy, items: Outline | null, depth: number): Promise<OutlineItem[]> {
  const found: OutlineItem[] = [];
  for (const item of items ?? []) {
    const target = typeof item.dest === 'string' ? await document.getDestination(item.dest) : item.dest;
    const page = target ? (await document.getPageIndex(target[0])) + 1 : 0;
    found.push({ depth, title: item.title, page }, ...(await flatten(document, item.items, depth + 1)));
  }
  return found;
}
