import { after, atPrices, costOf, free, netOf } from './moves.ts';
import { repair } from './repair.ts';
import type { Change, Position, Search, Way } from './search.ts';
import { FORBIDDEN } from './trial.ts';

/**
 * Between how many whole values a withheld count is left, less one: with four, nobody knows it to within one.
 */
export const SPAN = 3;

/** Cells that move along some changes of the records, and by how much they differ between the ends. */
export type Chain = ReadonlyMap<number, number>;

/** Changes made one after the other, each way from where the records are. */
type Ends = Readonly<Record<Way, readonly Change[]>>;

/** Changes made together, and what each step by which they move the wanted cell costs. */
interface Step {
  readonly changes: readonly Change[];
  readonly score: number;
}

/**
 * Moves a cell up, and down, the cheapest way first, until it has taken enough values; `null` when it cannot be moved
 * that far. Figures that are the same at both ends and where the records are need not be hidden.
 */
export function chainFor(wanted: number, search: Search, position: Position, prices: Float64Array): Chain | null {
  let ends: Ends = { 1: [], [-1]: [] };
  let chain = spread(ends);
  const look = (way: Way): Step | null =>
    after(ends[way], position, () => {
      if (way === -1 && (position.values[wanted] as number) <= (position.floors[wanted] as number)) return null;
      const missing = SPAN - (chain.get(wanted) ?? 0);
      const change = search(wanted, { way, missing, ceiling: FORBIDDEN });
      if (!change) return null;
      const changes = repair(change, wanted, search, position, prices);
      const net = netOf(changes);
      return { changes, score: costOf(net.keys(), prices) / Math.min(missing, Math.abs(net.get(wanted) as number)) };
    });
  while ((chain.get(wanted) ?? 0) < SPAN) {
    const { up, down } = atPrices(free(chain.keys()), prices, () => {
      const up = look(1);
      return { up, down: up?.score === 0 ? null : look(-1) };
    });
    const isUp = up !== null && (!down || up.score <= down.score);
    const step = isUp ? up : down;
    if (!step) return null;
    const way = isUp ? 1 : -1;
    ends = { ...ends, [way]: [...ends[way], ...step.changes] };
    chain = spread(ends);
  }
  return chain;
}

/** By how much each cell differs, at the most, between the two ends and where the records are. */
function spread(ends: Ends): Chain {
  const [up, down] = [netOf(ends[1]), netOf(ends[-1])];
  return new Map(
    [...new Set([...up.keys(), ...down.keys()])].map((cell) => {
      const moves = [0, up.get(cell) ?? 0, down.get(cell) ?? 0];
      return [cell, Math.max(...moves) - Math.min(...moves)];
    }),
  );
}
