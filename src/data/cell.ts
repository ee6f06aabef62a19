import { fold, nearestTo } from '../french/nearest.ts';
import { readDate } from './date-cell.ts';
import type { Field } from './schema.ts';
import { accept, type Cell, type CellValue, describe, refuse } from './verdict.ts';

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
  if (!judged.ok) return EMPTY_WORD.test(trimmed) ? emptyWord(field) : withAdvice(judged, field);
  return judged.repair === null && trimmed !== text ? { ...judged, repair: 'trimmed' } : judged;
}

const withAdvice = (cell: Cell, { conseil }: Field): Cell =>
  cell.ok || !conseil ? cell : { ...cell, remedy: conseil };

/** What systems write where there is nothing; a nomenclature may give some of these a meaning, and then they are codes. */
const EMPTY_WORD = /^(?:\(?(?:null|nil|none|nan|vide|blank)\)?|n[/.]?[acrds]\.?|-+|–|—|\?+)$/i;

const emptyWord = (field: Field): Cell =>
  field.constraints.required
    ? refuse('mot mis pour une cellule vide', describe(field), 'remplissez la cellule')
    : refuse('mot mis pour une cellule vide', `${describe(field)}, ou rien`, 'videz la cellule');

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

/** « 1.000 » is a thousand for some systems, and one for others. */
const THOUSANDS = /^-?\d{1,3}(?:[.,]\d{3})+$/;
const NUMBER = /^-?(?:\d+|\d{1,3}(?:[ \u00A0\u202F]\d{3})+)(?:[.,]\d+)?$/;

function readNumber(text: string, field: Field): Cell {
  const signed = text.replace(/^[−–]/, '-');
  const bare = field.bareNumber ? signed : signed.replace(/[ \u00A0\u202F]*[%€]$/, '');
  if (field.type === 'integer' && THOUSANDS.test(bare))
    return refuse(
      'point ou virgule qui peut séparer des milliers',
      describe(field),
      'écrivez le nombre sans point ni virgule',
    );
  if (!NUMBER.test(bare))
    return refuse(
      'nombre illisible',
      describe(field),
      'écrivez un nombre sans unité, avec au plus des espaces entre les milliers et une virgule décimale',
    );
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

/** Identifiers of lower case letters, digits and hyphens; « Hors bassins » is « hors-bassins » to whoever wrote it. */
const SLUG = '[a-z0-9-]+';

/** A text as such an identifier, empty when it holds something else. */
function toSlug(text: string): string {
  const slug = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s_'’-]+/g, '-');
  return matcher(SLUG).test(slug) ? slug : '';
}

function readPattern(text: string, field: Field): Cell {
  const { pattern } = field.constraints;
  if (!pattern || matcher(pattern).test(text)) return accept(text);
  const padded = text.padStart(field.zeros ?? 0, '0');
  if (padded !== text && matcher(pattern).test(padded)) return accept(padded, 'zero');
  const slug = pattern === SLUG ? toSlug(text) : '';
  if (slug !== '') return accept(slug, 'synonym');
  return refuse(
    `valeur refusée dans ${field.name}`,
    describe(field),
    field.example ? 'écrivez-la comme dans l’exemple' : undefined,
  );
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
