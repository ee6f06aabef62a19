import { fold, nearestTo } from '../french/nearest.ts';
import type { Faults } from './faults.ts';
import { isPersonalHeader } from './guard.ts';
import type { Field, TableSchema } from './schema.ts';

/**
 * Matches a header with a schema: by name, title or alias, whatever the case, accents and spaces.
 * @returns one field a column, or `null` when the file must not be read any further
 */
export function readHeader(
  cells: readonly string[],
  schema: TableSchema,
  faults: Faults,
): readonly (Field | null)[] | null {
  const byName = new Map<string, Field>();
  for (const field of schema.fields) {
    for (const name of [field.name, field.title, ...field.alias]) byName.set(fold(name), field);
  }
  const fields = cells.map((cell) => byName.get(fold(cell)) ?? null);
  const personal = cells.flatMap((cell, rank) => (isPersonalHeader(cell) && !fields[rank] ? [rank] : []));
  for (const rank of personal) {
    faults.add(0, rank, {
      severity: 'error',
      message: `donnée personnelle\u00A0: colonne «\u00A0${cells[rank]?.trim()}\u00A0»`,
      expected: 'aucune colonne qui désigne une personne\u202F; le fichier n’a pas été lu',
      remedy: 'retirez la colonne du fichier avant de le déposer',
    });
  }
  if (personal.length > 0) return null;
  const complete = [
    reportUnknown(cells, fields, schema, faults),
    reportDuplicates(cells, fields, faults),
    reportMissing(fields, schema, faults),
  ];
  return complete.every(Boolean) ? fields : null;
}

function reportUnknown(
  cells: readonly string[],
  fields: readonly (Field | null)[],
  schema: TableSchema,
  faults: Faults,
): boolean {
  const names = schema.fields.map((field) => field.name);
  cells.forEach((cell, rank) => {
    if (fields[rank]) return;
    const nearest = nearestTo(cell, names);
    faults.add(0, rank, {
      severity: 'error',
      message: 'colonne inconnue',
      value: cell.trim() || '(sans nom)',
      expected: names.join(', '),
      remedy: nearest
        ? `vouliez-vous écrire «\u00A0${nearest}\u00A0»\u202F?`
        : 'retirez la colonne, ou corrigez son nom',
    });
  });
  return fields.every(Boolean);
}

function reportDuplicates(cells: readonly string[], fields: readonly (Field | null)[], faults: Faults): boolean {
  const first = new Map<Field, number>();
  let sound = true;
  fields.forEach((field, rank) => {
    if (!field) return;
    if (!first.has(field)) {
      first.set(field, rank);
      return;
    }
    sound = false;
    faults.add(0, rank, {
      severity: 'error',
      message: `colonne ${field.name} en double`,
      value: cells[rank]?.trim() ?? '',
      expected: 'une seule colonne de ce nom',
      remedy: `gardez la colonne ${(first.get(field) ?? 0) + 1} ou la colonne ${rank + 1}`,
    });
  });
  return sound;
}

function reportMissing(fields: readonly (Field | null)[], schema: TableSchema, faults: Faults): boolean {
  const missing = schema.fields.filter((field) => !field.facultative && !fields.includes(field));
  for (const field of missing) {
    faults.add(0, 0, {
      severity: 'error',
      message: `colonne absente\u00A0: ${field.name}`,
      expected: field.title,
      remedy: 'ajoutez la colonne, même si des cellules en restent vides',
    });
  }
  return missing.length === 0;
}
