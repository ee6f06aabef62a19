import type { Bilan } from '../bilan.ts';
import { isChange } from '../figures/changes.ts';
import { INDICATORS } from '../figures/registry.ts';

/** Indicators that have a definition of their own: a change has that of what changes. */
export const DEFINED = INDICATORS.filter((indicator) => !isChange(indicator));

/** The parts of what has to be known before any definition, in the order `Method` writes them. */
const SECTIONS = {
  'non-mesure': 'Ce qui n’est pas mesuré',
  observation: 'Comment les situations sont observées',
  derogations: 'Avertissements laissés passer',
  secret: 'Le secret statistique',
  glossaire: 'Les mots',
} as const;

/** Title of a part. */
export const methodTitle = (id: keyof typeof SECTIONS): string => SECTIONS[id];

/** The parts an edition has: nothing let pass, no part about it. */
export const methodSections = ({ derogations }: Pick<Bilan, 'derogations'>): { id: string; text: string }[] =>
  Object.entries(SECTIONS)
    .filter(([id]) => id !== 'derogations' || derogations.length > 0)
    .map(([id, text]) => ({ id, text }));
