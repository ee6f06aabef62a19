import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { computeFigures } from '../computation/computation.ts';
import { readEnvironment } from '../settings/environment.ts';

const FIXTURE = 'src/site.test/fixture';
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bilan-doublons-'));
  await cp(FIXTURE, folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Adds a second file of 2024: the first courses of the first file, as another funder sent them. */
async function coFund(count: number, edit: (cells: string[]) => string[] = (cells) => cells): Promise<void> {
  const [header = '', ...rows] = (await readFile(join(folder, 'data/entrees/2024.csv'), 'utf8')).trim().split('\n');
  const copies = rows
    .filter((row) => row.includes(',region,') && /,[FH],[^,]+,/.test(row))
    .slice(0, count)
    .map((row, index) => edit([`opco-2024-${index}`, ...row.split(',').slice(1)]).join(','))
    .map((row) => row.replace(',region,', ',opco,'));
  await writeFile(join(folder, 'data/entrees/2024-opco.csv'), `${[header, ...copies].join('\n')}\n`);
}

const derogate = (until: string, rule = 'doublons-cofinancement') =>
  writeFile(
    join(folder, 'data/derogations.yaml'),
    `- quoi: ${rule}\n  pourquoi: Vérifié\n  qui: Un service\n  jusqu_au: ${until}\n`,
  );

/** What is said, without what is said of the published numbers. */
async function remarks() {
  const { computation, problems } = await computeFigures(
    readEnvironment({ BILAN_DATA: join(folder, 'data'), BILAN_CONTENT: join(folder, 'content') }),
  );
  return {
    applied: computation?.derogations,
    said: problems.map(({ file, rule: _, ...problem }) => ({ file: basename(file), ...problem })),
  };
}

it('lists the rows of two funders that have the same dates, formation, commune, sex and age', async () => {
  await coFund(1);
  expect((await remarks()).said).toMatchSnapshot();
});

it('does not list rows that differ in one of them, or where one is unknown', { timeout: 30_000 }, async () => {
  for (const column of [1, 2, 7, 8, 12, 13]) {
    await coFund(1, (cells) => cells.with(column, column === 12 || column === 13 ? '' : 'autre'));
    expect((await remarks()).said.map(({ message }) => message)).not.toContain('doublon probable, parcours cofinancé');
  }
});

it('lets a derogation speak for them until its day, and for nothing that has no name', async () => {
  await coFund(1);
  await derogate('2099-12-31');
  const lasting = await remarks();
  expect(lasting.said).toEqual([]);
  expect(lasting.applied).toEqual([
    { rule: 'doublons-cofinancement', reason: 'Vérifié', who: 'Un service', until: '2099-12-31' },
  ]);
  await derogate('2020-01-01');
  expect(await remarks()).toMatchSnapshot();
  await derogate('2099-12-31', 'secret');
  expect(await remarks()).toMatchSnapshot();
});

it('says that a derogation has nothing to speak for', async () => {
  await derogate('2099-12-31');
  expect(await remarks()).toMatchSnapshot();
});
