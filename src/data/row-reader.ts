import { type Column, ColumnEncoder, type Mending, personalFault } from './column.ts';
import type { Fault, Faults } from './faults.ts';
import { personalKind } from './guard.ts';
import { type Header, looksLikeHeader, readHeader, reportPersonal } from './header.ts';
import type { Keys } from './keys.ts';
import { mendedFault } from './mended.ts';
import { reportNoHeader } from './no-header.ts';
import { cutFault, illCutFault, isRepeatedHeader, noLineEnd, REPEATED_HEADER, totalFault } from './odd-rows.ts';
import type { TableSchema } from './schema.ts';
import { UnnamedColumns } from './unnamed-columns.ts';
import type { Repair } from './verdict.ts';

/** What came out of the rows of a file. */
export interface Rows {
  readonly columns: ReadonlyMap<string, Column>;
  readonly keys: Keys | null;
  /** Rank of each schema column in the file's header, −1 when the file lacks it. */
  readonly fieldRanks: ReadonlyMap<string, number>;
  /** Numbers of the records that are not among the rows, in order. */
  readonly skipped: Uint32Array;
  readonly repairs: Readonly<Partial<Record<Repair, number>>>;
}

/** Records among which a header that is not the first is looked for. */
const HEADER_AMONG = 100;

/** Takes records as the parser gives them: the first is the header, the others go to the column encoders. */
export class RowReader {
  size = 0;
  /** Records taken so far, the header included. */
  records = 0;
  #header: Header | null = null;
  #headerCells: readonly string[] = [];
  #encoders: (ColumnEncoder | null)[] = [];
  #personalCells: number[] = [];
  #unnamed = new UnnamedColumns([]);
  /** Record that looks like the header, in a file whose first line is none. */
  #lateHeader: number | null = null;
  #last: readonly string[] = [];
  /** A row of the wrong width, until it is known whether it is the last one. */
  #held: Fault | null = null;
  readonly #skipped: number[] = [];
  readonly #schema: TableSchema;
  readonly #ignored: ReadonlySet<string>;
  readonly #faults: Faults;
  readonly #expected: number;

  /** `expected`: rows there will be, about. */
  constructor(schema: TableSchema, ignored: ReadonlySet<string>, faults: Faults, expected: number) {
    this.#schema = schema;
    this.#ignored = ignored;
    this.#faults = faults;
    this.#expected = expected;
  }

  /** True when rows were read and may be used. */
  get isUsable(): boolean {
    return (this.#header?.isUsable ?? false) && this.#unnamed.areEmpty;
  }

  /** True when rows were read; their header may still have something to mend. */
  get isReadable(): boolean {
    return this.#header?.isReadable ?? false;
  }

  push(cells: readonly string[]): void {
    const record = this.records++;
    if (this.#header === null) this.#open(cells);
    else if (this.#header.personal.length > 0) this.#countPersonal(cells);
    else if (this.#header.isReadable) this.#read(cells, record);
    else this.#lookForHeader(cells, record);
  }

  #open(cells: readonly string[]): void {
    this.#header = readHeader(cells, this.#schema, this.#ignored, this.#faults);
    this.#headerCells = cells;
    this.#encoders = this.#header.fields.map(
      (field, rank) => field && new ColumnEncoder(field, rank, this.#faults, this.#expected),
    );
    this.#personalCells = this.#header.personal.map(() => 0);
    this.#unnamed = new UnnamedColumns(this.#header.unnamed);
  }

  #lookForHeader(cells: readonly string[], record: number): void {
    this.#guardAll(cells, record);
    if (this.#header?.isAbsent && record < HEADER_AMONG && looksLikeHeader(cells, this.#schema))
      this.#lateHeader ??= record;
  }

  #countPersonal(cells: readonly string[]): void {
    this.#header?.personal.forEach((rank, index) => {
      if (cells[rank]?.trim()) this.#personalCells[index] = (this.#personalCells[index] ?? 0) + 1;
    });
  }

