import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { byPlace, formatProblem } from '../problem.ts';
import { CONTEXT } from './context.fixture.ts';
import { FIXTURES } from './fixture-bytes.ts';
import { judgeFiles } from './judge.ts';
import { fileLines } from './report.ts';
import { readSchemas } from './schema.ts';
import type { Table, TableReading } from './table.ts';

const DATA = 'src/site.test/fixture/data';
const FIXTURES_FOLDER = 'src/data/fixtures';
const REPORT = 'rapport.txt';

const context = { ...CONTEXT, ignored: { entrees: ['Observations'] } };
const folders = await readdir(FIXTURES_FOLDER);
const schemas = await readSchemas(DATA);

/** What the fixtures hold of a person: no report may repeat it. */
const PERSONAL = /camille@|Camille|2 69 05|06 12 34|FR76/;

/** Everything the door says of the files of a folder, and what it lets in. */
async function report(folder: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => name !== REPORT).toSorted();
  const { readings, problems } = await judgeFiles(
    names.map((name) => join(folder, name)),
    DATA,
    schemas,
    context,
  );
  return [
    ...readings.map(describeReading),
    ...problems.toSorted(byPlace).map((problem) => `${formatProblem(problem, join(process.cwd(), folder))}\n`),
  ].join('\n');
}

function describeReading({ table, report: of }: TableReading): string {
  const [line] = fileLines({ reports: [of] });
  const head = `${line?.name}\u00A0: lignes\u00A0: ${line?.rows}\u202F; ${line?.encoding}, ${line?.separator}\u202F; refusées\u00A0: ${line?.refused}\u202F; remis en forme\u00A0: ${line?.mended}`;
  return [head, ...(table ? rowsAsText(table) : []), ''].join('\n');
}

const rowsAsText = (table: Table): string[] =>
  Array.from({ length: table.size }, (_, index) => {
    const cells = [...table.columns].map(([, { codes, values }]) => String(values[codes[index] as number] ?? ''));
    return `  ${cells.join(' | ').replaceAll('\n', '⏎')}`;
  });

describe('a file from a real system', { timeout: 30_000 }, () => {
  it.each(folders)('%s', async (name) => {
    const folder = join(FIXTURES_FOLDER, name);
    const text = await report(folder);
    expect(text).not.toMatch(PERSONAL);
    await expect(text).toMatchFileSnapshot(join(process.cwd(), folder, REPORT));
  });

  it('has the bytes that « node scripts/fixtures.ts » writes', async () => {
    for (const [name, files] of Object.entries(FIXTURES)) {
      for (const [file, bytes] of Object.entries(files)) {
        const found = await readFile(join(FIXTURES_FOLDER, name, file));
        expect(Buffer.compare(found, Buffer.from(bytes as string)), `${name}/${file}`).toBe(0);
      }
    }
  });
});
