import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fortyVocabulary } from '../narrative/forty-vocabulary.fixture.ts';
import { formatProblem } from '../problem.ts';
import { unknownKeyFigures } from './key-figures.ts';

const EDITION = `annee: 2024
titre: Bilan
statut: provisoire
numero: 1
arrete_au: 2025-08-31
publie_le: 2025-09-30
prochaine_edition: un jour
attractivite:
  du: 2024-08-01
  au: 2025-07-31
chapeau: Un essai.
chiffres_cles:
  - publie: opco2i
    libelle: un
    detail: un
  - publie: opco2
    libelle: deux
    detail: deux
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bilan-cles-'));
  await writeFile(join(folder, 'edition.yaml'), EDITION);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const keyFigures = ['opco2i', 'opco2'].map((ref) => ({ ref, label: '', detail: '' }));
const problems = (hasSoundData: boolean) =>
  unknownKeyFigures({ keyFigures }, join(folder, 'edition.yaml'), { ...fortyVocabulary(), hasSoundData });

it('a key figure that nobody has published is told of, at its line, with the name that was meant', async () => {
  expect((await problems(true)).map((problem) => formatProblem(problem, folder))).toMatchInlineSnapshot(`
    [
      "edition.yaml:16:5  référence inconnue « opco2 »
        valeur   : opco2
        attendu  : opco2i
        à faire  : vouliez-vous écrire « opco2i » ?",
    ]
  `);
});

it('key figures are held against sound published figures only', async () => {
  expect(await problems(false)).toEqual([]);
});
