import type { Cell } from './cells.ts';
import { createFlows } from './flows.ts';
import type { Space } from './space.ts';
import { EVERYTHING, type SubsetStore } from './subsets.ts';

/** Cells whose terms look at the same axes: a table, at all its levels of detail. */
export interface Scope {
  readonly axes: readonly number[];
  /** Where an axis stands among those of the scope, −1 when it is not there. */
  readonly positions: readonly number[];
  /** On one axis, the ranks of the subsets that hold a value and not another; −1 for no other. */
  only(position: number, value: number, other: number): readonly number[];
  readonly strides: readonly number[];
  /** Cells at each crossing of subsets, each followed by how many times it counts it. */
  readonly cellsAt: readonly (readonly number[] | undefined)[];
  /** Of each axis, the class of each value: values that no cell of the scope tells apart. */
  readonly classes: readonly Int32Array[];
  readonly classStrides: readonly number[];
  /** Entries at each crossing of classes. */
  readonly counts: Float64Array;
  /** No cell looks at it: it only keeps records possible. */
  readonly isFlow: boolean;
}

/** Sorts cells into scopes, and counts the records of each at the finest level its cells tell apart. */
export function createScopes(cells: readonly Cell[], space: Space): readonly Scope[] {
  const byAxes = new Map<
    string,
    { axes: number[]; entries: { cell: number; times: number; region: readonly number[] }[] }
  >();
  cells.forEach(({ terms }, cell) => {
    for (const { times, region } of terms) {
      const axes = region.flatMap((subset, at) => (subset === EVERYTHING ? [] : [at]));
      const key = axes.join();
      const scope = byAxes.get(key) ?? { axes, entries: [] };
      byAxes.set(key, scope);
      scope.entries.push({ cell, times, region });
    }
  });
  const tables = [...byAxes.values()].map(({ axes, entries }): Scope => {
    const subsets = axes.map((at) => [...new Set(entries.map(({ region }) => region[at] as number))]);
    const strides = stridesOf(subsets.map((list) => list.length));
    const cellsAt: (number[] | undefined)[] = new Array(sizeOf(subsets.map((list) => list.length)));
    const ranks = subsets.map((list) => new Map(list.map((subset, rank) => [subset, rank])));
    for (const { cell, times, region } of entries) {
      const index = axes.reduce(
        (sum, at, position) =>
          sum + (ranks[position]?.get(region[at] as number) as number) * (strides[position] as number),
        0,
      );
      const list = cellsAt[index] ?? [];
      cellsAt[index] = list;
      list.push(cell, times);
    }
    const classes = axes.map((at, position) =>
      classesOf(space.stores[at] as SubsetStore, subsets[position] as number[]),
    );
    return {
      ...countsOf(axes, classes, space),
      only: createOnly(
        axes.map((at, position) => containingOf(space.stores[at] as SubsetStore, subsets[position] as number[])),
      ),
      strides,
      cellsAt,
      isFlow: false,
    };
  });
  return [...tables, ...createFlows(cells, space)];
}

/** Entries at each crossing of classes of some axes. */
export function countsOf(axes: readonly number[], classes: readonly Int32Array[], space: Space) {
  const sizes = classes.map((list) => Math.max(...list) + 1);
  const classStrides = stridesOf(sizes);
  return {
    axes,
    positions: space.stores.map((_, at) => axes.indexOf(at)),
    classes,
    classStrides,
    counts: countRecords(space, axes, classes, classStrides, sizeOf(sizes)),
  };
}

function stridesOf(sizes: readonly number[]): number[] {
  let stride = 1;
  return sizes.map((size) => {
    const own = stride;
    stride *= size;
    return own;
  });
}
const sizeOf = (sizes: readonly number[]): number => sizes.reduce((product, size) => product * size, 1);

const containingOf = (store: SubsetStore, subsets: readonly number[]): number[][] =>
  Array.from({ length: store.size }, (_, value) =>
    subsets.flatMap((subset, rank) => (store.has(subset, value) ? [rank] : [])),
  );

function createOnly(containing: readonly (readonly (readonly number[])[])[]): Scope['only'] {
  const known = containing.map((): (readonly number[] | undefined)[] => []);
  return (position, value, other) => {
    const lists = containing[position] as readonly (readonly number[])[];
    const own = lists[value] as readonly number[];
    if (other < 0) return own;
    const key = value * lists.length + other;
    const remembered = known[position] as (readonly number[] | undefined)[];
    const against = lists[other] as readonly number[];
    remembered[key] ??= own.filter((rank) => !against.includes(rank));
    return remembered[key];
  };
}

/** Numbers the values of an axis that some subsets tell apart. */
export function classesOf(store: SubsetStore, subsets: readonly number[]): Int32Array {
  const seen = new Map<string, number>();
  return Int32Array.from({ length: store.size }, (_, value) => {
    const key = subsets.map((subset) => store.members(subset)[value]).join('');
    const known = seen.get(key) ?? seen.size;
    seen.set(key, known);
    return known;
  });
}

function countRecords(
  { codes, weights }: Space,
  axes: readonly number[],
  classes: readonly Int32Array[],
  strides: readonly number[],
  size: number,
): Float64Array {
  const index = new Int32Array(weights.length);
  axes.forEach((at, position) => {
    const [ranks, own, stride] = [
      codes[at] as Int32Array,
      classes[position] as Int32Array,
      strides[position] as number,
    ];
    for (let row = 0; row < index.length; row++)
      index[row] = (index[row] as number) + stride * (own[ranks[row] as number] as number);
  });
  const counts = new Float64Array(size);
  for (let row = 0; row < index.length; row++) {
    const cell = index[row] as number;
    counts[cell] = (counts[cell] as number) + (weights[row] as number);
  }
  return counts;
}
