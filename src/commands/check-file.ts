import { writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { dataContext, readGround } from '../computation.ts';
import { cleanFile } from '../data/clean.ts';
import { faultsToCsv } from '../data/faults-file.ts';
import { judgeFiles, schemaOf } from '../data/judge.ts';
import { readSchemas } from '../data/schema.ts';
import { formatInteger } from '../french/number.ts';
import { byPlace, displayPath, isError, ProblemsError, UsageError } from '../problem.ts';
import type { Environment } from '../settings/environment.ts';
import { EXIT, reportProblems, type Streams } from './command.ts';

/** Faults of one kind in the CSV of faults: all that somebody would mend by hand. */
const ALL = 100_000;

/** `npm run check -- fichier.csv`: judges one file before it is filed; with `--csv`, its faults as a CSV. */
export async function checkFile(
  path: string,
  asCsv: boolean,
  environment: Environment,
  streams: Streams,
): Promise<number> {
  const file = resolve(environment.workingFolder, path);
  const ground = await readGround(environment);
  if (!ground.ok) throw new ProblemsError(ground.problems);
  const schemas = await readSchemas(environment.data);
  const context = dataContext(ground.settings, ground.edition);
  const judge = (shown?: number) =>
    judgeFiles([file], environment.data, schemas, shown ? { ...context, shown } : context);
  const { readings, problems } = await judge();
  reportProblems(problems, streams, environment.workingFolder);
  if (asCsv && problems.length > 0) {
    const all = (await judge(ALL)).problems.toSorted(byPlace);
    const copy = besideFile(file, 'defauts', environment);
    await writeFile(copy, faultsToCsv(all, environment.workingFolder));
    streams.out(`${displayPath(copy, environment.workingFolder)}\u00A0: ${formatInteger(all.length)} lignes à relire.`);
  }
  if (problems.some(isError)) return EXIT.problems;
  streams.out(
    `${basename(file)}, ${formatInteger(readings[0]?.report.rows ?? 0)} lignes\u00A0: rien n’empêche de le déposer.`,
  );
  return EXIT.done;
}

/** `npm run check -- --nettoyer FICHIER`: a copy that holds the columns of the schema only. */
export async function cleanOneFile(path: string, environment: Environment, streams: Streams): Promise<number> {
  const file = resolve(environment.workingFolder, path);
  const schemas = await readSchemas(environment.data);
  const schema = schemas[await schemaOf(file, schemas)];
  const cleaned = await cleanFile(file, schema).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new UsageError(`${path}\u00A0: ce fichier n’existe pas.`) : error;
  });
  if (!cleaned) return checkFile(path, false, environment, streams);
  const copy = besideFile(file, 'propre', environment);
  await writeFile(copy, cleaned.text);
  const place = displayPath(copy, environment.workingFolder);
  streams.out(
    [
      `${place}\u00A0: ${formatInteger(cleaned.rows)} lignes, colonnes de «\u00A0${schema.title}\u00A0» seulement.`,
      `Colonnes retirées\u00A0: ${cleaned.dropped.length > 0 ? cleaned.dropped.join(', ') : 'aucune'}.`,
      ...(cleaned.illCut > 0 ? [`Lignes écartées, mal coupées\u00A0: ${formatInteger(cleaned.illCut)}.`] : []),
      `Jugez la copie avant de la déposer\u00A0: npm run check -- ${place}`,
    ].join('\n'),
  );
  return EXIT.done;
}

/** A file beside another; never inside the data folder, where it would be taken for data. */
function besideFile(file: string, kind: string, { data, workingFolder }: Environment): string {
  const isInside = !relative(data, file).startsWith('..');
  const stem = basename(file).replace(/(\.csv)?(\.gz)?$/, '');
  return join(isInside ? workingFolder : dirname(file), `${stem}.${kind}.csv`);
}
