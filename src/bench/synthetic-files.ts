import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withEntries } from './records.ts';

/** Runs `use` on a copy of a data folder whose entries are one file of `count` records a year, then removes it. */
export const withFiles = <Result>(
  data: string,
  years: readonly number[],
  count: number,
  use: (folder: string) => Promise<Result>,
): Promise<Result> =>
  withEntries(
    data,
    async (entries) => {
      for (const year of years) await writeRecords(join(data, 'entrees'), entries, year, count);
    },
    use,
  );

/** The records of one year, repeated under other identifiers until there are enough; identifiers of 14 characters. */
async function writeRecords(from: string, to: string, year: number, count: number): Promise<void> {
  const name = `${year}.csv`;
  const [header = '', ...lines] = (await readFile(join(from, name), 'utf8')).trimEnd().split('\n');
  const output = createWriteStream(join(to, name));
  output.write(`${header}\n`);
  for (let index = 0; index < count; index++) {
    const line = lines[index % lines.length] as string;
    const id = `h${year % 100}-${String(index * 7919).padStart(10, '0')}`;
    if (!output.write(`${id}${line.slice(line.indexOf(','))}\n`)) await once(output, 'drain');
  }
  output.end();
  await once(output, 'close');
}
