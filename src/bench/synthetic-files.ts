import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs `use` on a copy of a data folder whose entries are one file of `count` records a year, then removes it. */
export async function withFiles<Result>(
  data: string,
  years: readonly number[],
  count: number,
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'bilan-bench-'));
  try {
    await cp(data, folder, { recursive: true, filter: (path) => !path.startsWith(join(data, 'entrees')) });
    await mkdir(join(folder, 'entrees'));
    for (const year of years) await writeRecords(data, folder, year, count);
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The records of one year, repeated under other identifiers until there are enough; identifiers of 14 characters. */
async function writeRecords(data: string, folder: string, year: number, count: number): Promise<void> {
  const [from, to] = [data, folder].map((place) => join(place, 'entrees', `${year}.csv`)) as [string, string];
  const [header = '', ...lines] = (await readFile(from, 'utf8')).trimEnd().split('\n');
  const output = createWriteStream(to);
  output.write(`${header}\n`);
  for (let index = 0; index < count; index++) {
    const line = lines[index % lines.length] as string;
    const id = `h${year % 100}-${String(index * 7919).padStart(10, '0')}`;
    if (!output.write(`${id}${line.slice(line.indexOf(','))}\n`)) await once(output, 'drain');
  }
  output.end();
  await once(output, 'close');
}
