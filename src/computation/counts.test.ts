import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LoadedData, loadData } from '../data/load.ts';
import { periodOf } from '../figures/calendar.ts';
import { createTally } from '../figures/tally.ts';
import { readEnvironment } from '../settings/environment.ts';
import { calendarOf, dataContext, readGround } from './computation.ts';
import { takeCounts } from './counts.ts';
import { toDataset } from './dataset.ts';

const FIXTURE = 'src/site.test/fixture';
const environment = readEnvironment({ BILAN_DATA: `${FIXTURE}/data`, BILAN_CONTENT: `${FIXTURE}/content` });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bilan-counts-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Counts entries of 2024 in Lens, with what earlier runs kept in the folder. */
async function count(change: (data: LoadedData) => LoadedData = (data) => data, many = 1) {
  const ground = await readGround(environment);
  if (!ground.ok) throw new Error('the frozen set has no usable settings');
  const { settings, edition } = ground;
  const data = change(await loadData(environment.data, { ...dataContext(settings, edition), cache: null }));
  const calendar = calendarOf(settings, edition);
  const counts = await takeCounts(folder, data, toDataset(data, settings), calendar, many);
  const found = counts.dataset.counted?.size ?? 0;
  const slice = { annee: 2024, bassin: 'lens' };
  const period = periodOf(slice, calendar);
  if (!period) throw new Error('no period');
  const { entries, cohort } = createTally(counts.dataset, calendar)(slice, period);
  await counts.keep();
  return { found, entries, cohort };
}

describe('counts of an earlier run', () => {
  it('are found again, and are the same', async () => {
    const first = await count();
    const second = await count();
    expect(first.found).toBe(0);
    expect(second).toEqual({ ...first, found: 1 });
    expect(second.entries).toBeGreaterThan(0);
  });

  it('count for nothing once a file changes', async () => {
    await count();
    const changed = await count((data) => ({
      ...data,
      entries: data.entries.map((table) => ({ ...table, report: { ...table.report, sha256: 'autre' } })),
    }));
    expect(changed.found).toBe(0);
    expect(await readdir(folder)).toHaveLength(2);
  });

  it('are not kept of data that have an error, nor of few rows', async () => {
    const problem = { severity: 'error', file: 'a.csv', line: 1, column: 1, message: 'une erreur' } as const;
    await count((data) => ({ ...data, problems: [problem] }));
    await count(undefined, 100_000);
    expect(await readdir(folder)).toEqual([]);
  });
});
