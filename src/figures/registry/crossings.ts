import type { DimensionId } from '../dimension.ts';
import type { Crossing } from '../indicator.ts';

const crossing = (times: Crossing['times'], ...dimensions: DimensionId[]): Crossing => ({
  times,
  dimensions,
});

/** Years and the whole period, for each of these dimensions on its own. */
export const each = (...dimensions: DimensionId[]): Crossing[] =>
  dimensions.map((id) => crossing(['annee', 'cumul'], id));

/** Years and the whole period, for one dimension crossed with each of the others. */
export const across = (first: DimensionId, ...others: DimensionId[]): Crossing[] =>
  others.map((other) => crossing(['annee', 'cumul'], first, other));

export const total: Crossing = crossing(['annee', 'cumul']);
export const monthly: Crossing = crossing(['mois']);
export const monthlyByBasin: Crossing = crossing(['mois'], 'bassin');
export const yearly: Crossing = crossing(['annee']);
export const yearlyByBasin: Crossing = crossing(['annee'], 'bassin');
export const yearlyBy = (...dimensions: DimensionId[]): Crossing => crossing(['annee'], ...dimensions);

/** Dimensions of a person or a course, as they are published one at a time. */
export const PROFILE: readonly DimensionId[] = ['age', 'niveau_entree', 'sexe', 'taille', 'voie'];
