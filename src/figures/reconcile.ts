import type { Figure } from './figure.ts';
import { comparableValue, type Published, saysTheSame } from './published.ts';
import { LIMITS } from './tolerances.ts';

/** What comparing a published value with the computed one says; `tolerances.ts` holds what each precision admits. */
export interface Reconciliation {
  readonly published: Published;
  readonly figure: Figure;
  readonly agrees: boolean;
  /** Computed minus published, in the figure's unit; `null` when nothing is computed. */
  readonly gap: number | null;
}

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
      return gap <= 0 && -gap <= (isRate ? LIMITS.near.points : expected * LIMITS.near.share);
    case 'environ':
      return Math.abs(gap) <= (isRate ? LIMITS.about.points : expected * LIMITS.about.share);
  }
}
