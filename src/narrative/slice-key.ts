import { isDimensionId } from '../figures/dimension.ts';

/** True for an attribute that chooses which figure is meant, rather than how it is written. */
export const isSliceKey = (name: string): boolean => name === 'annee' || name === 'mois' || isDimensionId(name);
