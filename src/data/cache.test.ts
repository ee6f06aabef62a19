import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashCode } from './cache.ts';
import { readSchemas, type TableSchema } from './schema.ts';
import { readTable } from './table.ts';
import { readTogether } from './together.ts';

let folder: string;
let cache: string;
let file: string;
let schema: TableSchema;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bilan-cache-'));
  cache = join(folder, 'cache');
  file = join(folder, '2023.csv');
  await cp('src/site.test/fixture/data/entrees/2023.csv', file);
  schema = (await readSchemas('src/site.test/fixture/data')).entrees;
});
afterEach(() => rm(folder, { recursive: true }));

const read = (options: object = {}) => readTable(file, schema, { cache, ...options });
const kept = () => readdir(cache).catch(() => []);
const change = async (edit: (text: string) => string) => writeFile(file, edit(await readFile(file, 'utf8')));

it('depends on all the code of its rooms, folders included, and on no test', async () => {
  await mkdir(join(folder, 'src/figures/disclosure'), { recursive: true });
  await mkdir(join(folder, 'src/computation'));
  await writeFile(join(folder, 'package.json'), '{}');
  const hashWith = async (name: string): Promise<string> => {
    await writeFile(join(folder, 'src', name), 'export {};');
    return hashCode(folder, ['figures', 'computation']);
  };
  const first = await hashWith('figures/book.ts');
  expect(await hashWith('figures/disclosure/protect.test.ts')).toBe(first);
  const deeper = await hashWith('figures/disclosure/protect.ts');
  expect(deeper).not.toBe(first);
  expect(await hashWith('computation/counts.ts')).not.toBe(deeper);
});

describe('a reading that was kept', { timeout: 30_000 }, () => {
  it('is the same as a fresh one, and is not made again', async () => {
    const fresh = await read();
    const [name] = await kept();
    const before = await readFile(join(cache, name as string));
    await writeFile(join(cache, name as string), before);
    expect(await read()).toEqual(fresh);
    expect(await kept()).toEqual([name]);
  });

  it('counts for nothing once the file, the schema or an option changes', async () => {
    await read();
    await change((text) => text.replace(',H,', ',F,'));
    await read();
    expect(await kept()).toHaveLength(2);
    await read({ ignored: ['observations'] });
    expect(await kept()).toHaveLength(3);
    const [first, ...fields] = schema.fields;
    if (first) schema = { ...schema, fields: [{ ...first, alias: ['numero'] }, ...fields] };
    await read();
    expect(await kept()).toHaveLength(4);
  });

  it('is made again when it was damaged', async () => {
    const fresh = await read();
    const [name] = await kept();
    await writeFile(join(cache, name as string), 'abîmé');
    expect(await read()).toEqual(fresh);
  });

  it('never holds what the privacy guard or a rule of the schema refuses', async () => {
    await change((text) => text.replace(',pme,', ',camille@exemple.fr,'));
    expect((await read()).table).toBeNull();
    await change((text) => text.replace(',camille@exemple.fr,', ',moyenne,'));
    expect((await read()).table).not.toBeNull();
    expect(await kept()).toEqual([]);
  });

  it('holds no identifier', async () => {
    const id = (await readFile(file, 'utf8')).split('\n')[1]?.split(',')[0] as string;
    await read();
    const [name] = await kept();
    expect((await readFile(join(cache, name as string))).includes(id)).toBe(false);
  });
});

describe('several files', { timeout: 30_000 }, () => {
  it('read by workers give what they give one after the other', async () => {
    const jobs = ['2023', '2024', '2025'].map((year) => ({
      file: `src/site.test/fixture/data/entrees/${year}.csv`,
      schema,
      options: {},
    }));
    expect(await readTogether(jobs, 2, 0)).toEqual(await readTogether(jobs, 1));
  });
});
