import type { FigureStatus } from './figure.ts';

/** Signs that stand for a missing value in tables and drawings, and what they mean. */
export const STATUS_SIGNS: Readonly<
  Record<Exclude<FigureStatus, 'definitif' | 'provisoire'>, { sign: string; meaning: string }>
> = {
  secret: { sign: 's', meaning: 'secret statistique' },
  indisponible: { sign: '…', meaning: 'pas encore disponible' },
  'sans-objet': { sign: '–', meaning: 'sans objet' },
};
