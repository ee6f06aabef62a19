import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isIndicator } from '../figures/registry.ts';
import { formatProblem } from '../problem.ts';
import { chapterSchema } from './chapter.ts';
import { readDerogations } from './derogations.ts';
import { editionSchema } from './edition.ts';
import { settingsSchema } from './settings.ts';
import { readYaml, readYamlFile } from './yaml.ts';

const schema = settingsSchema(isIndicator);

const SETTINGS = 'src/site.test/fixture/data/reglages.yaml';
const EDITION = 'src/site.test/fixture/content/2024/edition.yaml';

async function problemsOf(
  file: string,
  schema: Parameters<typeof readYaml>[2],
  change: (text: string) => string,
): Promise<string> {
  const reading = readYaml(change(await readFile(file, 'utf8')), file, schema);
  return reading.ok ? '' : reading.problems.map((problem) => formatProblem(problem, process.cwd())).join('\n\n');
}

describe('settings and editions', () => {
  it('are normalised: nothing optional is left', async () => {
    const reading = await readYamlFile(SETTINGS, schema);
    expect(reading.ok && reading.value.basins.map(({ id, contact }) => [id, contact])).toEqual([
      ['dunkerque', null],
      ['lille', null],
      ['valenciennes', null],
      ['lens', null],
    ]);
  });

  it('take a break of a series in one line', async () => {
    const text = await readFile(SETTINGS, 'utf8');
    const line = '  - { indicateur: entrees, mois: 2024-03, libelle: nouvelle saisie }';
    const reading = readYaml(`${text}\nruptures:\n${line}\n`, SETTINGS, schema);
    expect(reading.ok && reading.value.breaks).toEqual([
      { indicator: 'entrees', month: '2024-03', label: 'nouvelle saisie' },
    ]);
  });

  it.each<[string, (text: string) => string]>([
    ['an unknown key', (text) => text.replace('mois_provisoires:', 'mois_provisoire:')],
    ['a colour that is none', (text) => text.replace('"#1a4f87"', '"bleu"')],
    ['a number as text', (text) => text.replace('effectif_minimal: 1', 'effectif_minimal: cinq')],
    ['a day that no calendar has', (text) => text.replace(/decide_le: .*/, 'decide_le: 2025-02-31')],
    ['a place off the globe', (text) => text.replace(/lat: [\d.]+/, 'lat: 500')],
    ['two basins of one name', (text) => text.replace('id: lille', 'id: lens')],
    ['a key without value', (text) => text.replace(/decide_par: .*/, 'decide_par:')],
    [
      'a list in the place of keys',
      (text) => text.replace(/licence:\n(?: {2}.*\n)+/, 'licence:\n  - nom: Licence Ouverte\n'),
    ],
    ['a missing part', (text) => text.replace(/licence:\n(?: {2}.*\n)+/, '')],
    ['a colon in a bare text', (text) => text.replace('nom: Hauts-de-France', 'nom: Région : Hauts-de-France')],
    [
      'a break of no indicator',
      (text) => `${text}\nruptures:\n  - { indicateur: entree, mois: 2024-03, libelle: essai }\n`,
    ],
    [
      'a break without month',
      (text) => `${text}\nruptures:\n  - { indicateur: entrees, mois: mars, libelle: essai }\n`,
    ],
    ['a key twice', (text) => `${text}\nsecret:\n  effectif_minimal: 5\n`],
    ['a key twice inside a part', (text) => text.replace('  service:', '  service: Un\n  service:')],
    [
      'an item under an empty list',
      (text) => `${text}\nruptures: []\n  - { indicateur: entrees, mois: 2024-03, libelle: essai }\n`,
    ],
    [
      'an item against the margin, under an empty list and a comment',
      (text) => `${text}\nruptures: []\n# Un commentaire.\n- indicateur: entrees\n  mois: 2024-03\n`,
    ],
    ['a line under an empty set', (text) => `${text}\ncolonnes_ignorees: {} # aucune\n  entrees:\n    - nom\n`],
    ['a second item that lacks something', (text) => text.replace(/(- id: lille\n) +nom: .*\n/, '$1')],
    ['a tab', (text) => text.replace('  service:', '\tservice:')],
  ])('tell of %s, with its line', async (_, change) => {
    expect(await problemsOf(SETTINGS, schema, change)).toMatchSnapshot();
  });

  it('refuse an unknown status', async () => {
    expect(
      await problemsOf(EDITION, editionSchema, (text) => text.replace('demonstration', 'brouillon')),
    ).toMatchSnapshot();
  });

  it('refuse a season of events that ends before it begins', async () => {
    expect(
      await problemsOf(EDITION, editionSchema, (text) => text.replace('au: 2025-07-31', 'au: 2023-07-31')),
    ).toMatchSnapshot();
  });

  it('refuse an edition published before its data were closed', async () => {
    expect(
      await problemsOf(EDITION, editionSchema, (text) =>
        text.replace('publie_le: 2025-10-01', 'publie_le: 2025-08-01'),
      ),
    ).toMatchSnapshot();
  });

  it('tell of a file that is not there', async () => {
    const reading = await readYamlFile('nulle/part.yaml', schema);
    expect(reading.ok ? '' : formatProblem(reading.problems[0] as never, process.cwd())).toMatchSnapshot();
  });

  it('tell of a file whose name ends otherwise', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bilan-yaml-'));
    await writeFile(join(folder, 'edition.yml'), 'annee: 2024\n');
    const reading = await readYamlFile(join(folder, 'edition.yaml'), schema);
    expect(reading.ok ? [] : reading.problems.map(({ remedy }) => remedy)).toEqual([
      'renommez edition.yml en edition.yaml',
    ]);
    await rm(folder, { recursive: true });
  });
});

describe('derogations', () => {
  it('say in words which of them lacks something', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bilan-'));
    await writeFile(
      join(folder, 'derogations.yaml'),
      '- { quoi: saut-annuel, pourquoi: Vérifié., qui: Le service, jusqu_au: 2026-12-31 }\n- { quoi: saut-annuel, pourquoi: Vérifié., qui: Le service }\n',
    );
    const { problems } = await readDerogations(folder);
    expect(problems.map((problem) => formatProblem(problem, folder))).toMatchSnapshot();
  });
});

describe('front matter', () => {
  it.each(['oui', '"true"', '1'])('says what a draft may be, and %s is not', (value) => {
    const reading = readYaml(
      `titre: T\ndescription: D\nchapeau: C\nbrouillon: ${value}`,
      'content/a.mdx',
      chapterSchema,
      2,
    );
    expect(
      reading.ok ? [] : reading.problems.map((problem) => formatProblem(problem, process.cwd())),
    ).toMatchSnapshot();
  });

  it.each([
    ['that is empty', ''],
    ['with words in italics', 'titre: *Bilan*\ndescription: D\nchapeau: C'],
  ])('%s is told of', (_, text) => {
    const reading = readYaml(text, 'content/a.mdx', chapterSchema, 2);
    expect(
      reading.ok ? [] : reading.problems.map((problem) => formatProblem(problem, process.cwd())),
    ).toMatchSnapshot();
  });

  it('counts its lines from the top of the file', () => {
    const reading = readYaml('titre: Un\nchapeau: Deux', 'content/a.mdx', chapterSchema, 2);
    expect(
      reading.ok ? [] : reading.problems.map((problem) => formatProblem(problem, process.cwd())),
    ).toMatchSnapshot();
  });
});
