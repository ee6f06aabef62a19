import { codeHash, hashOfAll, keep, takeKept } from '../data/cache.ts';
import type { LoadedData } from '../data/load.ts';
import type { BookSources } from '../figures/book.ts';
import type { Publication } from '../figures/publish.ts';
import { isError } from '../problem.ts';
import type { Edition } from '../settings/edition.ts';
import type { Settings } from '../settings/settings.ts';

/**
 * The publication that an earlier run made of the very same files, schemas, settings and edition, by the same code; and
 * how to keep the one this run makes. Nothing is kept of data that have an error. What is kept may be published.
 */
export async function takePublication(
  folder: string,
  data: Pick<LoadedData, 'reports' | 'schemas' | 'problems'>,
  settings: Settings,
  edition: Edition,
): Promise<{ readonly recall: NonNullable<BookSources['recall']>; readonly keep: () => Promise<void> }> {
  if (data.problems.some(isError)) return { recall: (make) => make(), keep: async () => undefined };
  const key = hashOfAll(
    data.reports.map(({ name, sha256 }) => [name, sha256]),
    // Their categories are the values of dimensions.
    data.schemas,
    settings,
    edition,
    codeHash('data', 'french', 'figures', 'settings', 'computation'),
  );
  const kept = (await takeKept(folder, key)) as Publication | null;
  let made: Publication | null = null;
  return {
    recall: (make) => {
      if (kept) return kept;
      made = make();
      return made;
    },
    keep: async () => {
      if (made) await keep(folder, key, made);
    },
  };
}
