/**
 * What an entry, an exit, a seat or an event can be told apart by, beyond time. A dimension's values come from the
 * data (schemas, formations, territory, settings), so that another region changes data and no code.
 */
export interface Dimension {
  readonly id: DimensionId;
  /** French, as in « par bassin ». */
  readonly label: string;
  readonly values: readonly DimensionValue[];
  /** Sets of values that can be asked for as one: « quatre-bassins ». */
  readonly groups: readonly DimensionGroup[];
}

export interface DimensionValue {
  readonly id: string;
  readonly label: string;
  /** As it stands in a sentence after a number: « dans le bassin de Lens ». */
  readonly within?: string;
}

export interface DimensionGroup extends DimensionValue {
  readonly members: readonly string[];
}

export const DIMENSION_IDS = [
  'age',
  'bassin',
  'departement',
  'famille',
  'financeur',
  'formation',
  'issue',
  'niveau',
  'niveau_entree',
  'secteur',
  'sexe',
  'taille',
  'type',
  'voie',
] as const;
export type DimensionId = (typeof DIMENSION_IDS)[number];

export type Dimensions = ReadonlyMap<DimensionId, Dimension>;

const IDS: ReadonlySet<string> = new Set(DIMENSION_IDS);
export const isDimensionId = (name: string): name is DimensionId => IDS.has(name);

/** The value or group of an id, or `undefined`. */
export function findValue(dimension: Dimension, id: string): DimensionValue | undefined {
  return dimension.values.find((value) => value.id === id) ?? dimension.groups.find((group) => group.id === id);
}
