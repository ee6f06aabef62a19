import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isError, type Problem } from '../problem.ts';
import { probableDuplicates } from './co-funding.ts';
import { duplicateIds } from './duplicates.ts';
import { yearOfFile } from './entry-rules.ts';
import { unlikely } from './plausible.ts';
import { type Row, rowsOf } from './rows.ts';
import { type Judgement, judgeTable } from './rules.ts';
import { readSchemas, SCHEMA_FILES, type SchemaName, type Schemas } from './schema.ts';
import { rulesFor } from './schema-rules.ts';
import type { FileReport, Table, TableReading } from './table.ts';
import { type Job, readTogether } from './together.ts';

/** Reference files, by schema. */
const { entrees: _, ...REFERENCES } = SCHEMA_FILES;
export type ReferenceName = keyof typeof REFERENCES;
export type ReferenceTables = Readonly<Partial<Record<ReferenceName, Table>>>;

/** All data files, read and checked one by one and against each other. */
export interface LoadedData {
  readonly schemas: Schemas;
  readonly entries: readonly Table[];
  readonly references: Readonly<Record<ReferenceName, readonly Row[]>>;
  readonly tables: ReferenceTables;
  /** False when there is no file of entries at all: figures then come from a figures file, or from nowhere. */
  readonly hasRecords: boolean;
  /** One a file, entries first; a refused file has one too. */
  readonly reports: readonly FileReport[];
  readonly problems: readonly Problem[];
}

export interface DataContext {
  readonly cutOff: string;
  /** Whether a figures file can stand for files of entries, or does already. */
  readonly records?: 'needed' | 'wanted' | 'elsewhere';
  readonly planStart: string;
  /** Year before the plan, with which seats are compared. */
  readonly referenceYear: number;
  /** Ids a basin column may hold. */
  readonly basins: readonly string[];
  /** Codes a column of départements may hold. */
  readonly departements: readonly string[];
  /** By schema, columns that may be there and are left unread. */
  readonly ignored: Readonly<Partial<Record<string, readonly string[]>>>;
  /** Folder where sound readings are kept from one run to the next; `null` keeps nothing. */
  readonly cache: string | null;
  /** Faults of one kind that are listed; others are counted. */
  readonly shown?: number;
}

/** Reads a data folder. A file that cannot be used is left out, and its problems say so. */
export async function loadData(folder: string, context: DataContext): Promise<LoadedData> {
  const schemas = await readSchemas(folder);
  const names = Object.keys(REFERENCES) as ReferenceName[];
  const { files, strangers } = await listEntryFiles(folder);
  const hasRecords = files.length + strangers.length > 0;
  const job = (path: string, schema: SchemaName): Job => jobFor(join(folder, path), schemas, schema, context);
  const readings = await readTogether([
    ...files.map((file) => job(`entrees/${file}`, 'entrees')),
    ...names.map((name) => job(REFERENCES[name], name)),
  ]);
  const entries = readings.slice(0, files.length).flatMap(({ table }) => table ?? []);
  const tables = tablesByName(names, readings.slice(files.length));
  const drafts = readings.flatMap(({ draft }) => draft ?? []);
  const judgements = await judgeAll(entries, drafts, tables, context);
  const problems = [
    ...strangers,
    ...(hasRecords || context.records === 'elsewhere' ? [] : [noEntries(folder, context.records === 'needed')]),
    ...readings.flatMap((reading) => reading.problems),
    ...judgements.flatMap((judgement) => judgement.problems),
    ...(await probableDuplicates(entries)),
  ];
  // A year that is refused is no missing month: what is unlikely is looked for once everything could be read.
  if (hasRecords && !problems.some(isError)) {
    const text = await readFile(join(folder, 'schemas', 'entrees.schema.json'), 'utf8');
    problems.push(...unlikely(folder, entries, context, schemas.entrees, text));
  }
  const references = Object.fromEntries(
    names.map((name) => [name, tables[name] ? rowsOf(tables[name]) : []]),
  ) as unknown as LoadedData['references'];
  return {
    schemas,
    entries,
    references,
    tables,
    hasRecords,
    reports: readings.map((reading) => withRefused(reading, judgements)),
    problems,
  };
}

