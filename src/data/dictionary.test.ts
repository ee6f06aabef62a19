import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatProblem } from '../problem.ts';
import { generatedFiles, staleFiles } from './dictionary.ts';
import { readSchemas, type Schemas } from './schema.ts';

const MARKERS = `
<!-- dictionnaire : écrit par « npm run dictionary » d’après schemas/, à ne pas changer ici -->
<!-- fin du dictionnaire -->
`;

let data: string;
let schemas: Schemas;
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'bilan-dictionary-'));
  schemas = await readSchemas('src/site.test/fixture/data');
  await mkdir(join(data, 'modeles'));
  await writeFile(join(data, 'README.md'), `# Données\n${MARKERS}La suite.\n`);
  const { files } = await generatedFiles(data, schemas);
  for (const [path, text] of files) await writeFile(join(data, path), text);
});
afterEach(() => rm(data, { recursive: true }));

const stale = async () => (await staleFiles(data, schemas)).map((problem) => formatProblem(problem, data));

describe('the data dictionary', () => {
  it('of data/ and its templates say what the schemas say: else run « npm run dictionary »', async () => {
    expect(await staleFiles('data', await readSchemas('data'))).toEqual([]);
  });

  it('leaves what is written by hand around it', async () => {
    expect(await stale()).toEqual([]);
    expect(await readFile(join(data, 'README.md'), 'utf8')).toMatch(/^# Données\n[\s\S]*La suite\.\n$/);
  });

  it('warns when a schema says something else', async () => {
    await writeFile(join(data, 'modeles/places.csv'), 'annee\n');
    await writeFile(
      join(data, 'README.md'),
      (await readFile(join(data, 'README.md'), 'utf8')).replace('| `annee` |', '| `an` |'),
    );
    expect(await stale()).toMatchSnapshot();
  });

  it('names every column, code and template', async () => {
    const { files } = await generatedFiles(data, schemas);
    const readme = files.get('README.md') ?? '';
    for (const schema of Object.values(schemas)) {
      for (const field of schema.fields) {
        expect(readme).toContain(`| \`${field.name}\` |`);
        for (const { value } of field.categories) expect(readme).toContain(`| \`${value}\` |`);
      }
    }
    expect(files.get('modeles/places.csv')).toBe('\uFEFFannee;code_formation;bassin;places\n');
  });

  it('owes nothing to a folder without a README, but cannot be written there', async () => {
    await rm(join(data, 'README.md'));
    expect(await stale()).toEqual([]);
    const { problems } = await generatedFiles(data, schemas);
    expect(problems.map((problem) => formatProblem(problem, data))).toMatchSnapshot();
  });
});
