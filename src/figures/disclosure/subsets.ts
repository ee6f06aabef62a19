/** Every value of an axis: no constraint at all. */
export const EVERYTHING = 0;
/** No value: a count of nothing. */
export const NOTHING = 1;

/** The subsets of one axis that figures use, each kept once and known by its number. */
export class SubsetStore {
  readonly size: number;
  readonly #members: Uint8Array[] = [];
  readonly #byKey = new Map<string, number>();
  readonly #byName = new Map<string, number>();
  readonly #combined = new Map<string, number>();

  constructor(size: number) {
    this.size = size;
    this.intern(Array.from({ length: size }, () => true));
    this.intern(Array.from({ length: size }, () => false));
  }

  /** The number of the subset whose members are true. */
  intern(members: readonly boolean[]): number {
    const bits = Uint8Array.from(members, Number);
    const key = bits.join('');
    let id = this.#byKey.get(key);
    if (id === undefined) {
      id = this.#members.length;
      this.#members.push(bits);
      this.#byKey.set(key, id);
    }
    return id;
  }

  /** The subset of the values that pass a test; the test is asked once for each name. */
  named(name: string, has: (value: number) => boolean): number {
    let id = this.#byName.get(name);
    if (id === undefined) {
      id = this.intern(Array.from({ length: this.size }, (_, value) => has(value)));
      this.#byName.set(name, id);
    }
    return id;
  }

  has(subset: number, value: number): boolean {
    return this.members(subset)[value] === 1;
  }

  members(subset: number): Uint8Array {
    return this.#members[subset] as Uint8Array;
  }

  intersection(a: number, b: number): number {
    if (a === EVERYTHING || a === b) return b;
    if (b === EVERYTHING) return a;
    return this.#combine('&', a, b, (x, y) => x && y);
  }

  union(a: number, b: number): number {
    return this.#combine('|', a, b, (x, y) => x || y);
  }

  /** Members of `a` that are not in `b`. */
  difference(a: number, b: number): number {
    return this.#combine('-', a, b, (x, y) => x && !y);
  }

  #combine(sign: string, a: number, b: number, keep: (x: boolean, y: boolean) => boolean): number {
    const key = `${a}${sign}${b}`;
    let id = this.#combined.get(key);
    if (id === undefined) {
      const [left, right] = [this.members(a), this.members(b)];
      id = this.intern(Array.from(left, (bit, value) => keep(bit === 1, right[value] === 1)));
      this.#combined.set(key, id);
    }
    return id;
  }
}
