/** Reasons of an exit, in the order of the tally. */
export const REASONS = ['achevement', 'abandon', 'inconnu'] as const;
export type Reason = (typeof REASONS)[number];

/** Situations after an exit; the empty one has not been observed yet. */
export const SITUATIONS = [
  '',
  'emploi_durable',
  'emploi_court',
  'alternance',
  'creation_entreprise',
  'formation_qualifiante',
  'recherche_emploi',
  'autre',
  'inconnue',
] as const;
export type Situation = (typeof SITUATIONS)[number];
