import type { Count } from '../compute.ts';
import { dimensionsOf, figureId } from '../slice.ts';
import { axis } from './axes.ts';
import type { Cell, Told } from './cells.ts';
import { EVERYTHING } from './subsets.ts';
import { FORBIDDEN } from './trial.ts';

/** `primary`: too small itself; `secondary`: it would give another one away. */
export type Reason = 'primary' | 'secondary';

/** Which figures are withheld so far, and what it would cost to withhold each cell. */
export class Hiding {
  readonly reasons = new Map<number, Reason>();
  /** Of each cell, what readers would lose with the figures in sight that tell it; nothing when none does. */
  readonly prices: Float64Array;
  readonly #weights: Float64Array;
  readonly #counts: readonly Count[];
  readonly #told: Told;

  /** `published` are ids of figures that someone has published: withholding them would hide nothing, and is not done. */
  constructor(counts: readonly Count[], told: Told, published: ReadonlySet<string>) {
    this.#counts = counts;
    this.#told = told;
    this.#weights = Float64Array.from(counts, (count, figure) =>
      published.has(figureId(count.indicator.id, count.slice))
        ? FORBIDDEN
        : weightOf(
            count,
            (told.cellsOf[figure] ?? []).some((cell) => isOfCohort(told.cells[cell] as Cell)),
          ),
    );
    this.prices = new Float64Array(told.cells.length);
    for (const rank of told.cells.keys()) this.#price(rank);
  }

  hide(figure: number, reason: Reason): void {
    this.reasons.set(figure, reason);
    for (const cell of this.cellsOf(figure)) this.#price(cell);
  }

  /** Withholds every figure that tells a cell. */
  hideCell(rank: number): void {
    for (const figure of (this.#told.cells[rank] as Cell).tellers)
      if (!this.reasons.has(figure)) this.hide(figure, 'secondary');
  }

  cellsOf(figure: number): readonly number[] {
    return this.#told.cellsOf[figure] ?? [];
  }

  /** Counts that must not be worked out: those too small, and every count whose own figure is withheld. */
  isSecret({ isSmall, figure }: Cell): boolean {
    return isSmall || (figure !== null && this.reasons.has(figure));
  }

  #price(rank: number): void {
    const { value, tellers } = this.#told.cells[rank] as Cell;
    const seen = tellers.filter((figure) => !this.reasons.has(figure));
    const isFixed = value === 0 && seen.some((figure) => staysInSight(this.#counts[figure] as Count));
    this.prices[rank] = isFixed ? FORBIDDEN : seen.reduce((sum, figure) => sum + (this.#weights[figure] as number), 0);
  }
}

/** Zero is shown, as a count or as nothing to divide by; a rate of none or of all may be withheld like any other. */
const staysInSight = ({ result, exposed }: Count): boolean =>
  result === null || typeof result === 'number' || result.denominator === 0 || exposed.length > 0;

/** What became of the entries of a year: a detail of it, even for the whole region. */
const isOfCohort = ({ terms }: Cell): boolean =>
  terms.some(({ region }) => region[axis('entry')] !== EVERYTHING && region[axis('exit')] !== EVERYTHING);

/** As much as hiding a figure of the whole region: what costs more is worth a longer search. */
export const DEAR = 1000;

/** What a reader loses with a figure: the broader and the surer, the more, and a little more for a large number. */
function weightOf({ slice, result, status }: Count, ofCohort: boolean): number {
  const details = dimensionsOf(slice).length + (slice.mois === undefined ? 0 : 1) + (ofCohort ? 1 : 0);
  const value = typeof result === 'number' ? result : (result?.denominator ?? 0);
  const certainty = status === 'provisoire' ? 0.1 : 1;
  return certainty * ([2000, 20, 4][details] ?? 1) * (1 + Math.log2(1 + Math.abs(value)) / 10);
}
