import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { demoFiles } from '../demo/files.ts';
import { ProblemsError, UsageError } from '../problem.ts';
import { isDemonstration, readEdition } from '../settings/edition.ts';
import { type Command, EXIT, readOnlyOptions } from './command.ts';

/**
 * `npm run demo-data`: writes the simulated files again; the same bytes on every machine. They take the place of what is
 * there: not beside an edition whose records are real.
 */
export const demoDataCommand: Command = async (args, { data, content }, { out }) => {
  readOnlyOptions(args, []);
  const { edition, problems } = await readEdition(content);
  if (!edition) throw new ProblemsError(problems);
  if (!isDemonstration(edition))
    throw new UsageError(
      `l’édition ${edition.id} n’est pas une démonstration\u00A0: des données simulées remplaceraient les siennes dans ${data}. Indiquez un autre dossier par la variable BILAN_DATA, et un autre contenu par BILAN_CONTENT.`,
    );
  for (const [path, text] of demoFiles()) {
    const file = join(data, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    out(`${file}  ${text.split('\n').length - 2} lignes`);
  }
  return EXIT.done;
};
