/** Names of the warnings of plausibility, by which `derogations.yaml` lets them pass. Nothing else has such a name. */
export const PLAUSIBILITY = {
  coFunding: 'doublons-cofinancement',
  missingMonth: 'mois-sans-entree',
  jump: 'saut-annuel',
  unusedCode: 'code-jamais-lu',
} as const;
