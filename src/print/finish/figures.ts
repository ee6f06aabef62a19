import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, PDFRef } from '@cantoo/pdf-lib';
import type { Statement } from './artefacts.ts';
import { type Box, boundsOf } from './bounds.ts';

const name = (text: string): PDFName => PDFName.of(text);

/** A figure of the structure tree, with the numbers of the marked content that it holds on its page. */
export interface TaggedFigure {
  readonly element: PDFDict;
  readonly content: readonly number[];
}

/** The figures of a document, by the reference of their page. */
export function figuresByPage(document: PDFDocument): Map<string, TaggedFigure[]> {
  const figures = document.context.enumerateIndirectObjects().flatMap(([, element]) => {
    if (!(element instanceof PDFDict) || element.get(name('S')) !== name('Figure')) return [];
    return { page: String(element.get(name('Pg'))), element, content: contentOf(document, element.get(name('K'))) };
  });
  return Map.groupBy(figures, ({ page }) => page);
}

/** Numbers of the marked content under a kid of an element. */
function contentOf(document: PDFDocument, kid: unknown): number[] {
  const value = kid instanceof PDFRef ? document.context.lookup(kid) : kid;
  if (value instanceof PDFNumber) return [value.asNumber()];
  if (value instanceof PDFArray) return value.asArray().flatMap((item) => contentOf(document, item));
  if (value instanceof PDFDict) return contentOf(document, value.get(name('MCID')) ?? value.get(name('K')));
  return [];
}

/** Says of each figure of a page where it stands, which the browser leaves out. */
export function placeFigures(figures: readonly TaggedFigure[], painted: Iterable<Statement>): void {
  const bounds = boundsOf(painted, new Set(figures.flatMap(({ content }) => content)));
  for (const { element, content } of figures) {
    const boxes = content.map((id) => bounds.get(id)).filter((box) => box !== undefined);
    if (boxes.length > 0)
      element.set(name('A'), element.context.obj({ O: name('Layout'), BBox: around(boxes).map(hundredths) }));
  }
}

const hundredths = (value: number): number => Math.round(value * 100) / 100;

const around = (boxes: readonly Box[]): number[] =>
  [0, 1, 2, 3].map((side) => {
    const values = boxes.map((box) => box[side] as number);
    return side < 2 ? Math.min(...values) : Math.max(...values);
  });
