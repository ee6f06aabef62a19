import type { Space } from './space.ts';
import { EVERYTHING, NOTHING, type SubsetStore } from './subsets.ts';

/** Records whose rank lies in one subset of each axis. */
export type Region = readonly number[];

/** So many times the number of records of a region. */
export interface Term {
  readonly times: number;
  readonly region: Region;
}

/** The region that holds every record. */
export const wholeRegion = ({ stores }: Pick<Space, 'stores'>): Region => stores.map(() => EVERYTHING);

/** A region cut by a subset of one axis. */
export function cut(region: Region, at: number, subset: number, { stores }: Pick<Space, 'stores'>): Region {
  const next = [...region];
  next[at] = (stores[at] as SubsetStore).intersection(next[at] as number, subset);
  return next;
}

/**
 * The same count in as few terms as can be: completions plus early leavers become exits of known reason. Two figures
 * that say the same thing in different words then have the same terms.
 */
export function simplify(terms: readonly Term[], space: Pick<Space, 'stores'>): readonly Term[] {
  const left = terms.filter(({ times, region }) => times !== 0 && !region.includes(NOTHING));
  for (let one = 0; one < left.length; one++) {
    for (let other = one + 1; other < left.length; other++) {
      const merged = merge(left[one] as Term, left[other] as Term, space);
      if (!merged) continue;
      return simplify([...left.filter((_, index) => index !== one && index !== other), ...merged], space);
    }
  }
  return left.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** Two terms as one, or as none when they cancel; `null` when they stay apart. */
function merge(a: Term, b: Term, { stores }: Pick<Space, 'stores'>): Term[] | null {
  const apart = a.region.flatMap((subset, at) => (subset === b.region[at] ? [] : [at]));
  if (apart.length === 0) {
    const times = a.times + b.times;
    return times === 0 ? [] : [{ times, region: a.region }];
  }
  if (apart.length > 1 || Math.abs(a.times) !== Math.abs(b.times)) return null;
  const at = apart[0] as number;
  const store = stores[at] as SubsetStore;
  const [left, right] = [a.region[at] as number, b.region[at] as number];
  const withSubset = (times: number, subset: number): Term[] => [{ times, region: a.region.with(at, subset) }];
  if (a.times === b.times)
    return store.intersection(left, right) === NOTHING ? withSubset(a.times, store.union(left, right)) : null;
  if (store.difference(right, left) === NOTHING) return withSubset(a.times, store.difference(left, right));
  if (store.difference(left, right) === NOTHING) return withSubset(b.times, store.difference(right, left));
  return null;
}

const keyOf = ({ times, region }: Term): string => `${times}*${region.join()}`;

/** Equal for equal counts, once simplified. */
export const keyOfTerms = (terms: readonly Term[]): string => terms.map(keyOf).join(' ');
