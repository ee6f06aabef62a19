import type { ByteSource } from './byte-source.ts';
import { decode, type Encoding, readText } from './decode.ts';
import type { Dialect } from './dialect.ts';

/** A cell by its numbers: `record` 0 is the header, blank lines are not counted; `field` from 0. */
export interface CellAddress {
  readonly record: number;
  readonly field: number;
}

export interface Place {
  /** Line and column where the cell starts, from 1. */
  readonly line: number;
  readonly column: number;
  /** Line on which the record starts; differs from `line` when cells span lines. */
  readonly recordLine: number;
}

export const START: Place = { line: 1, column: 1, recordLine: 1 };

/**
 * Where cells stand in a file; a cell that a short record lacks stands where its last one does.
 * The parser counts neither columns nor the lines of cells, because that would slow every good file down:
 * this second reading is made only when there is something to say.
 */
export async function locate<Address extends CellAddress>(
  source: ByteSource,
  encoding: Encoding,
  dialect: Dialect,
  wanted: readonly Address[],
): Promise<ReadonlyMap<Address, Place>> {
  const byRecord = Map.groupBy(wanted, (address) => address.record);
  const places = new Map<Address, Place>();
  for await (const { record, cells } of recordsOf(source, encoding, dialect, byRecord)) {
    for (const address of byRecord.get(record) ?? []) {
      const place = cells[address.field] ?? cells.at(-1);
      if (place) places.set(address, place);
    }
    byRecord.delete(record);
    if (byRecord.size === 0) break;
  }
  return places;
}

interface PlacedRecord {
  readonly record: number;
  readonly cells: readonly Place[];
}

/** Records and the places of their cells: those that are asked about at least. The whole file when it has a quote. */
async function* recordsOf(
  source: ByteSource,
  encoding: Encoding,
  dialect: Dialect,
  asked: ReadonlyMap<number, unknown>,
): AsyncGenerator<PlacedRecord> {
  if (encoding.startsWith('UTF-16') || (await hasQuote(source))) yield* scan(source, encoding, dialect);
  else yield* lines(source, encoding, dialect, asked);
}

/** True when a file has a quote somewhere. */
export async function hasQuote(source: ByteSource): Promise<boolean> {
  for await (const chunk of source.content()) if (chunk.includes(0x22)) return true;
  return false;
}

/**
 * Without a quote a record is a line: only the lines that are asked about are decoded and cut into cells. Until then a
 * byte is a character: line ends are the same in all encodings but UTF-16.
 */
async function* lines(
  source: ByteSource,
  encoding: Encoding,
  dialect: Dialect,
  asked: ReadonlyMap<number, unknown>,
): AsyncGenerator<PlacedRecord> {
  let [record, line, rest] = [-dialect.skip, 0, ''];
  const take = (bytes: string): PlacedRecord | null => {
    line += 1;
    if (bytes === '') return null;
    const taken = record++;
    if (!asked.has(taken)) return null;
    return { record: taken, cells: cellsOf(decode(Buffer.from(bytes, 'latin1'), encoding), line, dialect) };
  };
  for await (const piece of withLineFeeds(bytesOf(source, encoding))) {
    const whole = (rest + piece).split('\n');
    rest = whole.pop() ?? '';
    for (const bytes of whole) {
      const found = take(bytes);
      if (found) yield found;
    }
  }
  const last = take(rest);
  if (last) yield last;
}

/** The bytes of a source as characters of the same numbers, without the byte order mark. */
async function* bytesOf(source: ByteSource, encoding: Encoding): AsyncGenerator<string> {
  let skipped = encoding === 'UTF-8 avec BOM' ? 3 : 0;
  for await (const chunk of source.content()) {
    yield chunk.toString('latin1', skipped);
    skipped = Math.max(0, skipped - chunk.length);
  }
}

function cellsOf(text: string, line: number, { separator }: Dialect): Place[] {
  let column = 1;
  return text.split(separator).map((cell) => {
    const place = { line, column, recordLine: line };
    column += [...cell].length + 1;
    return place;
  });
}

/**
 * Places of the cells of each record. In a file the parser has accepted, a quote opens, closes or is doubled inside
 * quotes, so counting quotes is enough to know whether a separator or a line end counts.
 */
async function* scan(source: ByteSource, encoding: Encoding, dialect: Dialect): AsyncGenerator<PlacedRecord> {
  let [record, line, column, recordLine] = [-dialect.skip, 1, 1, 1];
  let [quoted, blank] = [false, true];
  let cells: Place[] = [];
  let start: Place | null = null;
  const closeCell = (): void => {
    cells.push(start ?? { line, column, recordLine });
    start = null;
  };
  for await (const text of withLineFeeds(readText(source, encoding))) {
    for (const char of text) {
      if (char === '"') quoted = !quoted;
      if (!quoted && char === '\n') {
        closeCell();
        if (!blank && record++ >= 0) yield { record: record - 1, cells };
        [cells, blank] = [[], true];
        recordLine = line + 1;
      } else if (!quoted && char === dialect.separator) {
        blank = false;
        closeCell();
      } else {
        start ??= { line, column, recordLine };
        blank = false;
      }
      if (char === '\n') [line, column] = [line + 1, 1];
      else column += 1;
    }
  }
  closeCell();
  if (!blank && record >= 0) yield { record, cells };
}

/** Where a byte stands: the character it belongs to, or would belong to. */
export async function placeOfByte(source: ByteSource, encoding: Encoding, offset: number): Promise<Place> {
  let [line, column, read] = [1, 1, 0];
  const before: ByteSource = {
    ...source,
    content: async function* () {
      for await (const chunk of source.content()) {
        if (read >= offset) return;
        yield chunk.subarray(0, offset - read);
        read += chunk.length;
      }
    },
  };
  for await (const text of withLineFeeds(readText(before, encoding))) {
    for (const char of text) [line, column] = char === '\n' ? [line + 1, 1] : [line, column + 1];
  }
  return { line, column, recordLine: line };
}

/** The same text with every line end as a line feed. */
async function* withLineFeeds(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let held = '';
  for await (const piece of pieces) {
    const text = held + piece;
    held = text.endsWith('\r') ? '\r' : '';
    yield text.slice(0, text.length - held.length).replace(/\r\n?/g, '\n');
  }
  if (held) yield '\n';
}
