import { DEAR } from './hiding.ts';
import { after, atPrices, costOf, free, netOf } from './moves.ts';
import type { Change, Position, Search } from './search.ts';
import { FORBIDDEN } from './trial.ts';

/**
 * A change, and others made with it that put back what is dear and that it moves, one cell after another, as long as
 * the whole hides less. None of them moves the wanted cell.
 */
export function repair(
  change: Change,
  wanted: number,
  search: Search,
  position: Position,
  prices: Float64Array,
): readonly Change[] {
  let bundle: readonly Change[] = [change];
  const seen = new Set<number>();
  for (;;) {
    const net = netOf(bundle);
    const [dear, effect] =
      [...net]
        .filter(([cell]) => (prices[cell] as number) > DEAR && !seen.has(cell))
        .toSorted(([a], [b]) => (prices[b] as number) - (prices[a] as number))[0] ?? [];
    if (dear === undefined || effect === undefined) return bundle;
    seen.add(dear);
    const cost = costOf(net.keys(), prices);
    const found = after(bundle, position, () =>
      atPrices(free(net.keys()).set(wanted, FORBIDDEN), prices, () =>
        search(dear, { way: effect > 0 ? -1 : 1, missing: Math.abs(effect), ceiling: cost }),
      ),
    );
    const remedy = found && exactly(found, dear, effect);
    if (!remedy) continue;
    const repaired = [...bundle, remedy];
    if (costOf(netOf(repaired).keys(), prices) < cost) bundle = repaired;
  }
}

/** A change made as often as it takes to undo an effect on a cell; `null` when that does not come out even. */
function exactly(change: Change, cell: number, effect: number): Change | null {
  const times = -effect / (change.effects[change.cells.indexOf(cell)] as number);
  return Number.isInteger(times) && times <= change.times ? { ...change, times } : null;
}
