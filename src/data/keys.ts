import { CodeList } from './codes.ts';
import type { Column } from './column.ts';

/** Identifiers of a file as 48-bit hashes: six bytes each, whatever their length, and no way back to them. */
export interface Keys {
  readonly high: Column['codes'];
  readonly low: Column['codes'];
}

/** Gathers the hashes of identifiers in the order of their records. */
export class KeyList {
  readonly #high: CodeList;
  readonly #low: CodeList;

  constructor(expected?: number) {
    this.#high = new CodeList(expected);
    this.#low = new CodeList(expected);
  }

  push(text: string): void {
    const [high, low] = hashOf(text);
    this.#high.push(high);
    this.#low.push(low);
  }

  take(): Keys {
    return { high: this.#high.take(), low: this.#low.take() };
  }
}

/** Two independent hashes of a text, of 16 and of 32 bits; the low one is never 0, which marks a free slot. */
export function hashOf(text: string): readonly [high: number, low: number] {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const char = text.charCodeAt(index);
    high = Math.imul(high ^ char, 2654435761);
    low = Math.imul(low ^ char, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return [high >>> 16, low >>> 0 || 1];
}

/** Hash pairs as one text, to be looked up in a set. */
export const keyText = (high: number, low: number): string => `${high}.${low}`;

/** Parts the hashes are looked at in, one after the other, so that the table stays small. */
const PARTS = 16;

/**
 * Hashes that occur more than once in these lists. Equal identifiers are always among them; that they are equal
 * remains to be confirmed, because two identifiers may share a hash.
 */
export function repeatedKeys(lists: readonly Keys[]): ReadonlySet<string> {
  const total = lists.reduce((sum, { low }) => sum + low.length, 0);
  const size = 2 ** Math.ceil(Math.log2((total / PARTS) * 1.5 + 64));
  const slots = { high: new Uint16Array(size), low: new Uint32Array(size) };
  const repeated = new Set<string>();
  for (let part = 0; part < PARTS; part++) {
    slots.low.fill(0);
    for (const keys of lists) addPart(keys, part, slots, repeated);
  }
  return repeated;
}

function addPart(
  { high, low }: Keys,
  part: number,
  slots: { high: Uint16Array; low: Uint32Array },
  repeated: Set<string>,
): void {
  const mask = slots.low.length - 1;
  for (let index = 0; index < low.length; index++) {
    const b = low[index] as number;
    const a = high[index] as number;
    if ((a & (PARTS - 1)) !== part) continue;
    let slot = b & mask;
    while (slots.low[slot] !== 0 && (slots.low[slot] !== b || slots.high[slot] !== a)) slot = (slot + 1) & mask;
    if (slots.low[slot] !== 0) repeated.add(keyText(a, b));
    slots.low[slot] = b;
    slots.high[slot] = a;
  }
}
