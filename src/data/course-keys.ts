import type { Column } from './column.ts';
import type { Table } from './table.ts';

/** What tells one course from another: the columns, the first being the most telling, and those that may be empty. */
export interface Telling {
  readonly columns: readonly [string, ...string[]];
  readonly mayBeEmpty: ReadonlySet<string>;
}

/** A column of one file, with what each of its codes means in all files. */
interface Shared {
  readonly codes: Column['codes'];
  readonly meanings: Float64Array;
}

/** Parts the rows are looked at in, one after the other, so that few keys are held at a time. */
const PARTS = 32;
const BLOCK = 32_768;

/** One number a row and set of equal cells, whatever the file: worked out when it is asked for, never kept for all rows. */
export class CourseKeys {
  /** By file: the columns, each code meaning what it adds to the key of its row. */
  readonly #columns: readonly (readonly Shared[])[];
  /** By file: the first column, each code meaning the part its row belongs to. */
  readonly #parts: readonly Shared[];
  readonly #groups: readonly Shared[];
  readonly #sizes: readonly number[];

  constructor(tables: readonly Table[], { columns, mayBeEmpty }: Telling, group: string) {
    this.#sizes = tables.map(({ size }) => size);
    let weight = 1;
    const byColumn = columns.toReversed().map((name) => {
      const { shared, size } = shareCodes(tables, name);
      const step = weight;
      weight *= size;
      const add = (code: number): number => (code === 0 && !mayBeEmpty.has(name) ? Number.NaN : code * step);
      return shared.map((column) => meaning(column, add));
    });
    this.#columns = tables.map((_, rank) => byColumn.map((shared) => shared[rank] as Shared));
    this.#parts = shareCodes(tables, columns[0]).shared.map((column) => meaning(column, (code) => code % PARTS));
    this.#groups = shareCodes(tables, group).shared;
  }

  /** Keys that rows of at least two groups share; a row without a group is left out. */
  ofSeveralGroups(): ReadonlySet<number> {
    const found = new Set<number>();
    const held = this.#partSizes();
    const most = Math.max(0, ...held);
    const groups = new GroupOfKey(most);
    const [rows, room] = [new Uint32Array(most), new Float64Array(most)];
    for (const part of held.keys()) {
      groups.clear();
      for (const [table, { codes, meanings }] of this.#groups.entries()) {
        const taken = rows.subarray(0, this.#rowsOfPart(table, part, rows));
        const keys = this.#of(table, taken, room);
        for (let index = 0; index < taken.length; index++) {
          const key = keys[index] as number;
          const group = meanings[codes[taken[index] as number] as number] as number;
          if (group > 0 && key >= 0 && groups.hasOther(key, group)) found.add(key);
        }
      }
    }
    return found;
  }

  /** The rows of a file whose keys are among these, in order. */
  *rowsWith(wanted: ReadonlySet<number>, table: number): Generator<readonly [row: number, key: number]> {
    const size = this.#sizes[table] as number;
    const [block, room] = [new Uint32Array(Math.min(BLOCK, size)), new Float64Array(Math.min(BLOCK, size))];
    for (let from = 0; from < size; from += BLOCK) {
      const rows = block.subarray(0, size - from);
      for (let index = 0; index < rows.length; index++) rows[index] = from + index;
      const keys = this.#of(table, rows, room);
      for (let index = 0; index < rows.length; index++) {
        if (wanted.has(keys[index] as number)) yield [from + index, keys[index] as number];
      }
    }
  }

  /** Keys of some rows, written where there is room. */
  #of(table: number, rows: Uint32Array, room: Float64Array): Float64Array {
    const keys = room.subarray(0, rows.length).fill(0);
    for (const column of this.#columns[table] ?? []) addMeanings(keys, rows, column);
    return keys;
  }

  #partSizes(): number[] {
    const sizes = new Array<number>(PARTS).fill(0);
    for (const [table, { codes, meanings }] of this.#parts.entries()) {
      for (let row = 0; row < (this.#sizes[table] as number); row++) {
        const part = meanings[codes[row] as number] as number;
        sizes[part] = (sizes[part] as number) + 1;
      }
    }
    return sizes;
  }

  /** Fills a list with the rows of one part. @returns how many there are */
  #rowsOfPart(table: number, part: number, rows: Uint32Array): number {
    const { codes, meanings } = this.#parts[table] as Shared;
    let end = 0;
    for (let row = 0; row < (this.#sizes[table] as number); row++) {
      if (meanings[codes[row] as number] === part) rows[end++] = row;
    }
    return end;
  }
}

function addMeanings(keys: Float64Array, rows: Uint32Array, { codes, meanings }: Shared): void {
  for (let index = 0; index < rows.length; index++) {
    keys[index] = (keys[index] as number) + (meanings[codes[rows[index] as number] as number] as number);
  }
}

const meaning = ({ codes, meanings }: Shared, of: (code: number) => number): Shared => ({
  codes,
  meanings: meanings.map(of),
});

/** A column of several files, its codes meaning the same in all of them, from 1; 0 for an empty cell. */
function shareCodes(tables: readonly Table[], name: string): { shared: readonly Shared[]; size: number } {
  const known = new Map<unknown, number>();
  const shared = tables.map((table): Shared => {
    const { codes, values } = table.columns.get(name) ?? { codes: new Uint8Array(table.size), values: [null] };
    const meanings = Float64Array.from(values, (value) => {
      if (value === null || value === '') return 0;
      const code = known.get(value) ?? known.size + 1;
      known.set(value, code);
      return code;
    });
    return { codes, meanings };
  });
  return { shared, size: known.size + 1 };
}

/** Remembers the first group of each key, in a table of fixed size with free slots. */
class GroupOfKey {
  readonly #keys: Float64Array;
  readonly #groups: Uint32Array;

  constructor(most: number) {
    const size = 2 ** Math.ceil(Math.log2(most * 1.5 + 16));
    this.#keys = new Float64Array(size);
    this.#groups = new Uint32Array(size);
  }

  clear(): void {
    this.#groups.fill(0);
  }

  /** True when the key was met before in another group. */
  hasOther(key: number, group: number): boolean {
    const mask = this.#keys.length - 1;
    let slot = spread(key) & mask;
    while (this.#groups[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    if (this.#groups[slot] !== 0) return this.#groups[slot] !== group;
    this.#keys[slot] = key;
    this.#groups[slot] = group;
    return false;
  }
}

/** Spreads whole numbers over 32 bits, all of their bits having a say. */
function spread(key: number): number {
  const high = Math.floor(key / 0x1_0000_0000);
  const mixed = Math.imul((key - high * 0x1_0000_0000) ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
