import { readFile } from 'node:fs/promises';
import { decodePDFRawStream, PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { statements } from '../print/finish/artefacts.ts';
import { contentsOf } from './ua/tree.ts';

export interface OutlineItem {
  readonly depth: number;
  readonly title: string;
  readonly page: number;
}

export interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** A PDF as its reader has it: the text of each page, its outline, what it says of itself. */
export interface ReadPdf {
  readonly pages: readonly string[];
  readonly outline: readonly OutlineItem[];
  readonly information: Readonly<Record<string, unknown>>;
  /** What XMP says, by the name of each property: `dc:title`. */
  readonly xmp: Readonly<Record<string, unknown>>;
  /** Label of each page. */
  readonly labels: readonly string[];
  readonly images: number;
  /** Addresses of links; `#id` inside the document. */
  readonly links: readonly string[];
  /** Ids of the links inside that lead somewhere. */
  readonly destinations: readonly string[];
  /** Where each piece of text stands, page by page, in points from the bottom left. */
  readonly boxes: readonly (readonly TextBox[])[];
  /** Colours that text is painted in, « red green blue » from 0 to 1. */
  readonly textColours: ReadonlySet<string>;
  /** Names of its fonts, without the mark of a subset. */
  readonly fonts: ReadonlySet<string>;
  /** Characters that the fonts of the file map glyphs to, as hexadecimal code points. */
  readonly characters: ReadonlySet<string>;
}

/** Reads a PDF with another library than the one that made it. */
export async function readPdf(file: string): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(await readFile(file)), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  const pages: string[] = [];
  const links: string[] = [];
  const boxes: TextBox[][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ disableNormalization: true });
    const texts = items.filter((item) => 'str' in item);
    pages.push(texts.map((item) => item.str + (item.hasEOL ? '\n' : '')).join(''));
    boxes.push(texts.filter(({ str }) => str.trim() !== '').map(boxOf));
    for (const { dest, url } of await page.getAnnotations()) links.push(dest ? `#${dest}` : String(url));
  }
  const destinations: string[] = [];
  for (const id of new Set(links.flatMap((link) => (link.startsWith('#') ? [link.slice(1)] : []))))
    if (await document.getDestination(id)) destinations.push(id);
  const { info, metadata } = await document.getMetadata();
  const xmp = Object.fromEntries(metadata ?? []);
  const labels = (await document.getPageLabels()) ?? [];
  const outline = await flatten(document, await document.getOutline(), 1);
  const images = (await readFile(file, 'latin1')).match(/\/Subtype\s*\/Image/g)?.length ?? 0;
  const characters = await mappedCharacters(file);
  await task.destroy();
  return {
    pages,
    outline,
    information: info as Record<string, unknown>,
    xmp,
    labels,
    images,
    characters,
    fonts: await fontsOf(file),
    links: links.toSorted(),
    destinations,
    boxes,
    textColours: await coloursOf(file),
  };
}

/** The letters themselves: what is above and below them in the font's box covers nothing. */
function boxOf({ str, transform, width }: { str: string; transform: number[]; width: number }): TextBox {
  const [left = 0, bottom = 0] = transform.slice(4);
  return { text: str, left, right: left + width, bottom, top: bottom + 0.66 * Math.abs(transform[3] ?? 0) };
}

async function coloursOf(file: string): Promise<Set<string>> {
  const document = await PDFDocument.load(await readFile(file), { updateMetadata: false });
  const colours = new Set<string>();
  for (const content of contentsOf(document)) {
    let colour = '0 0 0';
    for (const { operator, operands } of statements(content)) {
      if (operator === 'rg') colour = operands.join(' ');
      else if (operator === 'BT') colours.add(colour);
    }
  }
  return colours;
}

async function fontsOf(file: string): Promise<Set<string>> {
  const document = await PDFDocument.load(await readFile(file), { updateMetadata: false });
  const names = document.context.enumerateIndirectObjects().flatMap(([, object]) => {
    const name = object instanceof PDFDict ? object.get(PDFName.of('FontName')) : undefined;
    return name instanceof PDFName ? name.decodeText().replace(/^[A-Z]{6}\+/, '') : [];
  });
  return new Set(names);
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
