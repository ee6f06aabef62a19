import { codeHash, hashOfAll, keep, takeKept } from '../data/cache.ts';
import type { LoadedData } from '../data/load.ts';
import { type Protect, type Protection, protect } from '../figures/disclosure/protect.ts';
import { isError } from '../problem.ts';
import type { Edition } from '../settings/edition.ts';
import type { Settings } from '../settings/settings.ts';

/**
 * The protection of the published counts, as an earlier run found it on the very same files, settings and edition, by
 * the same code; and how to keep the one this run finds. Nothing is kept of data that have an error. What is kept is a
 * list of ranks: it holds no count.
 */
export async function takeProtection(
  folder: string,
  data: Pick<LoadedData, 'reports' | 'problems'>,
  settings: Settings,
  edition: Edition,
): Promise<{ readonly protect: Protect; readonly keep: () => Promise<void> }> {
  if (data.problems.some(isError)) return { protect, keep: async () => undefined };
  const key = hashOfAll(
    data.reports.map(({ name, sha256 }) => [name, sha256]),
    settings,
    edition,
    codeHash('data', 'french', 'figures', 'settings', 'computation'),
  );
  const kept = (await takeKept(folder, key)) as Protection | null;
  let found: Protection | null = null;
  return {
    protect: (...given) => {
      found = kept ?? protect(...given);
      return found;
    },
    keep: async () => {
      if (found && !kept) await keep(folder, key, found);
    },
  };
}
