import { REASONS, type Reason, type Situation, type Tallies } from './tally.ts';

/**
 * A positive outcome: a lasting or a short job, apprenticeship, business creation or qualifying training.
 * Closest official twin: « taux de devenir favorable » (Orion). It is neither a job rate nor an insertion rate.
 */
export const POSITIVE: readonly Situation[] = [
  'emploi_durable',
  'emploi_court',
  'alternance',
  'creation_entreprise',
  'formation_qualifiante',
];
export const NOT_POSITIVE: readonly Situation[] = ['recherche_emploi', 'autre'];
export const KNOWN_SITUATIONS: readonly Situation[] = [...POSITIVE, ...NOT_POSITIVE];
export const UNKNOWN: readonly Situation[] = ['inconnue'];
export const NOT_OBSERVED: readonly Situation[] = [''];
export const OBSERVED: readonly Situation[] = [...KNOWN_SITUATIONS, ...UNKNOWN];
export const JOB: readonly Situation[] = ['emploi_durable', 'emploi_court'];
export const LASTING_JOB: readonly Situation[] = ['emploi_durable'];
export const ANY: readonly Situation[] = [...OBSERVED, ...NOT_OBSERVED];

/** Completers, early leavers, or all exits whatever their reason. */
export const WHO = {
  all: REASONS,
  completers: ['achevement'],
  earlyLeavers: ['abandon'],
} as const satisfies Record<string, readonly Reason[]>;

export const exitCount = (records: Tallies, reasons: readonly Reason[] = REASONS): number =>
  records.exits(reasons, ANY);
