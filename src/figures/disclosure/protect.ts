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

/** Ranks of the withheld counts in the list that was asked about, and why each is. */
export type Withholding = ReadonlyMap<number, Reason>;
export type Protect = typeof protect;

/**
 * Which of the published counts are withheld, and why: those that are too small, then as few others as it takes for
 * none of them to be worked out from what is left in sight. For each, records are imagined elsewhere, three of them,
 * in a way that leaves every figure in sight as it is; what such a change touches is hidden with it.
 */
export function protect(
  counts: readonly Count[],
  dataset: Dataset,
  calendar: Calendar,
  rules: DisclosureRules,
  published: ReadonlySet<string>,
): Withholding {
  const tooSmall = counts.flatMap((count, figure) => (isTooSmall(count, rules) ? [figure] : []));
  if (tooSmall.length === 0) return new Map();
  const told = readCells(counts, dataset, calendar, rules);
  const { space, cells } = told;
  const hiding = new Hiding(counts, told, published);
  for (const figure of tooSmall) hiding.hide(figure, 'primary');
  const position: Position = {
    values: Float64Array.from(cells, ({ value }) => value),
    floors: Float64Array.from(cells, ({ value, figure }) => (value > 0 && figure !== null ? 1 : 0)),
    missing: SPAN,
    way: 1,
  };
  const search = createSearch(cells, createScopes(cells, space), space, hiding.prices, position);
  const safe = new Set<number>();
  for (let queue = wanting(cells, hiding, safe); queue.length > 0; queue = wanting(cells, hiding, safe)) {
    for (const rank of queue) {
      if (safe.has(rank)) continue;
      const chain = chainFor(rank, search, position, hiding.prices);
      if (!chain) throw new Error(`no record stands behind count ${rank}`);
      for (const [cell, span] of chain) {
        if (span > 0) hiding.hideCell(cell);
        if (span >= SPAN) safe.add(cell);
      }
    }
  }
  return hiding.reasons;
}

/** Cells still to protect, the broadest first: what hides them helps to hide the finer ones. */
function wanting(cells: readonly Cell[], hiding: Hiding, safe: ReadonlySet<number>): number[] {
  const breadth = ({ terms }: Cell): number =>
    Math.min(...terms.map(({ region }) => region.filter((subset) => subset !== EVERYTHING).length));
  return cells
    .flatMap((cell, rank) => (hiding.isSecret(cell) && !safe.has(rank) ? [rank] : []))
    .toSorted((a, b) => breadth(cells[a] as Cell) - breadth(cells[b] as Cell) || a - b);
}
