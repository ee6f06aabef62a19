import { fold, nearestTo } from '../french/nearest.ts';
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

const refuse = (message: string, expected: string, remedy = 'corrigez la cellule'): Cell => ({
  ok: false,
  message,
  expected,
  remedy,
});
const accept = (
  value: CellValue,
  repair: Repair | null = null,
  also: Readonly<Record<string, string>> | null = null,
): Cell => ({
  ok: true,
  value,
  repair,
  also,
});

/**
 * One cell, from text to a typed value, or the reason why not, in French.
 * An empty cell is `null`. Dates become `AAAA-MM-JJ`; numbers lose their spaces and decimal comma.
 */
export function readCell(text: string, field: Field): Cell {
  const trimmed = text.trim();
  if (trimmed === '') {
    return field.constraints.required ? refuse('cellule vide', describe(field), 'remplissez la cellule') : accept(null);
  }
  const cell = readTyped(trimmed, field);
  const judged = cell.ok ? (outOfBounds(cell.value, field) ?? cell) : cell;
  if (!judged.ok) return field.conseil ? { ...judged, remedy: field.conseil } : judged;
  return judged.repair === null && trimmed !== text ? { ...judged, repair: 'trimmed' } : judged;
}

function readTyped(text: string, field: Field): Cell {
  switch (field.type) {
    case 'date':
      return readDate(text, field);
    case 'integer':
    case 'number':
      return readNumber(text, field);
    case 'boolean':
      return readBoolean(text, field);
    default:
      return field.categories.length > 0 ? readCategory(text, field) : readPattern(text, field);
  }
}

const MIDNIGHT = /[ T]0?0:00(:00(\.0+)?)?(Z|\+00:00)?$/;

function readDate(text: string, field: Field): Cell {
  const plain = text.replace(MIDNIGHT, '');
  if (/^\d{5}(?:[.,]0+)?$/.test(plain)) return readSerial(Number.parseInt(plain, 10), field);
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(plain);
  const french = /^(\d{2})[/-](\d{2})[/-](\d{4})$/.exec(plain);
  const [year, month, date] = iso ? [iso[1], iso[2], iso[3]] : french ? [french[3], french[2], french[1]] : [];
  if (!year || !month || !date) return refuseDate(plain, field);
  const value = `${year}-${month}-${date}`;
  if (isDay(value)) return accept(value, text === value ? null : 'date');
  return french && isDay(`${year}-${date}-${month}`)
    ? refuse(
        `date dont le mois n’existe pas (${month})`,
        'l’ordre français, JJ/MM/AAAA, ou AAAA-MM-JJ',
        'si la colonne est à l’américaine, mois d’abord, exportez-la de nouveau\u00A0: ses autres dates seraient lues de travers',
      )
    : refuse('date qui n’existe pas', 'un jour du calendrier', 'vérifiez le jour et le mois');
}

/** True for a day of the calendar, `AAAA-MM-JJ`. */
function isDay(text: string): boolean {
  const time = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().slice(0, 10) === text;
}

/** Days from 30 December 1899, as Excel writes a date whose format was lost; from 2000 to 2099. */
function readSerial(days: number, field: Field): Cell {
  if (days < 36_526 || days > 73_050) return refuseDate(String(days), field);
  return accept(new Date(Date.UTC(1899, 11, 30 + days)).toISOString().slice(0, 10), 'serial');
}

/** What a cell that is no date is most like, and what to do then. */
const NEARLY_DATES: readonly (readonly [RegExp, message: string, remedy: string])[] = [
  [/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}$/, 'date dont l’année n’a que deux chiffres', 'écrivez l’année en quatre chiffres'],
  [/^[\d/.-]+[ T]\d{1,2}[:h]\d{2}/, 'date suivie d’une heure', 'écrivez la date seule, sans l’heure'],
  [
    /^\d{1,2}[/-]\d{1,2}[/-]\d{4}$|^\d{4}-\d{1,2}-\d{1,2}$/,
    'date dont le jour ou le mois n’a qu’un chiffre',
    'écrivez le jour et le mois sur deux chiffres',
  ],
];

