import type { Column, Dataset } from './dataset.ts';
import type { Dimension, DimensionId } from './dimension.ts';

type CellValue = Column['values'][number];

/** A number for each row of a column, found through its code: nothing is made for the row itself. */
export interface Lookup {
  readonly codes: ArrayLike<number>;
  readonly numbers: Int32Array;
}

/** Applies a function to each distinct value of a column; whole numbers only. */
export const lookup = (column: Column, number: (value: CellValue) => number): Lookup => ({
  codes: column.codes,
  numbers: Int32Array.from(column.values, number),
});

/** Which column a dimension reads, and how a cell of it becomes a value of the dimension. */
const READERS: Readonly<
  Record<DimensionId, readonly [column: string, read?: (cell: string, dataset: Dataset) => string | undefined]>
> = {
  age: ['tranche_age'],
  bassin: ['code_commune', (cell, { communes }) => communes.get(cell)?.basin],
  departement: ['code_commune', (cell, { communes }) => communes.get(cell)?.departement],
  famille: ['code_formation', (cell, { formations }) => formations.get(cell)?.family],
  financeur: ['financeur'],
  formation: ['code_formation'],
  issue: ['situation'],
  niveau: ['code_formation', (cell, { formations }) => formations.get(cell)?.level],
  niveau_entree: ['niveau_entree'],
  secteur: ['secteur'],
  sexe: ['sexe'],
  taille: ['taille_entreprise'],
  type: ['type'],
  voie: ['voie'],
};

/** Rank of each row's value in a dimension, from 1; 0 for an empty cell; each rank times a stride. */
export function dimensionLookup(
  dimension: Dimension,
  dataset: Dataset,
  column: (name: string) => Column,
  stride: number,
): Lookup {
  const ranks = new Map(dimension.values.map(({ id }, index) => [id, index + 1]));
  const [name, read] = READERS[dimension.id];
  return lookup(column(name), (cell) => {
    if (typeof cell !== 'string') return 0;
    return stride * (ranks.get((read ? read(cell, dataset) : cell) ?? '') ?? 0);
  });
}
