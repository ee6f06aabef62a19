import type { RecordFile } from './twin.ts';

/** Tells what a text holds of records: identifiers, or cells of a record side by side, however they are joined. */
export function createLeakFinder(files: readonly RecordFile[]): (text: string) => string[] {
  const [ids, rows] = [new Set<string>(), new Set<string>()];
  let shortest = Number.POSITIVE_INFINITY;
  for (const { header, rows: records } of files) {
    for (const row of records) {
      const cell = (column: string): string => row[header.indexOf(column)] ?? '';
      const id = (cell('id_parcours').match(WORD) ?? []).at(-1) ?? '';
      ids.add(id);
      shortest = Math.min(shortest, id.length);
      const [entry, exit, commune] = [cell('date_entree'), cell('date_sortie'), cell('code_commune')];
      for (const cells of [
        row.slice(header.indexOf('date_entree')),
        [entry, exit, commune, cell('code_formation')],
        [entry, commune, cell('code_formation')],
      ])
        rows.add(cells.filter(Boolean).slice(0, ADJACENT).join(' '));
    }
  }
  return (text) => [...idsIn(text, ids, shortest), ...rowsIn(text, rows)];
}

/** So many cells side by side, a date first, are those of a record: two dates are often those of a period. */
const ADJACENT = 3;
const WORD = /[0-9A-Za-z]+/g;

/** An identifier is found without what stands before its dash, and inside longer words. */
function idsIn(text: string, ids: ReadonlySet<string>, length: number): string[] {
  const found: string[] = [];
  for (const [word] of text.matchAll(WORD)) {
    for (let start = 0; start + length <= word.length; start++) {
      const part = word.slice(start, start + length);
      if (ids.has(part)) found.push(part);
    }
  }
  return found;
}

const DATE = /\d{4}-\d{2}-\d{2}|\d{2}\/\d{2}\/\d{4}/g;
/** Characters after a date in which the next cells stand, with tags or keys between them. */
const REACH = 300;

function rowsIn(text: string, rows: ReadonlySet<string>): string[] {
  return [...text.matchAll(DATE)].flatMap(({ index }) => {
    const near = text
      .slice(index, index + REACH)
      .replaceAll(/<[^>]*>|"\w+"\s*:/g, ' ')
      .replaceAll(/(\d{2})\/(\d{2})\/(\d{4})/g, '$3-$2-$1');
    const cells = (near.match(/[\w-]+/g) ?? []).slice(0, ADJACENT).join(' ');
    return rows.has(cells) ? [cells] : [];
  });
}
