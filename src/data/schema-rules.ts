import { beganBeforePlan, datesFollow, enteredInYearOfFile, exitIsWhole, isWithin } from './entry-rules.ts';
import type { DataContext, ReferenceName, ReferenceTables } from './load.ts';
import { isOneOf, isUnique, type Rule } from './rules.ts';
import { SCHEMA_FILES, type TableSchema } from './schema.ts';

/**
 * What the rows of a file must obey: the keys its schema declares, the basins of the settings, and what only this
 * project knows of dates.
 */
export function rulesFor(schema: TableSchema, tables: ReferenceTables, context: DataContext): readonly Rule[] {
  const { planStart, cutOff, referenceYear, basins } = context;
  const unique = schema.fields.some(({ opaque }) => opaque) ? [] : schema.primaryKey;
  const named: Readonly<Record<string, readonly Rule[]>> = {
    entrees: [enteredInYearOfFile(planStart, cutOff), datesFollow(cutOff), exitIsWhole, beganBeforePlan(planStart)],
    places: [isWithin('annee', String(referenceYear), cutOff.slice(0, 4))],
    attractivite: [isWithin('date', planStart, cutOff)],
  };
  return [
    ...schema.foreignKeys.flatMap(({ fields, reference }) => {
      const table = tables[reference.resource as ReferenceName];
      const known = table?.columns.get(reference.fields[0])?.values;
      if (!known) return [];
      return [isOneOf(fields[0], new Set(known.map(String)), SCHEMA_FILES[reference.resource as ReferenceName])];
    }),
    ...(schema.fields.some(({ name }) => name === 'bassin')
      ? [isOneOf('bassin', new Set(basins), 'reglages.yaml')]
      : []),
    ...(unique.length > 0 ? [isUnique(...unique)] : []),
    ...(named[schema.name] ?? []),
  ];
}
