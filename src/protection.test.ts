import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { calendarOf, readGround } from './computation.ts';
import type { LoadedData } from './data/load.ts';
import { createBook } from './figures/book.ts';
import { fortyDataset } from './figures/forty.fixture.ts';
import { takeProtection } from './protection.ts';
import { readEnvironment } from './settings/environment.ts';

const FIXTURE = resolve('src/site.test/fixture');
const GROUND = await readGround(
  readEnvironment({ BILAN_DATA: `${FIXTURE}/data`, BILAN_CONTENT: `${FIXTURE}/content` }),
);
if (!GROUND.ok) throw new Error('the frozen edition does not load');
const { settings, edition } = GROUND;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bilan-protection-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const dataOf = (sha256: string): Pick<LoadedData, 'reports' | 'problems'> => ({
  reports: [{ name: '2024.csv', sha256 } as LoadedData['reports'][number]],
  problems: [],
});

/** Withholds over the forty courses; `fresh` when it had to be worked out. */
async function withhold(sha256: string, minimumCount = 5) {
  const chosen = { ...settings, disclosure: { ...settings.disclosure, minimumCount } };
  const protection = await takeProtection(folder, dataOf(sha256), chosen, edition);
  const book = createBook({
    dataset: fortyDataset(),
    calendar: calendarOf(settings, edition),
    rules: chosen.disclosure,
    published: [],
    isDemonstration: true,
    protect: protection.protect,
  });
  await protection.keep();
  return book.withheld;
}

it('is found again on the same files, settings and edition, and is the same', async () => {
  const first = await withhold('a');
  expect(first.primary).toBeGreaterThan(0);
  expect(await withhold('a')).toEqual(first);
  const again = await takeProtection(
    folder,
    dataOf('a'),
    { ...settings, disclosure: { ...settings.disclosure, minimumCount: 5 } },
    edition,
  );
  // Asked about nothing at all, it answers what was kept.
  expect(again.protect([], fortyDataset(), {} as never, settings.disclosure, new Set()).reasons.size).toBeGreaterThan(
    0,
  );
});

it('is worked out again when a file or a threshold changes', async () => {
  const other = await takeProtection(folder, dataOf('b'), settings, edition);
  expect(other.protect([], fortyDataset(), {} as never, settings.disclosure, new Set()).reasons.size).toBe(0);
  expect((await withhold('a', 1)).primary).not.toBe((await withhold('a', 5)).primary);
});
