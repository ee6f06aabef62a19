import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isIndicator } from '../figures/registry.ts';
import { problemExcerpt } from '../problem/problem-excerpt.ts';
import { formatProblem } from '../problem.ts';
import { readDerogations } from './derogations.ts';
import { settingsSchema } from './settings.ts';
import { readTextFile } from './text-file.ts';
import { readYamlFile } from './yaml.ts';

const schema = settingsSchema(isIndicator);

const SETTINGS = 'src/site.test/fixture/data/reglages.yaml';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bilan-texte-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a text that is no UTF-8', () => {
  it('is shown around its fault as it reads', async () => {
    const file = join(folder, 'a.mdx');
    await writeFile(file, Buffer.from('Une année.', 'latin1'));
    const { fault } = await readTextFile(file);
    expect(fault && problemExcerpt(fault)).toBe('1 │ Une année.\n  │        ^');
  });

  it('is read in the encoding it seems to be in, and its first bad byte is told, columns in characters', async () => {
    const file = join(folder, 'a.txt');
    await writeFile(file, Buffer.concat([Buffer.from('un\n😀 '), Buffer.from('été', 'latin1')]));
    const { fault } = await readTextFile(file);
    expect(fault).toMatchObject({ line: 2, column: 3 });
    await writeFile(file, Buffer.from('L\x92été à 3 \x80', 'latin1'));
    expect((await readTextFile(file)).text).toBe('L’été à 3 €');
  });

  it('is refused as settings', async () => {
    const file = join(folder, 'reglages.yaml');
    await writeFile(file, Buffer.from((await readFile(SETTINGS, 'utf8')).replaceAll('’', "'"), 'latin1'));
    const reading = await readYamlFile(file, schema);
    expect(reading.ok ? [] : reading.problems.map((problem) => formatProblem(problem, folder))).toMatchSnapshot();
  });

  it('is refused as derogations, and lets nothing pass', async () => {
    await writeFile(
      join(folder, 'derogations.yaml'),
      Buffer.from(
        '- quoi: mois_sans_entree\n  pourquoi: fermé\n  qui: Y. Le Goff\n  jusqu_au: "2025-06-30"\n',
        'latin1',
      ),
    );
    const { list, problems } = await readDerogations(folder);
    expect(list).toEqual([]);
    expect(problems.map(({ line, column, message }) => `${line}:${column}  ${message}`)).toContain(
      '2:17  fichier enregistré dans un autre encodage que l’UTF-8',
    );
  });
});
