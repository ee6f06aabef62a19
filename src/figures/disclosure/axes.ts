import type { DimensionId } from '../dimension.ts';

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
export const AXIS_OF: Readonly<Record<Exclude<DimensionId, 'type'>, AxisName>> = {
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
