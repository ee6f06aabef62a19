import { basename } from 'node:path';
import { fold } from '../french/nearest.ts';
import type { Problem } from '../problem.ts';
import { type ByteSource, openSource } from './byte-source.ts';
import { inspect } from './bytes.ts';
import { detectDialect, headerOf } from './dialect.ts';
import { duplicateIds } from './duplicates.ts';
import { yearOfFile } from './entry-rules.ts';
import { headerNames } from './header.ts';
import { type DataContext, jobFor, loadReferences } from './load.ts';
import { judgeTable } from './rules.ts';
import { SCHEMA_NAMES, type SchemaName, type Schemas } from './schema.ts';
import { rulesFor } from './schema-rules.ts';
import { firstText, readTable, type Table, type TableReading } from './table.ts';

/** Judges files before they are filed: against their schemas, the reference files of a data folder, and each other. */
export async function judgeFiles(
  files: readonly string[],
  folder: string,
  schemas: Schemas,
  context: DataContext,
): Promise<{ readonly readings: readonly TableReading[]; readonly problems: readonly Problem[] }> {
  const readings: TableReading[] = [];
  for (const file of files) {
    const { options, schema } = jobFor(file, schemas, await schemaOf(file, schemas), { ...context, cache: null });
    readings.push(await readTable(file, schema, options));
  }
  const references = await loadReferences(folder, schemas, context);
  const tables = readings.flatMap(({ table, draft }) => table ?? draft ?? []);
  const broken = await Promise.all(
    tables.map((table) => judgeTable(table, rulesFor(table.schema, references, context), context.shown)),
  );
  const twice = await duplicateIds(tables, context.shown);
  return {
    readings,
    problems: [
      ...readings.flatMap(({ problems }) => problems),
      ...tables.filter(isWithoutYear).map(({ file }) => yearUnknown(file)),
      ...[...broken, ...twice].flatMap(({ problems }) => problems),
    ],
  };
}

const isWithoutYear = ({ schema, file }: Table): boolean => schema.name === 'entrees' && yearOfFile(file) === null;

const yearUnknown = (file: string): Problem => ({
  severity: 'warning',
  file,
  line: 1,
  column: 1,
  message: 'année des entrées non vérifiée\u00A0: le nom du fichier ne la dit pas',
  value: basename(file),
  expected: '2024.csv ou 2024-producteur.csv (lettres sans accent, chiffres et tirets)',
  remedy: 'renommez le fichier par l’année des entrées, et jugez-le de nouveau',
});

/** The schema a file is meant for: its name says so, else the schema that knows most of its header. */
export async function schemaOf(file: string, schemas: Schemas): Promise<SchemaName> {
  if (yearOfFile(file)) return 'entrees';
  const stem = basename(file).replace(/(?:\.propre)?\.csv(?:\.gz)?$/i, '');
  const named = SCHEMA_NAMES.find((name) => name === stem);
  if (named) return named;
  const head = await openSource(file).then(headOf, () => '');
  const scores = SCHEMA_NAMES.map((name) => ({ name, score: score(head, name, schemas) }));
  return scores.reduce((best, other) => (other.score > best.score ? other : best)).name;
}

async function headOf(source: ByteSource): Promise<string> {
  const { encoding, fault } = await inspect(source);
  return fault ? '' : firstText(source, encoding);
}

/** Share of a schema's columns that a header has. */
function score(head: string, name: SchemaName, schemas: Schemas): number {
  const names = headerNames(schemas[name]);
  const dialect = detectDialect(head, (cell) => names.has(fold(cell)));
  const found = new Set(headerOf(head, dialect).map((cell) => names.get(fold(cell))));
  found.delete(undefined);
  return found.size / schemas[name].fields.length;
}
