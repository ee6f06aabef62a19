import { beganBeforePlan, datesFollow, enteredInYearOfFile, exitIsWhole, isWithin } from './entry-rules.ts';
import type { DataContext, ReferenceName, ReferenceTables } from './load.ts';
import { columnText, isOneOf, isUnique, type Rule } from './rules.ts';
import { SCHEMA_FILES, type TableSchema } from './schema.ts';
import type { Table } from './table.ts';

/**
 * What the rows of a file must obey: the keys its schema declares, the places of the settings, and what only this
 * project knows of dates.
 */
export function rulesFor(schema: TableSchema, tables: ReferenceTables, context: DataContext): readonly Rule[] {
  const { planStart, cutOff, referenceYear, basins, departements } = context;
  const unique = schema.fields.some(({ opaque }) => opaque) ? [] : schema.primaryKey;
  const named: Readonly<Record<string, readonly Rule[]>> = {
    entrees: [enteredInYearOfFile(planStart, cutOff), datesFollow(cutOff), exitIsWhole, beganBeforePlan(planStart)],
    places: [isWithin('annee', String(referenceYear), cutOff.slice(0, 4))],
    attractivite: [isWithin('date', planStart, cutOff)],
  };
  return [
    ...schema.foreignKeys.flatMap(({ fields, reference }) => {
      const table = tables[reference.resource as ReferenceName];
      if (!table) return [];
      return [
        isOneOf(fields[0], meanings(table, reference.fields[0]), SCHEMA_FILES[reference.resource as ReferenceName]),
      ];
    }),
    ...Object.entries({ bassin: basins, departement: departements })
      .filter(([column]) => schema.fields.some(({ name }) => name === column))
      .map(([column, ids]) => isOneOf(column, new Map(ids.map((id) => [id, ''])), 'reglages.yaml')),
    ...(unique.length > 0 ? [isUnique(...unique)] : []),
    ...(named[schema.name] ?? []),
  ];
}

/** Each value of a reference file's key, with the name or the title of its row. */
function meanings(table: Table, key: string): ReadonlyMap<string, string> {
  const [keyOf, nameOf, titleOf] = [key, 'nom', 'titre'].map((column) => columnText(table, column));
  const rows = Array.from({ length: table.size }, (_, row) => row);
  return new Map(rows.map((row) => [keyOf?.(row) ?? '', (nameOf?.(row) || titleOf?.(row) || '').replaceAll("'", '’')]));
}
