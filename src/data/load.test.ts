import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatProblem } from '../problem.ts';
import { CONTEXT } from './context.fixture.ts';
import { loadData } from './load.ts';

let data: string;
beforeEach(async () => {
  data = join(await mkdtemp(join(tmpdir(), 'bilan-load-')), 'data');
  await cp('src/site.test/fixture/data', data, { recursive: true });
});
afterEach(() => rm(data, { recursive: true, force: true }));

async function problemsAfter(path: string, change: (text: string) => string): Promise<string> {
  const file = join(data, path);
  await writeFile(file, change(await readFile(file, 'utf8')));
  const { problems } = await loadData(data, CONTEXT);
  return problems.map((problem) => formatProblem(problem, data)).join('\n\n');
}

/** Replaces the first data row's cells by name. */
const withRow =
  (cells: Readonly<Record<string, string>>) =>
  (text: string): string => {
    const [header = '', row = '', ...rest] = text.split('\n');
    const names = header.split(',');
    const changed = row.split(',').map((cell, rank) => cells[names[rank] ?? ''] ?? cell);
    return [header, changed.join(','), ...rest].join('\n');
  };

describe('a data folder', { timeout: 30_000 }, () => {
  it('is read whole, with the hash of every file', async () => {
    const { problems, reports, entries } = await loadData(data, CONTEXT);
    expect(problems).toEqual([]);
    expect(entries.map((table) => table.size)).toEqual([565, 588, 494]);
    expect(reports).toHaveLength(12);
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['an exit before the entry', { date_sortie: '2022-12-01', date_observation: '2023-06-01' }],
    ['an entry of another year', { date_entree: '2024-02-05' }],
    ['a date after the cut-off', { date_sortie: '2025-12-01', date_observation: '2026-01-05' }],
    ['a reason without an exit', { date_sortie: '', situation: '', date_observation: '' }],
    ['an exit without a reason', { motif_sortie: '' }],
    ['an unknown commune', { code_commune: '75056' }],
    ['an unknown formation', { code_formation: 'tp-tmy' }],
    ['an unknown code', { motif_sortie: 'achvement' }],
  ])('tells of %s', async (_, cells) => {
    expect(await problemsAfter('entrees/2023.csv', withRow(cells))).toMatchSnapshot();
  });

  it('tells of a commune of a département that the settings do not name', async () => {
    expect(await problemsAfter('territoire/communes.csv', withRow({ departement: '75' }))).toMatchSnapshot();
  });

  it('counts each refused row once, whoever finds the fault: a cell, a rule, or another file', async () => {
    const id = (await readFile(join(data, 'entrees/2023.csv'), 'utf8')).split('\n')[1]?.split(',')[0] ?? '';
    await problemsAfter('entrees/2023.csv', withRow({ sexe: 'X', code_commune: '75056' }));
    await problemsAfter('entrees/2024.csv', withRow({ id_parcours: id }));
    const { reports } = await loadData(data, CONTEXT);
    expect(reports.slice(0, 3).map(({ refused }) => refused)).toEqual([1, 1, 0]);
  });

  it('names both places of a duplicate', async () => {
    const id = (await readFile(join(data, 'entrees/2023.csv'), 'utf8')).split('\n')[1]?.split(',')[0] ?? '';
    const message = await problemsAfter('entrees/2024.csv', withRow({ id_parcours: id }));
    expect(message).toContain('entrees/2024.csv:2:1  id_parcours en double');
    expect(message).toContain('déjà lu dans 2023.csv, ligne 2');
  });

  it('tells of a file that is missing, and of one that is badly named', async () => {
    await rm(join(data, 'places.csv'));
    await writeFile(join(data, 'entrees', 'exercice 2023.csv'), 'a;b\n');
    const { problems } = await loadData(data, CONTEXT);
    expect(problems.map((problem) => formatProblem(problem, data)).join('\n\n')).toMatchSnapshot();
  });

  it('asks for a CSV in place of a workbook', async () => {
    await writeFile(join(data, 'entrees', '2024.xlsx'), 'PK');
    const { problems } = await loadData(data, CONTEXT);
    expect(problems.map((problem) => formatProblem(problem, data)).join('\n\n')).toMatchSnapshot();
  });

  it('uses nothing of a file that holds personal data', async () => {
    const file = join(data, 'entrees/2023.csv');
    await writeFile(file, withRow({ secteur: 'une.personne@exemple.fr' })(await readFile(file, 'utf8')));
    const { entries, problems } = await loadData(data, CONTEXT);
    expect(entries).toHaveLength(2);
    expect(JSON.stringify(problems)).not.toContain('une.personne');
  });
});
