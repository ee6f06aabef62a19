import type { Calendar } from '../calendar.ts';
import type { Count } from '../compute.ts';
import type { Dataset } from '../dataset.ts';
import { countsTold, type DisclosureRules, isPersonal, isSmallCount } from '../disclosure.ts';
import { createReader } from './reading.ts';
import { createSpace, type Space } from './space.ts';
import { keyOfTerms, simplify, type Term } from './terms.ts';

/** A count of entries that published figures tell: each once, however many figures tell it. */
export interface Cell {
  readonly terms: readonly Term[];
  readonly value: number;
  /** Ranks of the figures that tell it, in one way or another. */
  readonly tellers: number[];
  /** Rank of the figure whose value it is, when there is one. */
  figure: number | null;
  /** From 1 to one less than the smallest count that may be shown. */
  readonly isSmall: boolean;
}

/** All that published figures tell of the records. */
export interface Told {
  readonly space: Space;
  readonly cells: readonly Cell[];
  /** Ranks of the cells each figure tells. */
  readonly cellsOf: readonly (readonly number[])[];
}

/** Works out which counts each figure tells, and which figures tell the same. */
export function readCells(
  counts: readonly Count[],
  dataset: Dataset,
  calendar: Calendar,
  rules: DisclosureRules,
): Told {
  const space = createSpace(dataset, calendar);
  const read = createReader(space, calendar);
  const cells: Cell[] = [];
  const byKey = new Map<string, number>();
  const cellsOf = counts.map((count, figure) => {
    if (!isPersonal(count)) return [];
    const values = countsTold(count);
    if (values.length === 0) return [];
    return termsTold(count, read(count.indicator, count.slice), space).flatMap((terms, index) => {
      if (terms.length === 0) return [];
      const key = keyOfTerms(terms);
      const rank = byKey.get(key) ?? cells.length;
      if (rank === cells.length) {
        const value = values[index] as number;
        byKey.set(key, rank);
        cells.push({ terms, value, tellers: [], figure: null, isSmall: isSmallCount(value, rules) });
      }
      const cell = cells[rank] as Cell;
      if (!cell.tellers.includes(figure)) cell.tellers.push(figure);
      if (typeof count.result === 'number' && count.exposed.length === 0) cell.figure = figure;
      return [rank];
    });
  });
  return { space, cells, cellsOf };
}

/** The terms of each count told, in the order of `countsTold`. */
function termsTold(
  { indicator, result }: Count,
  { value, numerator, denominator, exposed }: ReturnType<ReturnType<typeof createReader>>,
  space: Space,
): readonly (readonly Term[])[] {
  if (indicator.material === 'records and seats' || result === null) return exposed;
  if (typeof result === 'number') return [value];
  if (result.denominator === 0) return [denominator];
  const opposite = numerator.map(({ times, region }) => ({ times: -times, region }));
  return [numerator, denominator, simplify([...denominator, ...opposite], space)];
}
