import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  type PDFPage,
} from '@cantoo/pdf-lib';
import { PAINT_ALONE, SHOW_TEXT, type Statement } from './artefacts.ts';

const name = (text: string): PDFName => PDFName.of(text);

/** A tag of the content stream that holds no text: rules between rows, backgrounds, underlines. */
export interface Ornament {
  /** Number of the marked content. */
  readonly id: number;
  /** Where the statement that opens it begins and ends. */
  readonly start: number;
  readonly end: number;
}

/**
 * What the browser tags though it only decorates.
 * @param drawings numbers of the marked content of figures, whose lines say something
 */
export function ornamentsIn(painted: Iterable<Statement>, drawings: ReadonlySet<number>): Ornament[] {
  const found: Ornament[] = [];
  let open: (Ornament & { says: boolean }) | null = null;
  let depth = 0;
  for (const { operator, operands, start, end } of painted) {
    if (operator === 'BDC' || operator === 'BMC') {
      depth += 1;
      const at = operands.indexOf('/MCID');
      if (at >= 0) open = { id: Number(operands[at + 1]), start, end, says: false };
      else if (open) open.says = true;
    } else if (operator === 'EMC') {
      depth -= 1;
      if (depth > 0 || !open) continue;
      if (!open.says && !drawings.has(open.id)) found.push({ id: open.id, start: open.start, end: open.end });
      open = null;
    } else if (open && (SHOW_TEXT.has(operator) || PAINT_ALONE.has(operator))) open.says = true;
  }
  return found;
}

/** Takes marked content of a page out of the structure: out of what its elements hold, and of the way back to them. */
export function forget(document: PDFDocument, page: PDFPage, ornaments: readonly Ornament[]): void {
  const parents = parentsOf(document, page);
  if (!parents || ornaments.length === 0) return;
  const ids = new Set(ornaments.map(({ id }) => id));
  const holders = new Set([...ids].map((id) => parents.get(id)));
  for (const holder of holders) {
    const element = document.context.lookupMaybe(holder, PDFDict);
    const kids = element?.lookup(name('K'));
    if (!element || !kids) continue;
    const list = kids instanceof PDFArray ? kids.asArray() : [kids];
    const isKept = (kid: PDFObject): boolean => !ids.has(idOn(document, page, kid, element.get(name('Pg'))) ?? -1);
    const kept = list.filter(isKept);
    if (kept.length > 0) element.set(name('K'), document.context.obj(kept));
    else element.delete(name('K'));
  }
  for (const id of ids) parents.set(id, PDFNull);
}

/** Number of a kid that is marked content of this page. */
function idOn(document: PDFDocument, { ref }: PDFPage, kid: PDFObject, own: PDFObject | undefined): number | undefined {
  if (kid instanceof PDFNumber) return own === ref ? kid.asNumber() : undefined;
  const content = document.context.lookup(kid);
  if (!(content instanceof PDFDict) || (content.get(name('Pg')) ?? own) !== ref) return undefined;
  const id = content.get(name('MCID'));
  return id instanceof PDFNumber ? id.asNumber() : undefined;
}

/** Elements that hold the marked content of a page, by its number. */
function parentsOf(document: PDFDocument, { node }: PDFPage): PDFArray | undefined {
  const root = document.catalog.lookupMaybe(name('StructTreeRoot'), PDFDict);
  const numbers = root?.lookupMaybe(name('ParentTree'), PDFDict)?.lookupMaybe(name('Nums'), PDFArray);
  const key = node.get(name('StructParents'));
  if (!(key instanceof PDFNumber)) return undefined;
  for (let index = 0; index + 1 < (numbers?.size() ?? 0); index += 2) {
    const own = numbers?.get(index);
    if (own instanceof PDFNumber && own.asNumber() === key.asNumber()) return numbers?.lookupMaybe(index + 1, PDFArray);
  }
  return undefined;
}
