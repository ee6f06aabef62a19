import { formatDecimal, formatInteger, formatPoints, withSign } from '../french/number.ts';
import type { Quantity } from '../french/quantity.ts';
import { holds } from './claims/amount.ts';
import type { Bound } from './claims/claim.ts';
import type { Figure } from './figure.ts';
import { indicatorOf } from './format.ts';
import { isRate } from './indicator.ts';
import { comparableValue, type Precision, type Published, saysTheSame } from './published.ts';

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
  return { published, figure, gap, agrees: isWithin(published, figure) };
}

function isWithin(published: Published, figure: Figure): boolean {
  const { value } = figure;
  if (value === null) return false;
  if (published.precision === 'exact') return saysTheSame(figure, published);
  const said: Quantity = {
    kind: published.unit === '%' ? 'share' : 'number',
    value: comparableValue(published),
    step: 0,
    wording: 'digits',
    noun: '',
  };
  return BOUNDS[published.precision].some((bound) => holds(bound, value, said));
}

/** A published « près de » may be the number itself: it was rounded by others. */
const BOUNDS: Readonly<Record<Exclude<Precision, 'exact'>, readonly Bound[]>> = {
  plus_de: ['above'],
  pres_de: ['near', 'exactly'],
  environ: ['about'],
};

/** Computed minus published, as a reader sees it: « −360 », « +2,4 points », « +0,3 »; a dash when nothing is computed. */
export function formatGap({ gap, figure }: Reconciliation): string {
  if (gap === null) return '–';
  const indicator = indicatorOf(figure);
  if (isRate(indicator)) return withSign(gap * 100, formatPoints);
  return withSign(gap, indicator.kind === 'multiple' ? formatDecimal : formatInteger);
}

/** Published figures about the same thing, side by side, where at least one says what the computed figure is not. */
export function disagreements(all: readonly Reconciliation[]): readonly (readonly Reconciliation[])[] {
  return [...Map.groupBy(all, ({ figure }) => figure.id).values()].filter((group) =>
    group.some(({ agrees }) => !agrees),
  );
}
