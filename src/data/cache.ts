import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { isError } from '../problem.ts';
import type { TableSchema } from './schema.ts';
import type { TableReading } from './table.ts';

/** Readings kept at most; the oldest go first. */
const KEPT = 40;

/**
 * What a reading depends on, as one hash: the bytes of the file, whether they are compressed, the schema with its
 * nomenclatures, the options, and the code that reads.
 */
export async function cacheKey(sha256: string, file: string, schema: TableSchema, options: object): Promise<string> {
  code ??= hashCode();
  const parts = [sha256, file.endsWith('.gz'), schema, options, await code, process.version];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

let code: Promise<string> | undefined;

/** All sources of this room and, by package.json, the version of the parser: any change makes every kept reading void. */
async function hashCode(): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of [import.meta.dirname, join(import.meta.dirname, '..', 'french')]) {
    const names = (await readdir(folder)).filter((name) => /^[a-z-]+\.ts$/.test(name));
    for (const name of names.toSorted()) hash.update(name).update(await readFile(join(folder, name)));
  }
  hash.update(await readFile(join(import.meta.dirname, '..', '..', 'package.json')));
  return hash.digest('hex');
}

const pathOf = (folder: string, key: string): string => join(folder, `${key}.bin`);

/** The reading kept under a key, or `null`. A kept file that is damaged counts as absent. */
export async function takeKept(
  folder: string,
  key: string,
  file: string,
  schema: TableSchema,
): Promise<TableReading | null> {
  try {
    const { table, report, problems } = deserialize(await readFile(pathOf(folder, key))) as TableReading;
    return {
      table: table && { ...table, file, schema },
      report,
      problems: problems.map((problem) => ({ ...problem, file })),
    };
  } catch {
    return null;
  }
}

/**
 * Keeps a sound reading. One with an error is never kept, so that nothing the privacy guard refuses outlives its run;
 * a folder that cannot be written to only costs time.
 */
export async function keep(folder: string, key: string, reading: TableReading): Promise<void> {
  if (!reading.table || reading.problems.some(isError)) return;
  const path = pathOf(folder, key);
  const beside = `${path}.${process.pid}`;
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(beside, serialize({ ...reading, table: { ...reading.table, file: '', schema: null } }));
    await rename(beside, path);
    await prune(folder);
  } catch {
    await rm(beside, { force: true }).catch(() => undefined);
  }
}

async function prune(folder: string): Promise<void> {
  const names = await readdir(folder);
  if (names.length <= KEPT) return;
  const files = await Promise.all(
    names.map(async (name) => ({ name, time: (await stat(join(folder, name))).mtimeMs })),
  );
  const oldest = files.toSorted((a, b) => b.time - a.time).slice(KEPT);
  await Promise.all(oldest.map(({ name }) => rm(join(folder, name), { force: true })));
}
