import type { Figure } from './figure.ts';
import { comparableValue, type Published, saysTheSame } from './published.ts';

/**
 * What comparing a published value with the computed one says. `pres_de`: at most the value, and at least 95 % of it
 * (1,5 point under for a rate). `environ`: within 5 % (2 points for a rate). `plus_de`: above. `exact`: the same once
 * rounded as published.
 */
export interface Reconciliation {
  readonly published: Published;
  readonly figure: Figure;
  readonly agrees: boolean;
  /** Computed minus published, in the figure's unit; `null` when nothing is computed. */
  readonly gap: number | null;
}

export const TOLERANCES = {
  nearShare: 0.05,
  nearPoints: 0.015,
  aboutShare: 0.05,
  aboutPoints: 0.02,
} as const;

export function reconcile(published: Published, figure: Figure): Reconciliation {
  const expected = comparableValue(published);
  const gap = figure.value === null ? null : figure.value - expected;
  return { published, figure, gap, agrees: gap !== null && isWithin(published, figure, expected, gap) };
}

function isWithin(published: Published, figure: Figure, expected: number, gap: number): boolean {
  const isRate = published.unit === '%';
  switch (published.precision) {
    case 'exact':
      return saysTheSame(figure, published);
    case 'plus_de':
      return gap > 0;
    case 'pres_de':
      return gap <= 0 && -gap <= (isRate ? TOLERANCES.nearPoints : expected * TOLERANCES.nearShare);
    case 'environ':
      return Math.abs(gap) <= (isRate ? TOLERANCES.aboutPoints : expected * TOLERANCES.aboutShare);
  }
}
