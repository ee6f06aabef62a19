import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoFiles } from '../demo/files.ts';
import { bindingsOf } from './bindings.ts';
import { everythingIn } from './bytes.ts';
import { createLeakFinder } from './leaks.ts';
import { copyFixture, filesOf, runCommand } from './run.ts';
import { type Computed, compute, countedApart, isSameBook, makeTwin, type RecordFile, readRecords } from './twin.ts';

/** An edition and what stands behind it. */
interface Built {
  readonly site: string;
  readonly computed: Computed;
  readonly records: readonly RecordFile[];
}

/** The frozen edition with the records of the demonstration, and with others that give the same figures. */
let original: Built;
let twin: Built;
const folders: string[] = [];

beforeAll(async () => {
  original = await build(await prepare());
  const other = await prepare();
  await makeTwin(other);
  twin = await build(other);
});
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

/** The frozen edition under the usual thresholds, with all simulated records, and a map where places are withheld. */
async function prepare(): Promise<string> {
  const { folder } = await copyFixture();
  folders.push(folder);
  for (const [path, text] of demoFiles()) await writeFile(join(folder, 'data', path), text);
  const edit = async (path: string, change: (text: string) => string): Promise<void> =>
    writeFile(join(folder, path), change(await readFile(join(folder, path), 'utf8')));
  await edit('data/reglages.yaml', (text) =>
    text.replace(/(?<=effectif_minimal: )\d+/, '5').replace(/(?<=denominateur_minimal: )\d+/, '20'),
  );
  await edit('data/publies.csv', (text) => text.replaceAll(/^essai-entrees-.*\n/gm, ''));
  await edit('content/2024/edition.yaml', (text) =>
    text.replaceAll(/^ {2}- publie: essai-entrees-.*\n(?: {4}.*\n)*/gm, ''),
  );
  await edit(
    'content/2024/01-ou-l-on-forme.mdx',
    (text) => `${text}\n<Carte de="taux_achevement" titre="L’achèvement" />\n`,
  );
  return folder;
}

async function build(folder: string): Promise<Built> {
  const site = join(folder, 'dist');
  const { code, stderr } = await runCommand('build', [], {
    BILAN_DATA: join(folder, 'data'),
    BILAN_CONTENT: join(folder, 'content'),
    BILAN_OUT: site,
  });
  if (code !== 0) throw new Error(`the edition does not build:\n${stderr}`);
  return { site, computed: await compute(folder), records: await readRecords(folder) };
}

const bookOf = ({ computed }: Built) => computed.computation.book;
const isSecret = (id: string): boolean => bookOf(original).published.get(id)?.status === 'secret';

describe('no byte of the site', () => {
  it('holds an identifier of a course, or cells of a record side by side, PDF included', async () => {
    const leaksIn = createLeakFinder(original.records);
    const paths = await filesOf(original.site);
    expect(paths.filter((path) => path.endsWith('.pdf')).length).toBe(10);
    for (const path of paths) {
      for (const text of await everythingIn(join(original.site, path))) expect(leaksIn(text), path).toEqual([]);
    }
  });

  it('is left packed: the words of a PDF are read, and those its pictures have for who cannot see them', async () => {
    const [raw = '', ...unpacked] = await everythingIn(join(original.site, 'pdf/demonstration-bilan-2024.pdf'));
    for (const words of ['secret statistique', 'Dunkerque\u00A0: secret statistique puis secret statistique.']) {
      expect(raw).not.toContain(words);
      expect(unpacked.filter((text) => text.includes(words)).length, words).toBeGreaterThan(0);
    }
  });

  it.each([
    ['an identifier', ({ id_parcours = '' }) => `<p>${id_parcours}</p>`],
    ['an identifier inside another word', ({ id_parcours = '' }) => `x${id_parcours.split('-')[1]}y`],
    ['a line of a file', (record) => Object.values(record).slice(1).join(';')],
    ['a line with tabs and French days', (record) => frenchDays(Object.values(record).slice(1).join('\t'))],
    ['an array', (record) => JSON.stringify(Object.values(record).slice(1))],
    ['an object', ({ id_parcours: _, ...record }) => JSON.stringify(record)],
    [
      'a row of a table',
      ({ date_entree, code_commune, code_formation }) =>
        `<td>${date_entree}</td><td>${code_commune}</td><td>${code_formation}</td>`,
    ],
  ] satisfies [string, (record: Record<string, string>) => string][])(
    'would be found out if it held %s',
    (_, write) => {
      const leaksIn = createLeakFinder(original.records);
      for (const { header, rows } of original.records) {
        for (const row of rows.slice(-3)) {
          const record = Object.fromEntries(header.map((column, index) => [column, row[index] ?? '']));
          expect(leaksIn(write(record)), row.join()).not.toEqual([]);
        }
      }
    },
  );
});

const frenchDays = (text: string): string => text.replaceAll(/(\d{4})-(\d{2})-(\d{2})/g, '$3/$2/$1');

describe('a withheld figure', () => {
  it('is empty or « s » wherever a figure is named', async () => {
    const bindings = await bindingsOf(original.site, original.computed.computation.edition.year);
    const withheld = bindings.filter(({ id }) => isSecret(id));
    for (const { path, id, words } of withheld)
      expect(
        words.filter((word) => word !== '' && word !== 's'),
        `${path} ${id}`,
      ).toEqual([]);
    const { primary, secondary } = bookOf(original).withheld;
    expect(new Set(withheld.map(({ id }) => id)).size).toBe(primary + secondary);
    expect(primary + secondary).toBeGreaterThan(300);
    for (const kind of ['.csv', '.json', 'figures', 'chart', 'map'])
      expect(withheld.filter((binding) => binding.kind === kind).length, kind).toBeGreaterThan(0);
  });

  it('leaves no trace: other records behind the same figures give the same site, byte for byte, but for their hashes', async () => {
    expect(isSameBook(bookOf(twin), bookOf(original))).toBe(true);
    const apart = countedApart(original.computed, twin.computed);
    expect(apart.length).toBeGreaterThan(10);
    expect(apart.filter((id) => !isSecret(id))).toEqual([]);
    const paths = await filesOf(original.site);
    expect(await filesOf(twin.site)).toEqual(paths);
    for (const path of paths) {
      const [one, other] = await Promise.all([original, twin].map((edition) => unhashed(edition, path)));
      expect(one === other, path).toBe(true);
    }
  });
});

/** A file as it would be if the files of records had no hash. */
async function unhashed({ site, computed }: Built, path: string): Promise<string> {
  const { reports, entries } = computed.computation.data;
  const text = await readFile(join(site, path), 'latin1');
  return reports
    .filter(({ name }) => entries.some(({ report }) => report.name === name))
    .reduce((masked, { name, sha256 }) => masked.replaceAll(sha256.slice(0, 12), name), text);
}
