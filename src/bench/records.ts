import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { demoFiles } from '../demo/files.ts';

/** Runs `use` on a copy of a data folder that holds exactly `count` records of entries, then removes it. */
export const withRecords = <Result>(
  data: string,
  count: number,
  use: (folder: string) => Promise<Result>,
): Promise<Result> =>
  withEntries(
    data,
    async (entries) => {
      for (const [path, text] of entryFiles(count)) await writeFile(join(entries, basename(path)), text);
    },
    use,
  );

/** Runs `use` on a copy of a data folder whose files of entries are those that `write` puts there, then removes it. */
export async function withEntries<Result>(
  data: string,
  write: (entries: string) => Promise<void>,
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'bilan-bench-'));
  try {
    const entries = join(folder, 'entrees');
    await cp(data, folder, { recursive: true, filter: (path) => !path.startsWith(join(data, 'entrees')) });
    await mkdir(entries);
    await write(entries);
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The simulated records, repeated under other identifiers until there are enough. */
export function entryFiles(count: number): ReadonlyMap<string, string> {
  const years = [...demoFiles()].filter(([path]) => path.startsWith('entrees/'));
  const records = years.flatMap(([path, text]) =>
    text
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => ({ path, line })),
  );
  const lines = Array.from({ length: count }, (_, index) => {
    const { path, line } = records[index % records.length] as (typeof records)[number];
    const round = Math.floor(index / records.length);
    return { path, line: round === 0 ? line : line.replace(',', `-${round},`) };
  });
  const header = years[0]?.[1].split('\n', 1)[0];
  return new Map(
    [...Map.groupBy(lines, ({ path }) => path)].map(([path, group]) => [
      path,
      `${[header, ...group.map(({ line }) => line)].join('\n')}\n`,
    ]),
  );
}
