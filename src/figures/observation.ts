import type { Month } from '../french/date.ts';
import type { Column, Dataset, EntryTable } from './dataset.ts';
import { type DisclosureRules, isSmallCount } from './disclosure.ts';

/**
 * Treats all exits of a month alike. Too recent: not observed, even where an answer came early, since the first to
 * answer are not like the others. Old enough and without an answer: situation unknown, which lowers the response rate.
 */
export function observeOnTime(dataset: Dataset, last: Month): Dataset {
  return { ...dataset, entries: dataset.entries.map((table) => onTime(table, last)) };
}

const NOT_OBSERVED = 0;
const UNKNOWN = 1;

function onTime(table: EntryTable, last: Month): EntryTable {
  const [exits, situations] = [columnOf(table, 'date_sortie'), columnOf(table, 'situation')];
  const isRecent = exits.values.map((day) => typeof day !== 'string' || day.slice(0, 7) > last);
  const codeOf = situations.values.map((value, code) => (value === null || value === '' ? UNKNOWN : code + 2));
  const codes = new Uint32Array(table.size);
  for (let row = 0; row < codes.length; row++) {
    const recent = isRecent[exits.codes[row] as number];
    codes[row] = recent ? NOT_OBSERVED : (codeOf[situations.codes[row] as number] as number);
  }
  const column: Column = { codes, values: [null, 'inconnue', ...situations.values] };
  return { ...table, columns: new Map(table.columns).set('situation', column) };
}

function columnOf(table: EntryTable, name: string): Column {
  const column = table.columns.get(name);
  if (!column) throw new Error(`no column ${name}`);
  return column;
}

/** How situations came to be known: what has to be said when they are put together. */
export interface ObservationProfile {
  /** Least and most months, rounded, between an exit and its observation; `null` when nothing is observed. */
  readonly months: readonly [number, number] | null;
  /** Share of each source in the known situations, as a fraction rounded to the per cent; all withheld when one is small. */
  readonly sources: readonly { readonly id: string; readonly share: number | null }[];
}

const DAYS_OF_MONTH = 30.44;

/**
 * Delays and sources of all situations that are known, over the whole plan. When few come from one source, no share is
 * told: what the others leave of the whole would tell it.
 */
export function profileObservations(dataset: Dataset, rules: DisclosureRules): ObservationProfile {
  const counts = new Map<string, number>();
  let [least, most, total] = [Number.POSITIVE_INFINITY, 0, 0];
  for (const table of dataset.entries) {
    const [exit, observed] = [days(columnOf(table, 'date_sortie')), days(columnOf(table, 'date_observation'))];
    const [situation, source, weight] = ['situation', 'source_situation', 'effectif'].map((name) =>
      cells(columnOf(table, name)),
    ) as [Cells, Cells, Cells];
    for (let row = 0; row < table.size; row++) {
      const known = situation(row);
      if (typeof known !== 'string' || known === 'inconnue') continue;
      const count = Number(weight(row) ?? 1);
      const id = String(source(row) ?? '');
      counts.set(id, (counts.get(id) ?? 0) + count);
      total += count;
      const delay = observed(row) - exit(row);
      if (Number.isNaN(delay)) continue;
      least = Math.min(least, delay);
      most = Math.max(most, delay);
    }
  }
  if (total < rules.minimumDenominator) return { months: null, sources: [] };
  const isTold = [...counts.values()].every((count) => !isSmallCount(count, rules));
  return {
    months: most < least ? null : [Math.round(least / DAYS_OF_MONTH), Math.round(most / DAYS_OF_MONTH)],
    sources: [...counts]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, count]) => ({
        id,
        share: isTold ? Math.round((count / total) * 100) / 100 : null,
      })),
  };
}

type Cells = (row: number) => Column['values'][number];
const cells =
  ({ codes, values }: Column): Cells =>
  (row) =>
    values[codes[row] as number] ?? null;

/** Days since 1970 of each row; NaN where the cell is empty. */
function days({ codes, values }: Column): (row: number) => number {
  const numbers = values.map((value) => (typeof value === 'string' ? Date.parse(value) / 86_400_000 : Number.NaN));
  return (row) => numbers[codes[row] as number] ?? Number.NaN;
}
