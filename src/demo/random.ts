/** A deterministic source of chance: 32-bit integer arithmetic only, so every machine draws the same numbers. */
export interface Random {
  /** A whole number from 0 to `bound` − 1. */
  below(bound: number): number;
  /** One of the keys, in proportion to whole weights. */
  pick<Key extends string>(weights: Readonly<Partial<Record<Key, number>>>): Key;
  /** True in `percent` cases out of a hundred. */
  chance(percent: number): boolean;
  /** The same items in another order. */
  shuffle<Item>(items: readonly Item[]): Item[];
}

/** The « mulberry32 » generator. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let word = Math.imul(state ^ (state >>> 15), state | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return (word ^ (word >>> 14)) >>> 0;
  };
  const below = (bound: number): number => next() % bound;
  return {
    below,
    pick(weights) {
      const entries = Object.entries(weights) as [keyof typeof weights & string, number][];
      let rest = below(entries.reduce((sum, [, weight]) => sum + weight, 0));
      for (const [key, weight] of entries) {
        rest -= weight;
        if (rest < 0) return key;
      }
      throw new RangeError('no weights to pick from');
    },
    chance: (percent) => below(1000) < percent * 10,
    shuffle(items) {
      const result = [...items];
      for (let index = result.length - 1; index > 0; index--) {
        const other = below(index + 1);
        [result[index], result[other]] = [result[other] as (typeof result)[0], result[index] as (typeof result)[0]];
      }
      return result;
    },
  };
}

/**
 * Shares a whole number out in proportion to weights, to the unit: the largest remainders get what is left over.
 */
export function apportion<Key extends string>(
  total: number,
  weights: Readonly<Record<Key, number>>,
): Record<Key, number> {
  const entries = Object.entries(weights) as [Key, number][];
  const sum = entries.reduce((partial, [, weight]) => partial + weight, 0);
  const parts = entries.map(([key, weight]) => ({
    key,
    part: Math.floor((total * weight) / sum),
    rest: (total * weight) % sum,
  }));
  let left = total - parts.reduce((partial, { part }) => partial + part, 0);
  for (const share of parts.toSorted((a, b) => b.rest - a.rest)) {
    if (left === 0) break;
    share.part += 1;
    left -= 1;
  }
  return Object.fromEntries(parts.map(({ key, part }) => [key, part])) as Record<Key, number>;
}
