import { type AXES, axis } from '../axes.ts';
import type { Space } from '../space.ts';
import { EVERYTHING, type SubsetStore } from '../subsets.ts';
import type { Region, Term } from '../terms.ts';

/** One unknown number of records: a value on each axis of its table. */
interface Point {
  readonly column: number;
  readonly values: readonly number[];
}

/** Unknown numbers of records, one for each crossing of classes of some axes. */
interface Table {
  readonly axes: readonly number[];
  /** Of each axis, the class of each value: values that no figure tells apart. */
  readonly classes: readonly Int32Array[];
  readonly points: readonly Point[];
}

/** A sum of unknowns. */
export type Row = ReadonlyMap<number, number>;

/** Axes crossed with entry and exit together, so that nobody leaves before entering; finer than protection looks. */
const FLOWS: readonly (readonly (typeof AXES)[number][])[] = [
  [],
  ['place'],
  ['formation'],
  ['voie'],
  ['reason'],
  ['reason', 'place'],
  ['reason', 'formation'],
];

/**
 * The unknowns of an attack: a table for each set of axes that some figure looks at, as fine as figures tell apart,
 * and what makes two tables agree: they sum to the same on the axes they share.
 */
export class UnknownTables {
  readonly #space: Space;
  readonly #tables = new Map<string, Table>();
  columns = 0;

  constructor(space: Space, regions: readonly Region[]) {
    this.#space = space;
    const used = new Map<string, { axes: readonly number[]; subsets: ReadonlySet<number>[] }>();
    const table = (axes: readonly number[]) => {
      const known = used.get(axes.join()) ?? { axes, subsets: axes.map(() => new Set<number>()) };
      used.set(axes.join(), known);
      return known;
    };
    for (const region of regions) {
      const { axes, subsets } = table(axesOf(region));
      axes.forEach((at, position) => {
        (subsets[position] as Set<number>).add(region[at] as number);
      });
    }
    table([]);
    const direct = new Set(used.keys());
    for (const names of FLOWS) table([axis('entry'), axis('exit'), ...names.map(axis)]);
    for (let before = 0; before < used.size; ) {
      before = used.size;
      const all = [...used.values()];
      for (const one of all) for (const other of all) table(one.axes.filter((at) => other.axes.includes(at)));
    }
    const all = [...used.values()];
    for (const { axes } of all) {
      // An intersection is as fine as the finest table that holds it; a flow as fine as entries and exits are.
      const wider =
        direct.has(axes.join()) || !axes.includes(axis('entry')) || !axes.includes(axis('exit'))
          ? all.filter((other) => axes.every((at) => other.axes.includes(at)))
          : all.filter((other) => other.axes.length === axes.length - 1 && other.axes.every((at) => axes.includes(at)));
      const classes = axes.map((at) =>
        classesOf(
          space.stores[at] as SubsetStore,
          wider.flatMap((other) => [...(other.subsets[other.axes.indexOf(at)] ?? [])]),
        ),
      );
      this.#tables.set(axes.join(), { axes, classes, points: this.#points(axes, classes) });
    }
  }

  /** The sum of unknowns that some terms are. */
  row(terms: readonly Term[]): Row {
    const row = new Map<number, number>();
    for (const { times, region } of terms) {
      const { axes, points } = this.#tables.get(axesOf(region).join()) as Table;
      for (const { column, values } of points) {
        const isInside = axes.every((at, position) =>
          (this.#space.stores[at] as SubsetStore).has(region[at] as number, values[position] as number),
        );
        if (isInside) row.set(column, (row.get(column) ?? 0) + times);
      }
    }
    return row;
  }

  /** Sums that are zero: each table less those it holds, at the coarser of their levels of detail. */
  agreements(): Row[] {
    const all = [...this.#tables.values()];
    const holds = (table: Table, other: Table): boolean =>
      other !== table && other.axes.length < table.axes.length && other.axes.every((at) => table.axes.includes(at));
    return all.flatMap((table) => {
      const inside = all.filter((other) => holds(table, other));
      return inside
        .filter((margin) => !inside.some((other) => holds(other, margin)))
        .flatMap((margin) => agreement(table, margin));
    });
  }

  /** What cannot be is left out: a reason without an exit, an exit before the entry. */
  #points(axes: readonly number[], classes: readonly Int32Array[]): Point[] {
    let list: number[][] = [[]];
    for (const own of classes) {
      const values = [...new Set(own)].map((known) => own.indexOf(known));
      list = list.flatMap((point) => values.map((value) => [...point, value]));
    }
    const open = (this.#space.stores[axis('exit')] as SubsetStore).size - 1;
    const [entryAt, exitAt] = [axes.indexOf(axis('entry')), axes.indexOf(axis('exit'))];
    return list.flatMap((values) => {
      const exit = exitAt < 0 ? null : (values[exitAt] as number);
      const told = [axis('reason'), axis('situation')].some((at) => (values[axes.indexOf(at)] ?? 0) > 0);
      if (exit === open && told) return [];
      if (exit !== null && entryAt >= 0) {
        const own = classes[exitAt] as Int32Array;
        if ((values[entryAt] as number) > own.lastIndexOf(own[exit] as number)) return [];
      }
      this.columns += 1;
      return [{ column: this.columns - 1, values }];
    });
  }
}

const axesOf = (region: Region): number[] => region.flatMap((subset, at) => (subset === EVERYTHING ? [] : [at]));

function classesOf(store: SubsetStore, subsets: readonly number[]): Int32Array {
  const seen = new Map<string, number>();
  return Int32Array.from({ length: store.size }, (_, value) => {
    const key = [...new Set(subsets)].map((subset) => store.members(subset)[value]).join('');
    const known = seen.get(key) ?? seen.size;
    seen.set(key, known);
    return known;
  });
}

function agreement(table: Table, margin: Table): Row[] {
  const levels = margin.axes.map((at, position) =>
    coarser(table.classes[table.axes.indexOf(at)] as Int32Array, margin.classes[position] as Int32Array),
  );
  const rows = new Map<string, Map<number, number>>();
  for (const [own, sign] of [
    [table, 1],
    [margin, -1],
  ] as const) {
    for (const { column, values } of own.points) {
      const key = margin.axes.map((at, position) => levels[position]?.[values[own.axes.indexOf(at)] as number]).join();
      const row = rows.get(key) ?? new Map<number, number>();
      rows.set(key, row);
      row.set(column, sign);
    }
  }
  return [...rows.values()];
}

/** The coarser level of two: values that either does not tell apart go together. */
function coarser(one: Int32Array, other: Int32Array): number[] {
  const groups = Array.from(one, (_, value) => value);
  for (const classes of [one, other]) {
    for (const [value, own] of classes.entries()) {
      const [from, to] = [groups[value] as number, groups[classes.indexOf(own)] as number];
      for (const [index, group] of groups.entries()) if (group === from) groups[index] = to;
    }
  }
  return groups;
}
