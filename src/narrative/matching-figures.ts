import type { Figure } from '../figures/figure.ts';
import { dimensionsOf } from '../figures/slice.ts';
import type { Quantity } from '../french/quantity.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Below this, a number is equal to some figure or other by chance: only the noun after it tells which. */
export const LEAST_TELLING = 100;

/** Registered figures whose value prints as the number does, the widest slices first. */
export function matchingFigures(quantity: Quantity, { registered, defaultYear }: Vocabulary): readonly Figure[] {
  return [...registered()]
    .filter((figure) => hasValue(figure, quantity))
    .toSorted((a, b) => rank(a, defaultYear) - rank(b, defaultYear) || (a.id < b.id ? -1 : 1));
}

const rank = ({ slice }: Figure, defaultYear: number): number =>
  2 * dimensionsOf(slice).length + (slice.annee === defaultYear ? 0 : 1);

/** The kind of quantity that a figure is, by its unit. */
const KINDS: Readonly<Record<string, Quantity['kind']>> = {
  fraction: 'share',
  points: 'points',
  fois: 'times',
  euros: 'euros',
};

function hasValue({ value, unit }: Figure, quantity: Quantity): boolean {
  if (value === null || (KINDS[unit] ?? 'number') !== quantity.kind) return false;
  return Math.abs(value - quantity.value) <= quantity.step / 2 + 1e-9;
}
