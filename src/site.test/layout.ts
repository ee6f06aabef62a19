import { readFile } from 'node:fs/promises';
import { PDFDocument } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Element, elementsOf } from './ua/tree.ts';

/** One piece of text of a tagged element. */
interface Piece {
  readonly page: number;
  readonly text: string;
  /** From the bottom of the page, in points. */
  readonly bottom: number;
}

/** How the tagged text of a PDF stands on its pages, as a reader's eye has it. */
export interface Layout {
  /** Every tagged element, in reading order. */
  readonly elements: readonly Element[];
  /** Text of an element and of those below it, those of some tags left out. */
  piecesOf(element: Element, without?: readonly string[]): Piece[];
  /** Pages, from 0, on which an element paints anything. */
  pagesOf(element: Element): number[];
}

/** Reads how a document is laid out: its tags with one library, where their text is with another. */
export async function readLayout(file: string): Promise<Layout> {
  const bytes = await readFile(file);
  const elements = elementsOf(await PDFDocument.load(bytes, { updateMetadata: false }));
  const texts = await taggedTexts(bytes);
  const contentOf = (element: Element, without: readonly string[]): Element['content'] =>
    without.includes(element.role)
      ? []
      : [...element.content, ...element.children.flatMap((child) => contentOf(child, without))];
  return {
    elements,
    piecesOf: (element, without = []) =>
      contentOf(element, without).flatMap(({ page, id }) => texts.get(`${page} ${id}`) ?? []),
    pagesOf: (element) => [...new Set(contentOf(element, []).map(({ page }) => page))],
  };
}

/** Text of each page by the number of its marked content. */
async function taggedTexts(bytes: Buffer): Promise<Map<string, Piece[]>> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  const texts = new Map<string, Piece[]>();
  for (let page = 0; page < document.numPages; page++) {
    const { items } = await (await document.getPage(page + 1)).getTextContent({ includeMarkedContent: true });
    const open: string[] = [];
    for (const item of items) {
      if ('str' in item) {
        const key = open.findLast((id) => id !== '');
        if (key === undefined || item.str.trim() === '') continue;
        const piece = { page, text: item.str, bottom: Number(item.transform[5]) };
        texts.set(`${page} ${key}`, [...(texts.get(`${page} ${key}`) ?? []), piece]);
      } else if (item.type === 'endMarkedContent') open.pop();
      else open.push(/_mc(\d+)$/.exec(item.id ?? '')?.[1] ?? '');
    }
  }
  await task.destroy();
  return texts;
}

/** Lines of two pieces of text are at least so far apart, in points; a superscript is nearer to its line. */
const LEADING = 8;

/** How many lines the pieces of a paragraph make on each page it stands on. */
export function linesByPage(pieces: readonly Piece[]): Map<number, number> {
  return new Map(
    [...Map.groupBy(pieces, ({ page }) => page)].map(([page, own]) => {
      const bottoms = own.map(({ bottom }) => bottom).toSorted((one, other) => other - one);
      let [lines, line] = [0, Number.POSITIVE_INFINITY];
      for (const bottom of bottoms) {
        if (line - bottom < LEADING) continue;
        lines += 1;
        line = bottom;
      }
      return [page, lines];
    }),
  );
}
