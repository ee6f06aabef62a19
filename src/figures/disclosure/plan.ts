import { axis } from './axes.ts';
import type { Scope } from './scopes.ts';
import type { Space } from './space.ts';
import type { SubsetStore } from './subsets.ts';

/** What is the same for every change that exchanges values on the same axes. */
export interface Plan {
  readonly axes: readonly number[];
  /** Of each axis, one value for each class that the scopes tell apart. */
  readonly values: readonly (readonly number[])[];
  /** The values of an axis, those that fewest scopes tell from a given one first. */
  nearest(at: number, value: number): readonly number[];
  /** Axes beyond those exchanged whose values are all tried, then those whose best value is taken one by one. */
  readonly enumerated: readonly Step[];
  readonly greedy: readonly Step[];
  readonly first: readonly Scope[];
  /** Scopes that only keep records possible, and look at all the axes exchanged. */
  readonly flows: readonly Scope[];
  /** Values of an axis that no other scope tells from a given one. */
  alike(at: number, value: number): readonly number[];
}

/** An axis, and the scopes that are settled once its value is. */
export interface Step {
  readonly at: number;
  readonly scopes: readonly Scope[];
  readonly flows: readonly Scope[];
}

/** When and why a course ends decides of too many counts for a first choice to be the good one. */
const ENUMERATED = [axis('exit'), axis('reason')];

/** Lays out, for some axes whose values are exchanged, in which order the others are settled, and among which values. */
export function createPlan(
  axes: readonly number[],
  constrained: readonly number[],
  all: readonly Scope[],
  space: Space,
  records: readonly Float64Array[],
): Plan {
  const concerned = all.filter((scope) => axes.every((at) => scope.positions[at] !== -1));
  const scopes = concerned.filter(({ isFlow }) => !isFlow);
  const groups = space.stores.map(({ size }, at) => {
    const reading = scopes.flatMap(({ classes, positions }) => classes[positions[at] as number] ?? []);
    const values = Array.from({ length: size }, (_, value) => value);
    return Map.groupBy(values, (value) => reading.map((classes) => classes[value]).join());
  });
  const groupOf = groups.map((group) => {
    const own: (readonly number[])[] = [];
    for (const members of group.values()) for (const value of members) own[value] = members;
    return own;
  });
  const values = groups.map((group, at) => {
    const own = records[at] as Float64Array;
    return [...group.values()]
      .map(([first]) => first as number)
      .toSorted((a, b) => (own[a] as number) - (own[b] as number));
  });
  const settled = new Set(axes);
  const isSettled = (scope: Scope): boolean => scope.axes.every((at) => settled.has(at));
  const first = scopes.filter(isSettled);
  const order = [...new Set([...ENUMERATED, ...constrained, ...space.stores.keys()])];
  const steps = order.flatMap((at) => {
    if (settled.has(at) || scopes.every((scope) => scope.positions[at] === -1)) return [];
    const waiting = concerned.filter((scope) => !isSettled(scope));
    settled.add(at);
    const done = waiting.filter(isSettled);
    return [{ at, scopes: done.filter(({ isFlow }) => !isFlow), flows: done.filter(({ isFlow }) => isFlow) }];
  });
  const orders = new Map<number, readonly number[]>();
  const nearest = (at: number, value: number): readonly number[] => {
    const key = value * values.length + at;
    let order = orders.get(key);
    if (!order) {
      const distance = (other: number): number =>
        scopes.filter(({ classes, positions }) => {
          const own = classes[positions[at] as number];
          return own && own[value] !== own[other];
        }).length;
      order = (values[at] as readonly number[]).toSorted((a, b) => distance(a) - distance(b));
      orders.set(key, order);
    }
    return order;
  };
  const isEnumerated = ({ at }: Step): boolean => ENUMERATED.includes(at);
  return {
    axes,
    values,
    nearest,
    first,
    flows: concerned.filter(({ isFlow }) => isFlow),
    alike: (at, value) => groupOf[at]?.[value] ?? [],
    enumerated: steps.filter(isEnumerated),
    greedy: steps.filter((step) => !isEnumerated(step)),
  };
}

/** Every choice among some axes, the largest first: the fewer counts look at all of them, the fewer change. */
export function subsetsOf(axes: readonly number[]): number[][] {
  return Array.from({ length: 2 ** axes.length }, (_, bits) =>
    axes.filter((_axis, index) => bits & (1 << index)),
  ).toSorted((a, b) => b.length - a.length);
}

/** Entries at each value of an axis; a value that no record has comes after all others. */
export function recordsOf({ stores, codes, weights }: Space, at: number): Float64Array {
  const records = new Float64Array((stores[at] as SubsetStore).size);
  for (const [row, value] of (codes[at] as Int32Array).entries())
    records[value] = (records[value] as number) + (weights[row] as number);
  return records.map((count) => count || Number.POSITIVE_INFINITY);
}
