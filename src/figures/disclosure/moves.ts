import type { Change, Position } from './search.ts';

/** What some changes made together add to each cell; those they leave as they were are not there. */
export function netOf(changes: readonly Change[]): ReadonlyMap<number, number> {
  const net = new Map<number, number>();
  for (const { cells, effects, times } of changes) {
    cells.forEach((cell, index) => {
      const after = (net.get(cell) ?? 0) + times * (effects[index] as number);
      if (after === 0) net.delete(cell);
      else net.set(cell, after);
    });
  }
  return net;
}

/** What it costs to hide cells that are still in sight. */
export function costOf(cells: Iterable<number>, prices: Float64Array): number {
  let cost = 0;
  for (const cell of cells) cost += prices[cell] as number;
  return cost;
}

/** What `use` gives where some changes have been made; they are taken back after it. */
export function after<Result>(changes: readonly Change[], position: Position, use: () => Result): Result {
  for (const change of changes) make(change, position, 1);
  try {
    return use();
  } finally {
    for (const change of changes) make(change, position, -1);
  }
}

/** What `use` gives when some cells have other prices; they have their own again after it. */
export function atPrices<Result>(
  changed: ReadonlyMap<number, number>,
  prices: Float64Array,
  use: () => Result,
): Result {
  const own = new Map([...changed.keys()].map((cell) => [cell, prices[cell] as number]));
  const set = (to: ReadonlyMap<number, number>): void => {
    for (const [cell, price] of to) prices[cell] = price;
  };
  set(changed);
  try {
    return use();
  } finally {
    set(own);
  }
}

/** Cells that cost nothing any more. */
export const free = (cells: Iterable<number>): Map<number, number> => new Map([...cells].map((cell) => [cell, 0]));

function make({ cells, effects, corners, times }: Change, { values }: Position, way: 1 | -1): void {
  cells.forEach((cell, index) => {
    values[cell] = (values[cell] as number) + way * times * (effects[index] as number);
  });
  for (const { scope, corner, sign } of corners)
    scope.counts[corner] = (scope.counts[corner] as number) + way * times * sign;
}