/** How a file of a schema is to be read. */
export const jobFor = (file: string, schemas: Schemas, name: SchemaName, context: DataContext): Job => ({
  file,
  schema: schemas[name],
  options: { ignored: context.ignored[name] ?? [], shown: context.shown, cache: context.cache },
});

/** The reference files alone, to judge another file against; what is wrong with them is not told here. */
export async function loadReferences(folder: string, schemas: Schemas, context: DataContext): Promise<ReferenceTables> {
  const names = Object.keys(REFERENCES) as ReferenceName[];
  const readings = await readTogether(
    names.map((name) => jobFor(join(folder, REFERENCES[name]), schemas, name, context)),
  );
  return tablesByName(names, readings);
}

const tablesByName = (names: readonly ReferenceName[], readings: readonly TableReading[]): ReferenceTables =>
  Object.fromEntries(names.flatMap((name, index) => (readings[index]?.table ? [[name, readings[index].table]] : [])));

/** A clean copy takes the name of the file it stands for once it is filed. */
const CLEAN_COPY = /\.propre\./i;

/** Files of spreadsheets: a new name would not make them CSV. */
const WORKBOOK = /\.(?:xls[xmb]?|ods|numbers)$/i;

async function listEntryFiles(folder: string): Promise<{ files: string[]; strangers: Problem[] }> {
  const place = join(folder, 'entrees');
  const names = (await readdir(place).catch(() => [])).filter((name) => !name.startsWith('.')).toSorted();
  const files = names.filter((name) => yearOfFile(name) !== null && !CLEAN_COPY.test(name));
  const problem = (file: string, message: string, expected: string, remedy: string): Problem => ({
    severity: 'error',
    file,
    line: 1,
    column: 1,
    message,
    expected,
    remedy,
  });
  const strangers = names
    .filter((name) => !files.includes(name))
    .map((name) =>
      problem(
        join(place, name),
        WORKBOOK.test(name)
          ? 'classeur dans le dossier des entrées\u00A0: il n’est pas lu'
          : 'fichier d’entrées mal nommé',
        '2024.csv ou 2024-producteur.csv (lettres sans accent, chiffres et tirets)',
        WORKBOOK.test(name)
          ? 'ouvrez le classeur, puis Fichier › Enregistrer sous › «\u00A0CSV UTF-8\u00A0»\u202F; déposez ce fichier, et retirez le classeur du dossier'
          : 'renommez le fichier, ou retirez-le du dossier',
      ),
    );
  return { files, strangers };
}

const noEntries = (folder: string, areNeeded: boolean): Problem => ({
  severity: 'error',
  file: join(folder, 'entrees'),
  line: 1,
  column: 1,
  message: 'aucun fichier d’entrées',
  ...(areNeeded
    ? {
        expected: 'au moins un fichier AAAA.csv\u00A0: figures.json ne peut être ni récrit ni comparé sans eux',
        remedy: 'lancez cette commande là où sont les fichiers d’entrées',
      }
    : {
        expected: 'au moins un fichier AAAA.csv, ou le figures.json de l’édition',
        remedy: 'ajoutez les fichiers d’entrées, ou le figures.json que donne npm run publish-figures',
      }),
});

async function judgeAll(
  entries: readonly Table[],
  drafts: readonly Table[],
  tables: ReferenceTables,
  context: DataContext,
): Promise<readonly Judgement[]> {
  const all = [...entries, ...drafts, ...Object.values(tables)];
  const broken = await Promise.all(
    all.map((table) => judgeTable(table, rulesFor(table.schema, tables, context), context.shown)),
  );
  return [...broken, ...(await duplicateIds([...entries, ...drafts], context.shown))];
}

/** How a file was read, with all of its records that have an error, whoever found it: each counts once. */
function withRefused({ table, report }: TableReading, judgements: readonly Judgement[]): FileReport {
  if (!table) return report;
  const found = judgements.filter((judgement) => judgement.table === table).flatMap(({ refused }) => refused);
  return { ...report, refused: new Set([...table.refused, ...found]).size };
}
