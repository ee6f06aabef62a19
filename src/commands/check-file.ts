import { writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { dataContext, readGround } from '../computation/computation.ts';
import { cleanFile } from '../data/clean.ts';
import { ALL_FAULTS } from '../data/faults.ts';
import { faultsToCsv } from '../data/faults-file.ts';
import { judgeFiles, schemaOf } from '../data/judge.ts';
import { mendedInWords } from '../data/mended.ts';
import { dataReport } from '../data/report.ts';
import { readSchemas } from '../data/schema.ts';
import type { TableReading } from '../data/table.ts';
import { quantity } from '../french/agreement.ts';
import { formatInteger } from '../french/number.ts';
import { nounOf } from '../french/plural.ts';
import { byPlace, displayPath, isError, ProblemsError, UsageError } from '../problem.ts';
import type { Environment } from '../settings/environment.ts';
import { EXIT, reportProblems, type Streams } from './command.ts';

export interface CheckFileOptions {
  /** Writes the faults as a CSV. */
  readonly asCsv?: boolean;
  /** Says how the file was read. */
  readonly withReport?: boolean;
}

/** `npm run check -- fichier.csv`: judges one file before it is filed. */
export async function checkFile(
  path: string,
  { asCsv = false, withReport = false }: CheckFileOptions,
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
    const all = (await judge(ALL_FAULTS)).problems.toSorted(byPlace);
    const copy = besideFile(file, 'defauts', environment);
    await writeFile(copy, faultsToCsv(all, environment.workingFolder));
    streams.out(`${displayPath(copy, environment.workingFolder)}\u00A0: ${lines(all.length)} à relire.`);
  }
  if (withReport) streams.out(dataReport(asData(readings)));
  if (problems.some(isError)) return EXIT.problems;
  streams.out(
    `${basename(file)}, ${lines(readings[0]?.report.rows ?? 0)}\u00A0: rien n’empêche de le déposer.\nRemis en forme\u00A0: ${mendedInWords(readings[0]?.report.repairs ?? {})}.`,
  );
  return EXIT.done;
}

/** `npm run check -- --nettoyer FICHIER`: a copy that holds the columns of the schema only. */
export async function cleanOneFile(path: string, environment: Environment, streams: Streams): Promise<number> {
  const file = resolve(environment.workingFolder, path);
  const schemas = await readSchemas(environment.data);
  const schema = schemas[await schemaOf(file, schemas)];
  const cleaned = await cleanFile(file, schema).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new UsageError(`${path}\u00A0: ce fichier n’existe pas.`);
    if (['EISDIR', 'EACCES', 'EPERM'].includes(error.code ?? '')) return null;
    throw error;
  });
  if (!cleaned) return checkFile(path, {}, environment, streams);
  const copy = besideFile(file, 'propre', environment);
  await writeFile(copy, cleaned.text);
  const place = displayPath(copy, environment.workingFolder);
  streams.out(
    [
      `${place}\u00A0: ${lines(cleaned.rows)}, colonnes de «\u00A0${schema.title}\u00A0» seulement.`,
      `Colonnes retirées\u00A0: ${cleaned.dropped.length > 0 ? cleaned.dropped.join(', ') : 'aucune'}.`,
      ...(cleaned.illCut > 0 ? [`Lignes écartées, mal coupées\u00A0: ${formatInteger(cleaned.illCut)}.`] : []),
      `Jugez la copie avant de la déposer\u00A0: npm run check -- ${place}`,
    ].join('\n'),
  );
  return EXIT.done;
}

/** Files that were read alone, as the report of a folder has them. */
const asData = (readings: readonly TableReading[]): Parameters<typeof dataReport>[0] => ({
  reports: readings.map(({ report }) => report),
  hasRecords: true,
  entries: readings.flatMap(({ table }) => (table?.schema.name === 'entrees' ? table : [])),
});

const lines = (number: number): string => quantity(number, nounOf('ligne'));

/** A file beside another; never inside the data folder, where it would be taken for data. */
function besideFile(file: string, kind: string, { data, workingFolder }: Environment): string {
  const isInside = !relative(data, file).startsWith('..');
  const stem = basename(file).replace(/(\.csv)?(\.gz)?$/i, '');
  return join(isInside ? workingFolder : dirname(file), `${stem}.${kind}.csv`);
}
