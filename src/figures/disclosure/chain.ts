import type { Change, Position } from './search.ts';

/**
 * Between how many whole values a withheld count is left, less one: with four, nobody knows it to within one.
 */
export const SPAN = 3;

/** By how much each cell moves, at the most, along some changes made one after the other. */
export type Chain = ReadonlyMap<number, number>;

type Search = (wanted: number) => Change | null;
type Way = Position['way'];

/**
 * Moves a cell up, and down, by changes made one after the other, the cheapest way first, until it has taken enough
 * values; `null` when it cannot be moved that far. The records, and the prices of what a chain has already hidden,
 * are put back as they were.
 */
export function chainFor(wanted: number, search: Search, position: Position, prices: Float64Array): Chain | null {
  const made: Readonly<Record<Way, Change[]>> = { 1: [], [-1]: [] };
  const paid = new Map<number, number>();
  const lowest = new Map<number, number>();
  const highest = new Map<number, number>();
  const look = (way: Way): Change | null => {
    if (way === -1 && fallOf(wanted, made[-1], position) < 1) return null;
    for (const change of made[way]) make(change, position, 1);
    position.way = way;
    const change = search(wanted);
    for (const known of made[way].toReversed()) make(known, position, -1);
    return change;
  };
  position.missing = SPAN;
  while (position.missing > 0) {
    const up = look(1);
    const down = up?.score === 0 ? null : look(-1);
    const change = up && (!down || up.score <= down.score) ? up : down;
    if (!change) break;
    made[change.way].push(change);
    for (const cell of change.cells) {
      if (!paid.has(cell)) paid.set(cell, prices[cell] as number);
      prices[cell] = 0;
    }
    const moved = new Map<number, number>();
    for (const { cells, effects, times } of made[change.way]) {
      cells.forEach((cell, index) => {
        moved.set(cell, (moved.get(cell) ?? 0) + times * (effects[index] as number));
        lowest.set(cell, Math.min(lowest.get(cell) ?? 0, moved.get(cell) as number));
        highest.set(cell, Math.max(highest.get(cell) ?? 0, moved.get(cell) as number));
      });
    }
    position.missing = SPAN - ((highest.get(wanted) ?? 0) - (lowest.get(wanted) ?? 0));
  }
  for (const [cell, price] of paid) prices[cell] = price;
  if (position.missing > 0) return null;
  return new Map([...highest].map(([cell, high]) => [cell, high - (lowest.get(cell) as number)]));
}

/** How far a cell can still go down. */
function fallOf(wanted: number, made: readonly Change[], { values, floors }: Position): number {
  const fallen = made.reduce(
    (sum, { cells, effects, times }) => sum + times * (effects[cells.indexOf(wanted)] as number),
    values[wanted] as number,
  );
  return fallen - (floors[wanted] as number);
}

/** Makes a change as often as it can be made, or takes it back. */
function make({ cells, effects, corners, times }: Change, { values }: Position, way: Way): void {
  cells.forEach((cell, index) => {
    values[cell] = (values[cell] as number) + way * times * (effects[index] as number);
  });
  for (const { scope, corner, sign } of corners)
    scope.counts[corner] = (scope.counts[corner] as number) + way * times * sign;
}
