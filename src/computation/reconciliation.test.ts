import { expect, it } from 'vitest';
import { readSchemas } from '../data/schema.ts';
import { readTable } from '../data/table.ts';
import { fortyDataset } from '../figures/forty.fixture.ts';
import { formatProblem } from '../problem.ts';
import { FIXTURE } from '../site.test/run.ts';
import { reconcileAll } from './reconciliation.ts';

it('says which withheld numbers are given away by what has been published', async () => {
  const { table } = await readTable(`${FIXTURE}/data/publies.csv`, (await readSchemas(`${FIXTURE}/data`)).publies);
  const book = { betrayed: ['entrees[annee=2025,bassin=lens]', 'sorties[annee=2025,bassin=lens]'] };
  const { problems } = await reconcileAll([], book as never, table, fortyDataset());
  expect(problems.map((problem) => formatProblem(problem, FIXTURE)).join('\n')).toMatchInlineSnapshot(`
    "data/publies.csv:1:1  avertissement : des nombres retenus par le secret statistique se calculent à partir de chiffres déjà publiés
        valeur   : entrees[annee=2025,bassin=lens], sorties[annee=2025,bassin=lens]
        attendu  : aucun nombre retenu qui se déduise de ceux qui sont montrés
        à faire  : ce qui est public le reste : prévenez qui suit la protection des données, et ne publiez plus ces détails ; si un chiffre de ce fichier n’a jamais été publié, ôtez sa ligne"
  `);
});