function refuseDate(text: string, field: Field): Cell {
  const [, message, remedy] = NEARLY_DATES.find(([form]) => form.test(text)) ?? [
    null,
    'date illisible',
    'écrivez la date sous une de ces formes',
  ];
  return refuse(message, `${describe(field)}, AAAA-MM-JJ ou JJ/MM/AAAA`, remedy);
}

const NUMBER = /^-?(?:\d+|\d{1,3}(?:[ \u00A0\u202F]\d{3})+)(?:[.,]\d+)?$/;

function readNumber(text: string, field: Field): Cell {
  const signed = text.replace(/^[−–]/, '-');
  const bare = field.bareNumber ? signed : signed.replace(/[ \u00A0\u202F]*[%€]$/, '');
  if (!NUMBER.test(bare)) return refuse('nombre illisible', describe(field), 'écrivez un nombre, sans unité');
  const plain = bare.replace(/[ \u00A0\u202F]/g, '').replace(',', '.');
  const value = Number(plain);
  if (field.type === 'integer' && !Number.isSafeInteger(value))
    return refuse('nombre à virgule', describe(field), 'écrivez un nombre entier');
  return accept(value, plain === text ? null : 'number');
}

function readBoolean(text: string, field: Field): Cell {
  const folded = fold(text);
  const isAmong = (values: readonly string[]): boolean => values.some((value) => fold(value) === folded);
  if (isAmong(field.trueValues)) return accept(true);
  if (isAmong(field.falseValues)) return accept(false);
  return refuse('réponse illisible', describe(field), 'écrivez oui ou non');
}

function readCategory(text: string, field: Field): Cell {
  if (field.categories.some(({ value }) => value === text)) return accept(text);
  const folded = fold(text);
  for (const { value, label, synonymes } of field.categories) {
    if (fold(value) === folded || fold(label) === folded) return accept(value, 'synonym');
    const synonym = synonymes.find((other) => fold(other.text) === folded);
    if (synonym) return accept(value, 'synonym', synonym.also);
  }
  const values = field.categories.map(({ value }) => value);
  const nearest = nearestTo(text, values);
  return refuse(
    `code inconnu dans ${field.name}`,
    values.join(', '),
    nearest ? `vouliez-vous écrire «\u00A0${nearest}\u00A0»\u202F?` : 'choisissez un des codes attendus',
  );
}

const matchers = new Map<string, RegExp>();

/** A schema's pattern as an expression for the whole cell. */
function matcher(pattern: string): RegExp {
  const known = matchers.get(pattern) ?? new RegExp(`^(?:${pattern})$`, 'u');
  matchers.set(pattern, known);
  return known;
}

function readPattern(text: string, field: Field): Cell {
  const { pattern } = field.constraints;
  if (!pattern || matcher(pattern).test(text)) return accept(text);
  const padded = text.padStart(field.zeros ?? 0, '0');
  if (padded !== text && matcher(pattern).test(padded)) return accept(padded, 'zero');
  return refuse(`valeur refusée dans ${field.name}`, describe(field));
}

function outOfBounds(value: CellValue, field: Field): Cell | null {
  const { minimum, maximum } = field.constraints;
  if (value === null) return null;
  if (minimum !== undefined && value < minimum)
    return refuse(`valeur trop petite dans ${field.name}`, `au moins ${minimum}`);
  if (maximum !== undefined && value > maximum)
    return refuse(`valeur trop grande dans ${field.name}`, `au plus ${maximum}`);
  return null;
}

const TYPE_WORDS: Readonly<Record<Field['type'], string>> = {
  string: 'un texte',
  integer: 'un nombre entier',
  number: 'un nombre',
  date: 'une date',
  boolean: 'oui ou non',
};

function describe(field: Field): string {
  const example = field.example ? `, par exemple «\u00A0${field.example}\u00A0»` : '';
  return `${TYPE_WORDS[field.type]}${example}`;
}
