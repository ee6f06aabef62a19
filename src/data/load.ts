import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../problem.ts';
import { datesFollow, enteredInYearOfFile, exitIsWhole } from './entry-rules.ts';
import { type Row, rowsOf, text } from './rows.ts';
import { applyRules, columnText, isOneOf, isUnique } from './rules.ts';
import { readSchemas, SCHEMA_FILES, type SchemaName, type Schemas } from './schema.ts';
import { type FileReport, readTable, type Table } from './table.ts';

/** Reference files, by schema. */
const { entrees: _, ...REFERENCES } = SCHEMA_FILES;
type ReferenceName = keyof typeof REFERENCES;

/** All data files, read and checked one by one and against each other. */
export interface LoadedData {
  readonly schemas: Schemas;
  readonly entries: readonly Table[];
  readonly references: Readonly<Record<ReferenceName, readonly Row[]>>;
  readonly tables: Readonly<Partial<Record<ReferenceName, Table>>>;
  readonly reports: readonly FileReport[];
  readonly problems: readonly Problem[];
}

export interface DataContext {
  readonly cutOff: string;
  /** Ids a basin column may hold. */
  readonly basins: readonly string[];
}

/** Reads a data folder. A file that cannot be used is left out, and its problems say so. */
export async function loadData(folder: string, context: DataContext): Promise<LoadedData> {
  const schemas = await readSchemas(folder);
  const problems: Problem[] = [];
  const read = async (path: string, schema: SchemaName): Promise<Table | null> => {
    const file = join(folder, path);
    try {
      const reading = await readTable(file, schemas[schema]);
      problems.push(...reading.problems);
      return reading.table;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      problems.push({
        severity: 'error',
        file,
        line: 1,
        column: 1,
        message: 'fichier absent',
        expected: `${schemas[schema].title}, d’après data/schemas/${schema}.schema.json`,
        remedy: 'ajoutez le fichier',
      });
      return null;
    }
  };
  const names = Object.keys(REFERENCES) as ReferenceName[];
  const tables = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await read(REFERENCES[name], name)])),
  );
  const references = Object.fromEntries(
    names.map((name) => [name, tables[name] ? rowsOf(tables[name]) : []]),
  ) as unknown as LoadedData['references'];
  const { files, strangers } = await listEntryFiles(folder);
  problems.push(...strangers);
  const entries = (await Promise.all(files.map((file) => read(`entrees/${file}`, 'entrees')))).filter(
    (table) => table !== null,
  );
  problems.push(...(await checkTogether(entries, tables, references, context)));
  const reports = [...entries, ...names.map((name) => tables[name])].flatMap((table) => (table ? [table.report] : []));
  return { schemas, entries, references, tables, reports, problems };
}

async function listEntryFiles(folder: string): Promise<{ files: string[]; strangers: Problem[] }> {
  const place = join(folder, 'entrees');
  const names = (await readdir(place).catch(() => [])).filter((name) => !name.startsWith('.')).toSorted();
  const files = names.filter((name) => /^\d{4}(-[a-z0-9-]+)?\.csv(\.gz)?$/.test(name));
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
        'fichier d’entrées mal nommé',
        '2024.csv ou 2024-producteur.csv',
        'renommez le fichier, ou retirez-le du dossier',
      ),
    );
  if (files.length === 0)
    strangers.push(
      problem(place, 'aucun fichier d’entrées', 'au moins un fichier AAAA.csv', 'ajoutez les fichiers d’entrées'),
    );
  return { files, strangers };
}

async function checkTogether(
  entries: readonly Table[],
  tables: LoadedData['tables'],
  references: LoadedData['references'],
  { cutOff, basins }: DataContext,
): Promise<Problem[]> {
  const communes = new Set(references.communes.map((row) => text(row, 'code_insee')));
  const formations = new Set(references.formations.map((row) => text(row, 'code_formation')));
  const inFormations = isOneOf('code_formation', formations, 'formations.csv');
  const inBasins = isOneOf('bassin', new Set(basins), 'reglages.yaml');
  const rules: [Table | undefined, Parameters<typeof applyRules>[1]][] = [
    ...entries.map((table): [Table, Parameters<typeof applyRules>[1]] => [
      table,
      [
        isOneOf('code_commune', communes, 'territoire/communes.csv'),
        inFormations,
        enteredInYearOfFile,
        datesFollow(cutOff),
        exitIsWhole,
      ],
    ]),
    [tables.formations, [isUnique('code_formation')]],
    [tables.places, [inFormations, inBasins, isUnique('annee', 'code_formation', 'bassin')]],
    [tables.attractivite, [inBasins]],
    [tables.communes, [inBasins, isUnique('code_insee')]],
    [tables.publies, [isUnique('ref')]],
    [tables.objectifs, [isUnique('ref')]],
    [tables.financements, [isUnique('ref')]],
    [tables.partenaires, [isUnique('id')]],
  ];
  const found = await Promise.all(rules.map(async ([table, list]) => (table ? applyRules(table, list) : [])));
  return [...found.flat(), ...(await duplicateIds(entries))];
}

/** The same course twice, in one file or in two: both places are named. */
async function duplicateIds(entries: readonly Table[]): Promise<Problem[]> {
  const first = new Map<string, { table: Table; row: number }>();
  const problems: Problem[] = [];
  for (const table of entries) {
    const rule = (_: Table, report: Parameters<Parameters<typeof applyRules>[1][number]>[1]): void => {
      const idOf = columnText(table, 'id_parcours');
      for (let row = 0; row < table.size; row++) {
        const id = idOf(row);
        if (id === '') continue;
        const earlier = first.get(id);
        if (earlier) {
          report(row, 'id_parcours', {
            message: 'id_parcours en double',
            value: id,
            expected: 'un identifiant par parcours',
            remedy: `déjà lu dans ${earlier.table.report.name}, ligne de données ${earlier.row + 1}\u00A0; retirez l’une des deux lignes`,
          });
        } else first.set(id, { table, row });
      }
    };
    problems.push(...(await applyRules(table, [rule])));
  }
  return problems;
}
