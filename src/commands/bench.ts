import { timeData } from '../bench/data.ts';
import { timeFigures } from '../bench/figures.ts';
import { fuzz } from '../bench/fuzz.ts';
import { timeSite } from '../bench/site.ts';
import { type Timing, timingTable } from '../bench/table.ts';
import { UsageError } from '../problem.ts';
import type { Environment } from '../settings/environment.ts';
import { type Command, EXIT, readOptions } from './command.ts';

interface Bench {
  readonly title: string;
  readonly time: (environment: Environment) => Promise<readonly Timing[]>;
  /** True for what runs only when it is asked for by name. */
  readonly onDemand?: boolean;
}

const BENCHES: Readonly<Record<string, Bench>> = {
  chiffres: { title: 'Des fichiers aux chiffres, 10 000 parcours', time: timeFigures },
  donnees: { title: 'Un million de lignes d’entrées, un fichier', time: timeData },
  fuzz: { title: 'Fichiers abîmés au hasard', time: fuzz, onDemand: true },
  site: { title: 'Le site et les PDF, données du dossier', time: timeSite },
};

/** `npm run bench`: everything the README says of speed, measured here; `-- chiffres` measures one part. */
export const benchCommand: Command = async (args, environment, { out }) => {
  const { rest } = readOptions(args, []);
  const stranger = rest.find((name) => !(name in BENCHES));
  if (stranger)
    throw new UsageError(
      `mesure inconnue «\u00A0${stranger}\u00A0». Mesures\u00A0: ${Object.keys(BENCHES).join(', ')}.`,
    );
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (rest.length > 0 ? !rest.includes(name) : bench.onDemand) continue;
    out(timingTable(bench.title, await bench.time(environment)));
  }
  return EXIT.done;
};
