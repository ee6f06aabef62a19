import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { isError } from '../problem.ts';
import { isCompressed } from './byte-source.ts';
import type { TableSchema } from './schema.ts';
import type { TableReading } from './table.ts';

/** Results kept at most in a folder; the oldest go first. */
const KEPT = 40;

/** One hash for everything a result depends on, the version of Node included. */
export const hashOfAll = (...parts: readonly unknown[]): string =>
  createHash('sha256')
    .update(JSON.stringify([...parts, process.version]))
    .digest('hex');

/**
 * What a reading depends on, as one hash: the bytes of the file, whether they are compressed, the schema with its
 * nomenclatures, the options, and the code that reads.
 */
export const readingKey = (sha256: string, file: string, schema: TableSchema, options: object): string =>
  hashOfAll(sha256, isCompressed(file), schema, options, codeHash('data', 'french'));

const codes = new Map<string, string>();

/** All sources of some rooms and, by package.json, the versions of their libraries: any change makes what was kept void. */
export function codeHash(...rooms: readonly string[]): string {
  const known = codes.get(rooms.join()) ?? hashCode(join(import.meta.dirname, '..', '..'), rooms);
  codes.set(rooms.join(), known);
  return known;
}

/**
 * The same of any project: rooms of its `src` with all their folders. Many small files: waiting for each in turn would
 * take longer than what is kept saves.
 */
export function hashCode(project: string, rooms: readonly string[]): string {
  const hash = createHash('sha256').update(readFileSync(join(project, 'package.json')));
  for (const room of rooms) {
    const folder = join(project, 'src', room);
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isSource);
    for (const name of names.toSorted()) hash.update(name).update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex');
}

/** Neither a test nor what tests use. */
const isSource = (name: string): boolean => /^[^.]+\.ts$/.test(name);

const pathOf = (folder: string, key: string): string => join(folder, `${key}.bin`);

/** What was kept under a key, or `null`; a kept file that is damaged counts as absent. */
export async function takeKept(folder: string, key: string): Promise<unknown> {
  try {
    return deserialize(await readFile(pathOf(folder, key)));
  } catch {
    return null;
  }
}

/** Keeps a result for later runs. A folder that cannot be written to only costs time. */
export async function keep(folder: string, key: string, result: unknown): Promise<void> {
  const path = pathOf(folder, key);
  const beside = `${path}.${process.pid}`;
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(beside, serialize(result));
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

/** The reading kept under a key, as that of this file, or `null`. */
export async function takeReading(
  folder: string,
  key: string,
  file: string,
  schema: TableSchema,
): Promise<TableReading | null> {
  const kept = (await takeKept(folder, key)) as TableReading | null;
  if (!kept?.table) return null;
  return {
    table: { ...kept.table, file, schema },
    draft: null,
    report: { ...kept.report, name: basename(file) },
    problems: kept.problems.map((problem) => ({ ...problem, file })),
  };
}

/**
 * Keeps a sound reading. One with an error is never kept, so that nothing the privacy guard refuses outlives its run.
 */
export async function keepReading(folder: string, key: string, reading: TableReading): Promise<void> {
  if (!reading.table || reading.problems.some(isError)) return;
  await keep(folder, key, { ...reading, table: { ...reading.table, file: '', schema: null } });
}
