import { type Calendar, monthIndex } from '../calendar.ts';
import { codesOf, dimensionCoder, lookup } from '../coding.ts';
import type { Column, Dataset, EntryTable } from '../dataset.ts';
import type { DimensionId } from '../dimension.ts';
import { KNOWN, REASONS, SITUATIONS } from '../tally.ts';
import { SubsetStore } from './subsets.ts';

/** What tells one record from another, as disclosure control sees it. Months of entry and of exit come first. */
export const AXES = [
  'entry',
  'exit',
  'reason',
  'situation',
  'place',
  'formation',
  'age',
  'financeur',
  'niveau_entree',
  'secteur',
  'sexe',
  'taille',
  'voie',
] as const;
export type AxisName = (typeof AXES)[number];

/** Dimensions that cut the same axis: a basin and a département both cut places. */
const AXIS_OF: Readonly<Record<Exclude<DimensionId, 'type'>, AxisName>> = {
  age: 'age',
  bassin: 'place',
  departement: 'place',
  famille: 'formation',
  financeur: 'financeur',
  formation: 'formation',
  issue: 'situation',
  niveau: 'formation',
  niveau_entree: 'niveau_entree',
  secteur: 'secteur',
  sexe: 'sexe',
  taille: 'taille',
  voie: 'voie',
};
export const axisOf = (dimension: DimensionId): number =>
  dimension === 'type' ? -1 : AXES.indexOf(AXIS_OF[dimension]);
export const axis = (name: AxisName): number => AXES.indexOf(name);

/** The axes of a data set: how many values each has, its subsets, and where each record stands. */
export interface Space {
  readonly stores: readonly SubsetStore[];
  /** The subset of an axis that a value of a dimension names. */
  subsetOf(dimension: DimensionId, value: string): number;
  /** Rank of each record on each axis, and the number of entries it stands for. */
  readonly codes: readonly Int32Array[];
  readonly weights: Float64Array;
}

/** An axis made of one or several dimensions: records that no dimension tells apart share a rank. */
interface Coded {
  readonly codes: Int32Array;
  /** Of each rank, the value in each dimension; empty when it is not known. */
  readonly values: readonly ReadonlyMap<DimensionId, string>[];
}

/** Lays out the axes. An unknown value is one more rank, only when a record has it. */
export function createSpace(dataset: Dataset, calendar: Calendar): Space {
  const months = calendar.months.length;
  const tables = dataset.entries.map((table) => encodeTable(table, calendar));
  const kept = tables.map(({ entryMonth }) =>
    Int32Array.from(entryMonth.keys()).filter((row) => (entryMonth[row] as number) >= 0),
  );
  const gather = (read: (table: EncodedTable) => ArrayLike<number>): Int32Array =>
    Int32Array.from(
      tables.flatMap((table, index) => {
        const column = read(table);
        return Array.from(kept[index] as Int32Array, (row) => column[row] as number);
      }),
    );
  const exits = gather(({ exitMonth }) => exitMonth).map((month) => (month < 0 ? months : month));
  const coded = AXES.slice(4).map((name) => codeAxis(name, dataset, gather));
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
  return {
    stores,
    subsetOf,
    codes: [
      gather(({ entryMonth }) => entryMonth),
      exits,
      gather(({ reason }) => reason).map((rank) => Math.max(0, rank)),
      gather(({ situation }) => situation).map((rank) => Math.max(0, rank)),
      ...coded.map(({ codes }) => codes),
    ],
    weights: Float64Array.from(
      tables.flatMap(({ weight }, index) => Array.from(kept[index] as Int32Array, (row) => weight[row] as number)),
    ),
  };
}

function codeAxis(
  name: AxisName,
  dataset: Dataset,
  gather: (read: (table: EncodedTable) => ArrayLike<number>) => Int32Array,
): Coded {
  const dimensions = (Object.keys(AXIS_OF) as (keyof typeof AXIS_OF)[]).flatMap((id) => {
    const dimension = AXIS_OF[id] === name ? dataset.dimensions.get(id) : undefined;
    return dimension ? [dimension] : [];
  });
  const ranks = dimensions.map((dimension) =>
    gather(({ table }) => dimensionCoder(dimension, dataset, (name) => columnOf(table, name))),
  );
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
  const codes = new Int32Array(ranks[0]?.length ?? 0);
  for (let row = 0; row < codes.length; row++) codes[row] = place(ranks.map((list) => list[row] as number));
  return { codes, values };
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

/** The columns that every record is read by, as small numbers. */
interface EncodedTable {
  readonly table: EntryTable;
  readonly entryMonth: Int16Array;
  readonly exitMonth: Int16Array;
  readonly reason: Int16Array;
  readonly situation: Int16Array;
  readonly weight: Int32Array;
}

function encodeTable(table: EntryTable, calendar: Calendar): EncodedTable {
  const month = (value: unknown): number => (typeof value === 'string' ? monthIndex(value, calendar) : -1);
  const rank = (list: readonly string[]) => (value: unknown) => list.indexOf(typeof value === 'string' ? value : '');
  const weights = lookup(columnOf(table, 'effectif'), (value) => (typeof value === 'number' ? value : 1));
  return {
    table,
    entryMonth: codesOf(columnOf(table, 'date_entree'), month),
    exitMonth: codesOf(columnOf(table, 'date_sortie'), month),
    reason: codesOf(columnOf(table, 'motif_sortie'), rank(REASONS)),
    situation: codesOf(columnOf(table, 'situation'), rank(SITUATIONS)),
    weight: Int32Array.from(weights.codes, (code) => weights.numbers[code] as number),
  };
}

function columnOf(table: EntryTable, name: string): Column {
  const found = table.columns.get(name);
  if (!found) throw new Error(`no column ${name}`);
  return found;
}
