import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LoadedData } from '../data/load.ts';
import { readSchemas, type Schemas } from '../data/schema.ts';
import { type Book, createBook } from '../figures/book.ts';
import { fortyDataset } from '../figures/forty.fixture.ts';
import { readEnvironment } from '../settings/environment.ts';
import { calendarOf, readGround } from './computation.ts';
import { takePublication } from './publication.ts';

const FIXTURE = resolve('src/site.test/fixture');
const GROUND = await readGround(
  readEnvironment({ BILAN_DATA: `${FIXTURE}/data`, BILAN_CONTENT: `${FIXTURE}/content` }),
);
if (!GROUND.ok) throw new Error('the frozen edition does not load');
const { settings, edition } = GROUND;
const schemas = await readSchemas(`${FIXTURE}/data`);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bilan-publication-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Question {
  readonly sha256?: string;
  readonly minimumCount?: number;
  readonly schemas?: Schemas;
  readonly problems?: LoadedData['problems'];
}

/** Publishes the forty courses, or finds what was published; says which. */
async function publish({ sha256 = 'a', minimumCount = 5, ...data }: Question = {}): Promise<[made: boolean, Book]> {
  const chosen = { ...settings, disclosure: { ...settings.disclosure, minimumCount } };
  const reports = [{ name: '2024.csv', sha256 } as LoadedData['reports'][number]];
  const publication = await takePublication(folder, { reports, schemas, problems: [], ...data }, chosen, edition);
  let made = false;
  const book = createBook({
    dataset: fortyDataset(),
    calendar: calendarOf(settings, edition),
    rules: chosen.disclosure,
    published: [],
    isDemonstration: true,
    recall: (make) =>
      publication.recall(() => {
        made = true;
        return make();
      }),
  });
  await publication.keep();
  return [made, book];
}

it('is found again on the same files, schemas, settings and edition, and is the same', {
  timeout: 30_000,
}, async () => {
  const [madeFirst, first] = await publish();
  const [madeAgain, again] = await publish();
  expect([madeFirst, madeAgain]).toEqual([true, false]);
  expect(first.withheld.primary).toBeGreaterThan(0);
  expect(again.withheld).toEqual(first.withheld);
  expect([...again.published]).toEqual([...first.published]);
});

it('is made anew when a file, a threshold or a category changes', { timeout: 30_000 }, async () => {
  await publish();
  const fields = schemas.entrees.fields.map((field) => ({ ...field, categories: field.categories.slice(1) }));
  expect((await publish({ sha256: 'b' }))[0]).toBe(true);
  expect((await publish({ minimumCount: 6 }))[0]).toBe(true);
  expect((await publish({ schemas: { ...schemas, entrees: { ...schemas.entrees, fields } } }))[0]).toBe(true);
});

it('is not kept of data that have an error', { timeout: 30_000 }, async () => {
  const refused = { severity: 'error', file: '2024.csv', line: 1, column: 1, message: 'refusé' } as const;
  const question: Question = { sha256: 'c', problems: [refused] };
  expect([(await publish(question))[0], (await publish(question))[0]]).toEqual([true, true]);
});
