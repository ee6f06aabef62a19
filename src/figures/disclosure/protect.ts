import type { Calendar } from '../calendar.ts';
import type { Count } from '../compute.ts';
import type { Dataset } from '../dataset.ts';
import { type DisclosureRules, isTooSmall } from '../disclosure.ts';
import { type Cell, readCells } from './cells.ts';
import { chainFor, SPAN } from './chain.ts';
import { Hiding, type Reason } from './hiding.ts';
import { createScopes } from './scopes.ts';
import { createSearch, type Position } from './search.ts';
import { EVERYTHING } from './subsets.ts';

/** What is withheld of a list of counts, by rank in that list. */
export interface Protection {
  readonly reasons: ReadonlyMap<number, Reason>;
  /** Withheld, yet given away by figures that are public already: nothing can be done about it here. */
  readonly betrayed: readonly number[];
}

/**
 * Which of the published counts are withheld, and why: those that are too small, then as few others as it takes for
 * none of them to be worked out from what is left in sight. For each, records are imagined elsewhere, three of them,
 * in a way that leaves every figure in sight as it is; what such a change touches is hidden with it. `published` are
 * ids of figures that are public already: these are never hidden to protect others.
 */
export function protect(
  counts: readonly Count[],
  dataset: Dataset,
  calendar: Calendar,
  rules: DisclosureRules,
  published: ReadonlySet<string>,
): Protection {
  const tooSmall = counts.flatMap((count, figure) => (isTooSmall(count, rules) ? [figure] : []));
  if (tooSmall.length === 0) return { reasons: new Map(), betrayed: [] };
  const told = readCells(counts, dataset, calendar, rules);
  const { space, cells } = told;
  const hiding = new Hiding(counts, told, published);
  for (const figure of tooSmall) hiding.hide(figure, 'primary');
  const position: Position = {
    values: Float64Array.from(cells, ({ value }) => value),
    floors: Float64Array.from(cells, ({ value, figure }) => (value > 0 && figure !== null ? 1 : 0)),
  };
  const search = createSearch(cells, createScopes(cells, space), space, hiding.prices, position);
  const safe = new Set<number>();
  const betrayed: number[] = [];
  for (let queue = wanting(cells, hiding, safe); queue.length > 0; queue = wanting(cells, hiding, safe)) {
    for (const rank of queue) {
      if (safe.has(rank)) continue;
      const chain = chainFor(rank, search, position, hiding.prices);
      if (!chain) {
        betrayed.push((cells[rank] as Cell).tellers[0] as number);
        safe.add(rank);
        continue;
      }
      for (const [cell, span] of chain) {
        hiding.hideCell(cell);
        if (span >= SPAN) safe.add(cell);
      }
    }
  }
  return { reasons: hiding.reasons, betrayed };
}

/** Cells still to protect, the broadest first: what hides them helps to hide the finer ones. */
function wanting(cells: readonly Cell[], hiding: Hiding, safe: ReadonlySet<number>): number[] {
  const breadth = ({ terms }: Cell): number =>
    Math.min(...terms.map(({ region }) => region.filter((subset) => subset !== EVERYTHING).length));
  return cells
    .flatMap((cell, rank) => (hiding.isSecret(cell) && !safe.has(rank) ? [rank] : []))
    .toSorted((a, b) => breadth(cells[a] as Cell) - breadth(cells[b] as Cell) || a - b);
}
