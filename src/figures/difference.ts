import type { BareFigure } from './compute.ts';

/** What a comparison looks at in a figure: everything that a reader could be told of it. */
export type Compared = Pick<BareFigure, 'id' | 'value' | 'numerator' | 'denominator' | 'status' | 'period'>;

/** A figure that is not the same on both sides; `null` where it is not there at all. */
export interface Difference<Figure extends Compared = Compared> {
  readonly id: string;
  readonly before: Figure | null;
  readonly after: Figure | null;
}

/** Figures that differ, in the order of the older set, then what only the newer one holds. Values are compared whole. */
export function differences<Figure extends Compared>(
  before: ReadonlyMap<string, Figure>,
  after: ReadonlyMap<string, Figure>,
): Difference<Figure>[] {
  const changed = [...before.values()].flatMap((old): Difference<Figure>[] => {
    const now = after.get(old.id) ?? null;
    return now && isSame(old, now) ? [] : [{ id: old.id, before: old, after: now }];
  });
  const added = [...after.values()]
    .filter(({ id }) => !before.has(id))
    .map((now): Difference<Figure> => ({ id: now.id, before: null, after: now }));
  return [...changed, ...added];
}

const isSame = (one: Compared, other: Compared): boolean =>
  one.value === other.value &&
  one.numerator === other.numerator &&
  one.denominator === other.denominator &&
  one.status === other.status &&
  one.period === other.period;
