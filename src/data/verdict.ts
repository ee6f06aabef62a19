import type { Field } from './schema.ts';

export type CellValue = string | number | boolean | null;

/** What was mended without changing the meaning. */
export type Repair = 'trimmed' | 'synonym' | 'zero' | 'date' | 'serial' | 'number';

export type Cell =
  | {
      readonly ok: true;
      readonly value: CellValue;
      readonly repair: Repair | null;
      /** What the cell says of other columns of its row, when they are empty. */
      readonly also: Readonly<Record<string, string>> | null;
    }
  | { readonly ok: false; readonly message: string; readonly expected: string; readonly remedy: string };

export const refuse = (message: string, expected: string, remedy = 'corrigez la cellule'): Cell => ({
  ok: false,
  message,
  expected,
  remedy,
});
export const accept = (
  value: CellValue,
  repair: Repair | null = null,
  also: Readonly<Record<string, string>> | null = null,
): Cell => ({
  ok: true,
  value,
  repair,
  also,
});

const TYPE_WORDS: Readonly<Record<Field['type'], string>> = {
  string: 'un texte',
  integer: 'un nombre entier',
  number: 'un nombre',
  date: 'une date',
  boolean: 'oui ou non',
};

/** What a cell of a column should be, with an example. */
export function describe(field: Field): string {
  const example = field.example ? `, par exemple «\u00A0${field.example}\u00A0»` : '';
  return `${TYPE_WORDS[field.type]}${example}`;
}
