import { axis } from './axes.ts';
import type { Scope } from './scopes.ts';

/** The price of hiding what must stay in sight. */
export const FORBIDDEN = 1e9;

/** Where a trial stood, to come back to. */
export interface Mark {
  readonly effects: number;
  readonly corners: number;
  readonly cost: number;
  readonly up: number;
  readonly down: number;
}

/** A count of records, at the finest level a scope tells apart, that a change adds to or takes from. */
export interface Corner {
  readonly scope: Scope;
  readonly corner: number;
  readonly sign: number;
}

/** What counts are at the moment, and what a reader knows them to be at least. */
export interface Bounds {
  readonly values: Float64Array;
  readonly floors: Float64Array;
}

/**
 * A change of the records that a reader could not see, while it is put together. On some axes one value is exchanged
 * for another; records are added at some corners of that box and taken away at the others, so that every count that
 * does not look at all these axes stays as it is.
 */
export class Trial {
  /** Added to each cell, by one such change. */
  readonly effects: Float64Array;
  cost = 0;
  /** How often the change can be made, and unmade, before a count would be negative. */
  up = Number.POSITIVE_INFINITY;
  down = Number.POSITIVE_INFINITY;
  /** Whether it is to be made, or unmade. */
  isUp = true;
  /** One value on each axis, and the other where two are exchanged, −1 elsewhere. */
  readonly point: Int32Array;
  readonly other: Int32Array;
  readonly #prices: Float64Array;
  readonly #open: number;
  /** Cells and what was added to each; scopes, corners and signs. What lies beyond their lengths was taken back. */
  readonly #effectLog: number[] = [];
  #effectLength = 0;
  readonly #scopeLog: Scope[] = [];
  readonly #cornerLog: number[] = [];
  #cornerLength = 0;

  constructor(axes: number, prices: Float64Array, open: number) {
    this.effects = new Float64Array(prices.length);
    this.point = new Int32Array(axes);
    this.other = new Int32Array(axes).fill(-1);
    this.#prices = prices;
    this.#open = open;
  }

  start(): void {
    this.rollBack({ effects: 0, corners: 0, cost: 0, up: Number.POSITIVE_INFINITY, down: Number.POSITIVE_INFINITY });
    this.other.fill(-1);
  }

  mark(): Mark {
    return {
      effects: this.#effectLength,
      corners: this.#cornerLength,
      cost: this.cost,
      up: this.up,
      down: this.down,
    };
  }

  rollBack(mark: Mark): void {
    for (let index = this.#effectLength - 2; index >= mark.effects; index -= 2) {
      const cell = this.#effectLog[index] as number;
      this.effects[cell] = (this.effects[cell] as number) - (this.#effectLog[index + 1] as number);
    }
    this.#effectLength = mark.effects;
    this.#cornerLength = mark.corners;
    this.cost = mark.cost;
    this.up = mark.up;
    this.down = mark.down;
  }

  /** How often it can be made the way that is looked for. */
  room(): number {
    return this.isUp ? this.up : this.down;
  }

  /** Adds what the change does to the cells of some scopes; stops when it cannot be made even once. */
  apply(scopes: readonly Scope[]): void {
    for (const scope of scopes) {
      this.#limit(scope, 0, 0, 1, false);
      if (this.room() < 1) return;
    }
    for (const scope of scopes) if (!scope.isFlow) this.#walk(scope, 0, 0, 1);
  }

  #walk(scope: Scope, position: number, index: number, sign: number): void {
    if (position === scope.axes.length) {
      const cells = scope.cellsAt[index];
      if (cells)
        for (let rank = 0; rank < cells.length; rank += 2)
          this.#add(cells[rank] as number, sign * (cells[rank + 1] as number));
      return;
    }
    const at = scope.axes[position] as number;
    const stride = scope.strides[position] as number;
    const [own, other] = [this.point[at] as number, this.other[at] as number];
    for (const rank of scope.only(position, own, other)) this.#walk(scope, position + 1, index + rank * stride, sign);
    if (other < 0) return;
    for (const rank of scope.only(position, other, own)) this.#walk(scope, position + 1, index + rank * stride, -sign);
  }

  #add(cell: number, effect: number): void {
    const before = this.effects[cell] as number;
    const after = before + effect;
    this.effects[cell] = after;
    this.#effectLog[this.#effectLength++] = cell;
    this.#effectLog[this.#effectLength++] = effect;
    if (before === 0) this.cost += this.#prices[cell] as number;
    else if (after === 0) this.cost -= this.#prices[cell] as number;
  }

  /** A count that no figure tells cannot be negative either. A course that is not over has no reason, no situation. */
  #limit(scope: Scope, position: number, corner: number, sign: number, isOpen: boolean): void {
    if (position === scope.axes.length) {
      const count = scope.counts[corner] as number;
      this.#scopeLog[this.#cornerLength] = scope;
      this.#cornerLog[2 * this.#cornerLength] = corner;
      this.#cornerLog[2 * this.#cornerLength + 1] = sign;
      this.#cornerLength += 1;
      if (sign > 0) this.down = Math.min(this.down, count);
      else this.up = Math.min(this.up, count);
      return;
    }
    const at = scope.axes[position] as number;
    const classes = scope.classes[position] as Int32Array;
    const stride = isOpen && (at === REASON || at === SITUATION) ? 0 : (scope.classStrides[position] as number);
    const own = this.point[at] as number;
    const other = this.other[at] as number;
    const from = corner + stride * (classes[own] as number);
    const ownIsOpen = isOpen || (at === EXIT && own === this.#open);
    if (other < 0) {
      this.#limit(scope, position + 1, from, sign, ownIsOpen);
      return;
    }
    if (classes[own] === classes[other]) return;
    const otherIsOpen = isOpen || (at === EXIT && other === this.#open);
    this.#limit(scope, position + 1, from, sign, ownIsOpen);
    this.#limit(scope, position + 1, corner + stride * (classes[other] as number), -sign, otherIsOpen);
  }

  /** Counts the change cannot leave below what a reader knows them to be at least. */
  limitCells({ values, floors }: Bounds): void {
    for (const cell of this.changedCells()) {
      const effect = this.effects[cell] as number;
      const room = Math.floor(Math.max(0, (values[cell] as number) - (floors[cell] as number)) / Math.abs(effect));
      if (effect > 0) this.down = Math.min(this.down, room);
      else this.up = Math.min(this.up, room);
    }
  }

  corners(): readonly Corner[] {
    return this.#scopeLog.slice(0, this.#cornerLength).map((scope, index) => ({
      scope,
      corner: this.#cornerLog[2 * index] as number,
      sign: this.#cornerLog[2 * index + 1] as number,
    }));
  }

  changedCells(): number[] {
    const changed = new Set<number>();
    for (let index = 0; index < this.#effectLength; index += 2) {
      const cell = this.#effectLog[index] as number;
      if (this.effects[cell] !== 0) changed.add(cell);
    }
    return [...changed];
  }
}

const EXIT = axis('exit');
/** A course that is not over has neither. */
const [REASON, SITUATION] = [axis('reason'), axis('situation')];
