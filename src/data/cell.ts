import { fold, nearestTo } from '../french/nearest.ts';
import type { Field } from './schema.ts';

export type CellValue = string | number | boolean | null;

/** What was mended without changing the meaning; said once a file, with a count. */
export type Repair = 'trimmed' | 'synonym' | 'zero' | 'date' | 'number';

export type Cell =
  | {
      readonly ok: true;
      readonly value: CellValue;
      readonly repair: Repair | null;
      readonly also?: Readonly<Record<string, string>>;
    }
  | { readonly ok: false; readonly message: string; readonly expected: string; readonly remedy: string };

const refuse = (message: string, expected: string, remedy = 'corrigez la cellule'): Cell => ({
  ok: false,
  message,
  expected,
  remedy,
});
const accept = (value: CellValue, repair: Repair | null = null): Cell => ({ ok: true, value, repair });

const SPACES = /[ \t\u00A0\u202F]/g;

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
  if (!cell.ok) return cell;
  const bound = outOfBounds(cell.value, field);
  if (bound) return bound;
  return cell.repair === null && trimmed !== text ? { ...cell, repair: 'trimmed' } : cell;
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

function readDate(text: string, field: Field): Cell {
  const plain = text.replace(/[ T]00:00(:00(\.0+)?)?Z?$/, '');
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(plain);
  const french = /^(\d{2})[/-](\d{2})[/-](\d{4})$/.exec(plain);
  const [year, month, date] = iso ? [iso[1], iso[2], iso[3]] : french ? [french[3], french[2], french[1]] : [];
  if (!year || !month || !date) {
    return refuse(
      'date illisible',
      `${describe(field)}, AAAA-MM-JJ ou JJ/MM/AAAA`,
      'écrivez la date sous une de ces formes',
    );
  }
  const value = `${year}-${month}-${date}`;
  const time = new Date(`${value}T00:00:00Z`);
  if (Number.isNaN(time.getTime()) || time.toISOString().slice(0, 10) !== value) {
    return refuse('date qui n’existe pas', 'un jour du calendrier', 'vérifiez le jour et le mois');
  }
  return accept(value, text === value ? null : 'date');
}

function readNumber(text: string, field: Field): Cell {
  const compact = text.replace(SPACES, '').replace(/^[−–]/, '-');
  const decimal = compact.replace(',', '.');
  if (!/^-?\d+(\.\d+)?$/.test(decimal))
    return refuse('nombre illisible', describe(field), 'écrivez un nombre, sans unité');
  const value = Number(decimal);
  if (field.type === 'integer' && !Number.isInteger(value))
    return refuse('nombre à virgule', describe(field), 'écrivez un nombre entier');
  return accept(value, decimal === text ? null : 'number');
}

const BOOLEANS: Readonly<Record<string, boolean>> = {
  vrai: true,
  o: true,
  oui: true,
  true: true,
  faux: false,
  n: false,
  non: false,
  false: false,
};

function readBoolean(text: string, field: Field): Cell {
  const value = BOOLEANS[fold(text)];
  return value === undefined ? refuse('réponse illisible', describe(field), 'écrivez oui ou non') : accept(value);
}

function readCategory(text: string, field: Field): Cell {
  const exact = field.categories.find((category) => category.value === text);
  if (exact) return accept(exact.value);
  const folded = fold(text);
  const same = field.categories.find(
    (category) => fold(category.value) === folded || category.synonymes.some((synonym) => fold(synonym) === folded),
  );
  if (same) return accept(same.value, 'synonym');
  const nearest = nearestTo(
    text,
    field.categories.map((category) => category.value),
  );
  return refuse(
    `code inconnu dans ${field.name}`,
    field.categories.map((category) => category.value).join(', '),
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
  const padded = text.padStart(5, '0');
  if (/commune/.test(field.name) && matcher(pattern).test(padded)) return accept(padded, 'zero');
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
