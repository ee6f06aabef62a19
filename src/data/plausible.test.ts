import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatProblem } from '../problem.ts';
import { CONTEXT } from './context.fixture.ts';
import { loadData } from './load.ts';

let data: string;
beforeEach(async () => {
  data = join(await mkdtemp(join(tmpdir(), 'bilan-plausible-')), 'data');
  await cp('src/site.test/fixture/data', data, { recursive: true });
});
afterEach(() => rm(data, { recursive: true, force: true }));

/** What is said once some rows of a file of entries are left out. */
async function saidAfter(path: string, keep: (line: string, index: number) => boolean): Promise<string> {
  const file = join(data, path);
  const [header, ...lines] = (await readFile(file, 'utf8')).split('\n');
  await writeFile(file, [header, ...lines.filter((line, index) => line === '' || keep(line, index))].join('\n'));
  const { problems } = await loadData(data, CONTEXT);
  return problems.map((problem) => formatProblem(problem, data)).join('\n\n');
}

describe('entries that no single row shows to be wrong', { timeout: 30_000 }, () => {
  it('are told of when a month is missing', async () => {
    expect(await saidAfter('entrees/2024.csv', (line) => !/,2024-(03|04)-/.test(line.slice(0, 40)))).toMatchSnapshot();
  });

  it('are told of when a year has less than half of the year before', async () => {
    expect(await saidAfter('entrees/2024.csv', (_, index) => index % 4 === 0)).toMatchSnapshot();
  });

  it('are told of when a code is never met', async () => {
    const { problems } = await loadData(data, CONTEXT);
    expect(problems).toEqual([]);
    for (const year of ['2023', '2024', '2025']) {
      const file = join(data, `entrees/${year}.csv`);
      await writeFile(file, (await readFile(file, 'utf8')).replaceAll(',creation_entreprise,', ',autre,'));
    }
    expect(await saidAfter('entrees/2023.csv', () => true)).toMatchSnapshot();
  });
});
