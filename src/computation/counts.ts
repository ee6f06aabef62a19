import { codeHash, hashOfAll, keep, takeKept } from '../data/cache.ts';
import type { LoadedData } from '../data/load.ts';
import type { Calendar } from '../figures/calendar.ts';
import type { Counts, Dataset } from '../figures/dataset.ts';
import { isError } from '../problem.ts';

/** From this many rows on, counting again costs more than looking up what an earlier run counted. */
const MANY = 50_000;

/**
 * A data set with the counts that an earlier run made of the very same records, by the same code, and how to keep
 * those that this run adds. Nothing is kept of data that have an error.
 */
export async function takeCounts(
  folder: string,
  data: LoadedData,
  dataset: Dataset,
  { months, lastObserved }: Pick<Calendar, 'months' | 'lastObserved'>,
  many = MANY,
): Promise<{ readonly dataset: Dataset; readonly keep: () => Promise<void> }> {
  const rows = data.entries.reduce((sum, { size }) => sum + size, 0);
  if (rows < many || data.problems.some(isError)) return { dataset, keep: async () => undefined };
  const { dimensions, communes, formations } = dataset;
  const key = hashOfAll(
    data.entries.map(({ report, schema, fieldRanks }) => [report.sha256, schema, [...fieldRanks]]),
    [dimensions, communes, formations].map((map) => [...map]),
    [months, lastObserved],
    codeHash('data', 'french', 'figures', 'computation'),
  );
  const counted = ((await takeKept(folder, key)) as Map<string, Counts> | null) ?? new Map<string, Counts>();
  const found = counted.size;
  return {
    dataset: { ...dataset, counted },
    keep: async () => {
      if (counted.size > found) await keep(folder, key, counted);
    },
  };
}
