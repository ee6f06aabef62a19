import { fold, nearestTo } from '../french/nearest.ts';
import { formatInteger } from '../french/number.ts';
import type { Fault, Faults } from './faults.ts';
import { isPersonalHeader, personalKind } from './guard.ts';
import type { Field, TableSchema } from './schema.ts';
import { shorten, suspicionOf } from './suspicion.ts';

/** A header, matched with a schema. */
export interface Header {
  /** The field of each column; `null` for one that is not of the schema. */
  readonly fields: readonly (Field | null)[];
  /** Columns that name a person: the file is refused, and only how many cells they fill is looked at. */
  readonly personal: readonly number[];
  /** Columns without a name: what stands in them is looked at. */
  readonly unnamed: readonly number[];
  /** True when what stands in place of the header is no header. */
  readonly isAbsent: boolean;
  /** True when each cell of a row has one column at most, and some have one: rows are judged. */
  readonly isReadable: boolean;
  /** True when rows can be used. */
  readonly isUsable: boolean;
}

/** Names a schema knows its columns by, folded. */
export function headerNames(schema: TableSchema): ReadonlyMap<string, Field> {
  return new Map(
    schema.fields.flatMap((field) => [field.name, field.title, ...field.alias].map((name) => [fold(name), field])),
  );
}

/**
 * Matches a header with a schema: by name, title or alias, whatever the case, accents and spaces. The privacy guard
 * speaks first; in files of entries it holds even against the schema.
 */
export function readHeader(
  cells: readonly string[],
  schema: TableSchema,
  ignored: ReadonlySet<string>,
  faults: Faults,
): Header {
  const byName = headerNames(schema);
  const fields = cells.map((cell) => byName.get(fold(cell)) ?? null);
  const isFull = schema.name === 'entrees';
  const personal = cells.flatMap((cell, rank) =>
    (isPersonalHeader(cell) && (isFull || !fields[rank])) || personalKind(cell) ? [rank] : [],
  );
  // One name alone may be a word of a title or of a row: what stands beside it is not repeated as a column.
  const isAbsent = new Set(fields.filter((field) => field !== null)).size < Math.min(2, cells.length);
  const unnamed = isAbsent ? [] : [...cells.keys()].filter((rank) => cells[rank]?.trim() === '');
  if (personal.length > 0 || isAbsent)
    return { fields, personal, unnamed, isAbsent, isReadable: false, isUsable: false };
  const isLeft = (rank: number): boolean => unnamed.includes(rank) || ignored.has(fold(cells[rank] ?? ''));
  const isKnown = reportUnknown(cells, fields, isLeft, schema, faults);
  const isReadable = reportDuplicates(cells, fields, faults);
  const isWhole = reportMissing(fields, schema, faults);
  return { fields, personal, unnamed, isAbsent, isReadable, isUsable: isKnown && isReadable && isWhole };
}

/** True for a row that names half of a schema's columns. */
export function looksLikeHeader(cells: readonly string[], schema: TableSchema): boolean {
  const byName = headerNames(schema);
  const found = new Set(cells.map((cell) => byName.get(fold(cell))));
  found.delete(undefined);
  return found.size * 2 >= schema.fields.length;
}

/**
 * A column that names a person, with the number of cells it fills; its name is not repeated when it is itself a value.
 * `isAlone`: no column of the schema is beside it, a copy of those would be empty.
 */
export function reportPersonal(cell: string, rank: number, filled: number, isAlone: boolean, faults: Faults): void {
  const kind = personalKind(cell);
  const cells = `${formatInteger(filled)} ${filled > 1 ? 'cellules remplies' : 'cellule remplie'}`;
  faults.add(0, rank, {
    severity: 'error',
    refusesFile: true,
    message: kind
      ? `donnée personnelle\u00A0: en-tête qui ressemble à un ${kind}`
      : `donnée personnelle\u00A0: colonne «\u00A0${shorten(cell.trim())}\u00A0», ${cells}`,
    expected: 'aucune colonne qui désigne une personne\u202F; rien du fichier n’est utilisé',
    remedy: isAlone
      ? 'retirez cette donnée avant de déposer le fichier\u202F; sa première ligne doit être l’en-tête, et ne nomme pas les colonnes du schéma'
      : 'retirez la colonne avant de déposer le fichier\u00A0: npm run check -- --nettoyer FICHIER en écrit une copie sans elle',
  });
}

function reportUnknown(
  cells: readonly string[],
  fields: readonly (Field | null)[],
  isLeft: (rank: number) => boolean,
  schema: TableSchema,
  faults: Faults,
): boolean {
  const names = schema.fields.map((field) => field.name);
  const unknown = [...cells.keys()].filter((rank) => !fields[rank] && !isLeft(rank));
  const named = unknown.map((rank) => cells[rank]?.trim() ?? '');
  unknown.forEach((rank, index) => {
    const cell = cells[rank]?.trim() ?? '';
    const suspicion = suspicionOf(cell);
    if (suspicion) {
      faults.add(0, rank, suspicion);
      return;
    }
    const nearest = nearestTo(cell, names);
    const advice = nearest
      ? `vouliez-vous écrire «\u00A0${nearest}\u00A0»\u202F?`
      : 'retirez la colonne, ou corrigez son nom';
    faults.add(0, rank, {
      severity: 'error',
      message: 'colonne inconnue',
      value: shorten(cell),
      ...(index === 0
        ? { expected: names.join(', '), remedy: `${advice}${ignoring(schema.name, named)}` }
        : { remedy: advice }),
    });
  });
  return unknown.length === 0;
}

/** The lines to paste in the settings so that columns are left unread. */
const ignoring = (schema: string, names: readonly string[]): string =>
  [
    '\nsinon, pour garder ces colonnes sans les lire, collez dans reglages.yaml\u00A0:',
    'colonnes_ignorees:',
    `  ${schema}:`,
    ...names.map((name) => `    - ${JSON.stringify(name)}`),
  ].join('\n');

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
      value: shorten(cells[rank]?.trim() ?? ''),
      expected: 'une seule colonne de ce nom\u202F; les lignes n’ont pas été jugées',
      remedy: `gardez une seule des deux\u00A0: c’est la n°\u00A0${(first.get(field) ?? 0) + 1} ou la n°\u00A0${rank + 1} de l’en-tête`,
    });
  });
  return sound;
}

function reportMissing(fields: readonly (Field | null)[], schema: TableSchema, faults: Faults): boolean {
  const missing = schema.fields.filter((field) => !field.facultative && !fields.includes(field));
  if (missing.length > 0) faults.add(0, 0, missingFault(missing));
  return missing.length === 0;
}

function missingFault(missing: readonly Field[]): Fault {
  const namesOf = (fields: readonly Field[]): string => fields.map(({ name }) => name).join(', ');
  const toFill = missing.filter(({ constraints }) => constraints.required);
  const isOne = missing.length === 1;
  const cells =
    toFill.length === missing.length
      ? 'avec une valeur dans chaque cellule'
      : `même si des cellules en restent vides${toFill.length > 0 ? `, sauf celles de ${namesOf(toFill)}` : ''}`;
  return {
    severity: 'error',
    message: `${isOne ? 'colonne absente' : 'colonnes absentes'}\u00A0: ${namesOf(missing)}`,
    expected: missing.map(({ title }) => title).join(', '),
    remedy: `ajoutez ${isOne ? 'la colonne' : 'les colonnes'}, ${cells}`,
  };
}
