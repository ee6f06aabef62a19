import { type Calendar, monthIndex } from '../calendar.ts';
import { dimensionLookup, type Lookup, lookup } from '../coding.ts';
import type { Column, Dataset, EntryTable } from '../dataset.ts';
import type { Dimension, DimensionId } from '../dimension.ts';
import { KNOWN, REASONS, SITUATIONS } from '../tally.ts';
import { AXES, AXIS_OF, type AxisName, axis, axisOf } from './axes.ts';
import { SubsetStore } from './subsets.ts';

/** The axes of a data set: how many values each has, its subsets, and where each record stands. */
export interface Space {
  readonly stores: readonly SubsetStore[];
  /** The subset of an axis that a value of a dimension names. */
  subsetOf(dimension: DimensionId, value: string): number;
  /** Rank of each record on each axis, and the number of entries it stands for. */
  readonly codes: readonly Int32Array[];
  readonly weights: Float64Array;
}

/** An axis: where each table's records stand on it, and of each rank, the value in each dimension that cuts it. */
interface Coded {
  readonly lookups: readonly Lookup[];
  /** Empty when it is not known. */
  readonly values: readonly ReadonlyMap<DimensionId, string>[];
}

/** Lays out the axes. An unknown value is one more rank, only when a record may have it. */
export function createSpace(dataset: Dataset, calendar: Calendar): Space {
  const months = calendar.months.length;
  const ranks = (column: string, rank: (value: Column['values'][number]) => number): Lookup[] =>
    dataset.entries.map((table) => lookup(columnOf(table, column), rank));
  const month = (value: unknown): number => (typeof value === 'string' ? monthIndex(value, calendar) : -1);
  const among = (list: readonly string[]) => (value: unknown) => Math.max(0, list.indexOf(String(value)));
  const entries = ranks('date_entree', month);
  const coded = AXES.slice(4).map((name) => codeAxis(name, dataset));
  const gather = gatherKept(entries);
  const sizes = [months, months + 1, REASONS.length, SITUATIONS.length, ...coded.map(({ values }) => values.length)];
  const stores = sizes.map((size) => new SubsetStore(size));
  const known = new Map<string, number>();
  const valuesAt = (at: number, dimension: DimensionId): readonly string[] =>
    at === axis('situation') ? SITUATIONS : (coded[at - 4] as Coded).values.map((value) => value.get(dimension) ?? '');
  const subsetOf = (dimension: DimensionId, value: string): number => {
    const key = `${dimension}=${value}`;
    let subset = known.get(key);
    if (subset === undefined) {
      const at = axisOf(dimension);
      const members = dataset.dimensions.get(dimension)?.groups.find(({ id }) => id === value)?.members ?? [value];
      subset = (stores[at] as SubsetStore).intern(
        valuesAt(at, dimension).map((own) => (value === KNOWN ? own !== '' : members.includes(own))),
      );
      known.set(key, subset);
    }
    return subset;
  };
  const open = (value: Column['values'][number]): number => (month(value) < 0 ? months : month(value));
  return {
    stores,
    subsetOf,
    codes: [
      entries,
      ranks('date_sortie', open),
      ranks('motif_sortie', among(REASONS)),
      ranks('situation', among(SITUATIONS)),
      ...coded.map(({ lookups }) => lookups),
    ].map(gather),
    weights: Float64Array.from(gather(ranks('effectif', (value) => (typeof value === 'number' ? value : 1)))),
  };
}

/** Reads columns one table after the other, without the records that entered at no month of the calendar. */
function gatherKept(entries: readonly Lookup[]): (columns: readonly Lookup[]) => Int32Array {
  const kept = entries.map(({ codes, numbers }) => {
    const rows: number[] = [];
    for (let row = 0; row < codes.length; row++) if ((numbers[codes[row] as number] as number) >= 0) rows.push(row);
    return Int32Array.from(rows);
  });
  const size = kept.reduce((sum, rows) => sum + rows.length, 0);
  return (columns) => {
    const gathered = new Int32Array(size);
    let next = 0;
    columns.forEach(({ codes, numbers }, table) => {
      for (const row of kept[table] as Int32Array) gathered[next++] = numbers[codes[row] as number] as number;
    });
    return gathered;
  };
}

/** Values that no dimension tells apart share a rank. */
function codeAxis(name: AxisName, dataset: Dataset): Coded {
  const dimensions = (Object.keys(AXIS_OF) as (keyof typeof AXIS_OF)[]).flatMap((id) => {
    const dimension = AXIS_OF[id] === name ? dataset.dimensions.get(id) : undefined;
    return dimension ? [dimension] : [];
  });
  const distinct = new Map<string, number>();
  const values: ReadonlyMap<DimensionId, string>[] = [];
  const place = (combination: readonly number[]): number => {
    const key = combination.join();
    let rank = distinct.get(key);
    if (rank === undefined) {
      rank = values.length;
      distinct.set(key, rank);
      values.push(
        new Map(
          dimensions.map(({ id, values: all }, index) => [id, all[(combination[index] as number) - 1]?.id ?? '']),
        ),
      );
    }
    return rank;
  };
  for (const combination of declared(
    name,
    dataset,
    dimensions.map(({ values: all }) => all.map(({ id }) => id)),
  ))
    place(combination);
  const lookups = dataset.entries.map((table) => placeCells(dimensions, dataset, table, place));
  return { lookups, values };
}

/** Dimensions that cut the same axis read the same column: each of its cells is placed once. */
function placeCells(
  dimensions: readonly Dimension[],
  dataset: Dataset,
  table: EntryTable,
  place: (combination: readonly number[]) => number,
): Lookup {
  const own = dimensions.map((dimension) =>
    dimensionLookup(dimension, dataset, (column) => columnOf(table, column), 1),
  );
  const { codes, numbers } = own[0] as Lookup;
  return { codes, numbers: numbers.map((_, code) => place(own.map((lookup) => lookup.numbers[code] as number))) };
}

/** Combinations that exist whether a record has them or not: every value, every pair of a basin and a département… */
function declared(name: AxisName, dataset: Dataset, ids: readonly (readonly string[])[]): number[][] {
  const rank = (index: number, id: string): number => (ids[index] ?? []).indexOf(id) + 1;
  if (name === 'place')
    return [...dataset.communes.values()].map(({ basin, departement }) => [rank(0, basin), rank(1, departement)]);
  if (name === 'formation')
    return [...dataset.formations.values()].map(({ family, code, level }) => [
      rank(0, family),
      rank(1, code),
      rank(2, level),
    ]);
  return (ids[0] ?? []).map((_, index) => [index + 1]);
}

function columnOf(table: EntryTable, name: string): Column {
  const found = table.columns.get(name);
  if (!found) throw new Error(`no column ${name}`);
  return found;
}
