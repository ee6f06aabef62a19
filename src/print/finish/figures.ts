import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, PDFRef } from '@cantoo/pdf-lib';
import { statements } from './artefacts.ts';
import { type Box, boundsOf } from './bounds.ts';

const name = (text: string): PDFName => PDFName.of(text);

/**
 * Says of each figure where it stands on its page, which the browser leaves out.
 * @param contents what each page paints, by the reference of the page
 */
export function placeFigures(document: PDFDocument, contents: ReadonlyMap<string, string>): void {
  const bounds = new Map<string, Map<number, Box>>();
  for (const [, element] of document.context.enumerateIndirectObjects()) {
    if (!(element instanceof PDFDict) || element.get(name('S')) !== name('Figure')) continue;
    const page = String(element.get(name('Pg')));
    const onPage = bounds.get(page) ?? boundsOf(statements(contents.get(page) ?? ''));
    bounds.set(page, onPage);
    const boxes = contentOf(document, element).flatMap((id) => [onPage.get(id) ?? []].filter(isBox));
    if (boxes.length > 0)
      element.set(name('A'), document.context.obj({ O: name('Layout'), BBox: around(boxes).map(hundredths) }));
  }
}

const isBox = (box: Box | never[]): box is Box => box.length > 0;
const hundredths = (value: number): number => Math.round(value * 100) / 100;

const around = (boxes: readonly Box[]): number[] =>
  [0, 1, 2, 3].map((side) => {
    const values = boxes.map((box) => box[side] as number);
    return side < 2 ? Math.min(...values) : Math.max(...values);
  });

/** Numbers of the marked content that an element holds. */
function contentOf(document: PDFDocument, element: PDFDict): number[] {
  const visit = (kid: unknown): number[] => {
    const value = kid instanceof PDFRef ? document.context.lookup(kid) : kid;
    if (value instanceof PDFNumber) return [value.asNumber()];
    if (value instanceof PDFArray) return value.asArray().flatMap(visit);
    if (value instanceof PDFDict) return visit(value.get(name('MCID')) ?? value.get(name('K')));
    return [];
  };
  return visit(element.get(name('K')));
}
