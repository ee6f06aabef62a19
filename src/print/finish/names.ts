import { PDFArray, PDFDict, type PDFDocument, type PDFObject, PDFRawStream, PDFString } from '@cantoo/pdf-lib';

/** How the browser names an element of the structure: by a counter that its documents share, and race for. */
const NAME = /^node(\d+)$/;

/** A name, and how to write another in its place. */
interface Place {
  readonly rank: number;
  readonly write: (text: PDFString) => void;
}

/**
 * Names elements of the structure by their order in the document, so that a document does not depend on what else was
 * printed before it. The order of the names is kept, on which their tree is sorted.
 */
export function renameElements(document: PDFDocument): void {
  const places = document.context.enumerateIndirectObjects().flatMap(([, object]) => placesIn(object));
  const ranks = [...new Set(places.map(({ rank }) => rank))].toSorted((a, b) => a - b);
  const names = new Map(ranks.map((rank, index) => [rank, PDFString.of(`node${String(index + 1).padStart(8, '0')}`)]));
  for (const { rank, write } of places) write(names.get(rank) as PDFString);
}

function placesIn(object: PDFObject): Place[] {
  if (object instanceof PDFRawStream) return placesIn(object.dict);
  if (object instanceof PDFDict)
    return object.entries().flatMap(([key, value]) => placesAt(value, (text) => object.set(key, text)));
  if (object instanceof PDFArray)
    return object.asArray().flatMap((value, index) => placesAt(value, (text) => object.set(index, text)));
  return [];
}

function placesAt(value: PDFObject, write: Place['write']): Place[] {
  const rank = value instanceof PDFString ? NAME.exec(value.asString())?.[1] : undefined;
  return rank === undefined ? placesIn(value) : [{ rank: Number(rank), write }];
}