  #read(cells: readonly string[], record: number): void {
    this.#releaseHeld(record - 1);
    this.#last = cells;
    const isBlank = cells[0]?.trim() === '' && cells.every((cell) => cell.trim() === '');
    if (isBlank || this.#isOdd(cells, record) || this.#isIllCut(cells, record)) {
      this.#skipped.push(record);
      return;
    }
    let also: Readonly<Record<string, string>> | null = null;
    for (let rank = 0; rank < cells.length; rank++) {
      const encoder = this.#encoders[rank];
      if (encoder) also = encoder.push(cells[rank] as string, record) ?? also;
      else this.#leaveUnread(cells[rank] as string, rank, record);
    }
    if (also) this.#fill(also, cells);
    this.size += 1;
  }

  #leaveUnread(cell: string, rank: number, record: number): void {
    this.#guard(cell, rank, record);
    this.#unnamed.see(cell, rank, record);
  }

  /** A row of totals, or the header again: told once, and not read as a row. */
  #isOdd(cells: readonly string[], record: number): boolean {
    const first = cells[0] || (cells.find((cell) => cell !== '') ?? '');
    const fault = isRepeatedHeader(cells, this.#headerCells)
      ? REPEATED_HEADER
      : totalFault(first, () => this.#isIncomplete(cells));
    if (!fault) return false;
    this.#guardAll(cells, record);
    this.#faults.add(record, Math.max(0, cells.indexOf(first)), fault);
    return true;
  }

  /** True for a row without something that each row must have. */
  #isIncomplete(cells: readonly string[]): boolean {
    return this.#encoders.some((encoder, rank) => encoder?.field.constraints.required && !cells[rank]?.trim());
  }

  #isIllCut(cells: readonly string[], record: number): boolean {
    const width = this.#encoders.length;
    if (cells.length === width) return false;
    this.#guardAll(cells, record);
    this.#held = illCutFault(cells, width);
    return true;
  }

  #releaseHeld(record: number): void {
    if (this.#held) this.#faults.add(record, this.#last.length, this.#held);
    this.#held = null;
  }

  #guardAll(cells: readonly string[], record: number): void {
    cells.forEach((cell, rank) => {
      this.#guard(cell, rank, record);
    });
  }

  /**
   * A cell that goes to no column is looked at by the privacy guard all the same. What stands in place of a header is
   * not repeated.
   */
  #guard(cell: string, rank: number, record: number): void {
    const kind = personalKind(cell);
    if (!kind) return;
    const name = this.#header?.isReadable ? this.#headerCells[rank]?.trim() : '';
    this.#faults.add(record, rank, personalFault(kind, name || `n° ${rank + 1}`));
  }

  /** « abandon pour emploi » says the situation too. A text that begins with « = » copies the cell of that column. */
  #fill(also: Readonly<Record<string, string>>, cells: readonly string[]): void {
    for (const [name, text] of Object.entries(also)) {
      const encoder = this.#encoders.find((candidate) => candidate?.field.name === name);
      const source = this.#encoders.findIndex((candidate) => candidate?.field.name === text.slice(1));
      encoder?.fillLast(text.startsWith('=') ? (cells[source] ?? '') : text);
    }
  }

  /** To be called once after the last record. `isWhole`: the file ends with a line end. */
  close(isWhole: boolean): void {
    this.#header?.personal.forEach((rank, index) => {
      const filled = this.#personalCells[index] ?? 0;
      reportPersonal(this.#headerCells[rank] ?? '', rank, filled, this.#header?.isAbsent ?? false, this.#faults);
    });
    if (this.#header?.isAbsent) reportNoHeader(this.#headerCells, this.#lateHeader, this.#schema, this.#faults);
    this.#unnamed.report(this.#faults);
    const last = this.records - 1;
    if (!isWhole && this.#held && this.#last.length < this.#encoders.length) this.#held = cutFault(this.#held);
    else if (!isWhole && this.#last.length > 0) this.#faults.add(last, 0, noLineEnd(this.#last));
    this.#releaseHeld(last);
    this.#tellMended();
  }

  /** Spaces are said once a file, other mendings once a column. */
  #tellMended(): void {
    let spaces: (Mending & { rank: number }) | null = null;
    for (const [rank, encoder] of this.#encoders.entries()) {
      for (const [repair, mending] of encoder?.repairs ?? []) {
        if (repair === 'trimmed') {
          const count: number = mending.count + (spaces?.count ?? 0);
          spaces = { ...(spaces ?? { ...mending, rank }), count };
          continue;
        }
        const fault = mendedFault(repair, encoder?.field.name ?? null, mending);
        if (fault) this.#faults.add(mending.record, rank, fault);
      }
    }
    const fault = spaces && mendedFault('trimmed', null, spaces);
    if (spaces && fault) this.#faults.add(spaces.record, spaces.rank, fault);
  }

  /** Everything that was read; nothing is left here afterwards. */
  take(): Rows {
    const columns = new Map<string, Column>();
    const fieldRanks = new Map<string, number>(this.#schema.fields.map((field) => [field.name, -1]));
    const repairs: Partial<Record<Repair, number>> = {};
    let keys: Keys | null = null;
    this.#encoders.forEach((encoder, rank) => {
      if (!encoder) return;
      fieldRanks.set(encoder.field.name, rank);
      for (const [repair, { count }] of encoder.repairs) repairs[repair] = (repairs[repair] ?? 0) + count;
      const taken = encoder.take();
      if (taken.column) columns.set(encoder.field.name, taken.column);
      keys ??= taken.keys;
    });
    for (const { name, opaque } of this.#schema.fields) {
      if (!columns.has(name) && !opaque) columns.set(name, { codes: new Uint8Array(this.size), values: [null] });
    }
    return { columns, keys, fieldRanks, skipped: Uint32Array.from(this.#skipped), repairs };
  }
}
