import type { Fault } from './faults.ts';

/** Longest cell, in bytes of UTF-8: a longer one is a quote that closes too late, or a document. */
export const MAX_CELL_BYTES = 10_240;

/** UTF-8 read as Windows-1252 and written as UTF-8 again: « Ã© », « â€™ ». */
const TWICE_ENCODED =
  /Ã[\u0080-\u00BF\u0152-\u0178\u02C6\u02DC\u2013-\u203A\u20AC\u2122]|â€[\u0080-\u00BF\u0152-\u0178\u02DC\u2018-\u203A\u2122]|Â[\u00A0-\u00BF]/;

/** What a spreadsheet would run rather than show. */
const FORMULA = /^\s*(?:[=@]|[+-](?=.*[(!|])|[+-](?=[A-Za-z]))/s;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/;

/** What no cell of any column may look like, whatever its type; `null` for an innocent one. */
export function suspicionOf(text: string): Fault | null {
  if (text.length > MAX_CELL_BYTES / 4 && Buffer.byteLength(text) > MAX_CELL_BYTES) return TOO_LONG;
  if (TWICE_ENCODED.test(text)) return error('texte encodé deux fois', text, 'des accents lisibles', RE_EXPORT);
  if (text.includes('\uFFFD')) return error('caractère perdu (\uFFFD)', text, 'des accents lisibles', RE_EXPORT);
  if (CONTROL.test(text)) return error('caractère de contrôle dans une cellule', visible(text), 'un texte', RE_EXPORT);
  if (FORMULA.test(text))
    return error(
      'formule de tableur',
      text,
      'une valeur, et non une formule',
      'dans Excel, copiez la colonne puis Accueil › Coller › Collage spécial… › Valeurs, et exportez de nouveau',
    );
  return null;
}

const RE_EXPORT = 'exportez de nouveau le fichier depuis sa source, en «\u00A0CSV UTF-8\u00A0»';

const error = (message: string, text: string, expected: string, remedy: string): Fault => ({
  severity: 'error',
  message,
  value: shorten(text),
  expected,
  remedy,
});

const TOO_LONG: Fault = {
  severity: 'error',
  message: 'cellule de plus de 10\u202Fko',
  expected: 'une valeur courte',
  remedy: 'cherchez un guillemet qui ne se ferme pas où il devrait, ou raccourcissez le texte',
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are made visible
const visible = (text: string): string => text.replace(/[\u0000-\u001F\u007F-\u009F]/g, '\uFFFD');

/** A cell as a message shows it: on one line, its first eighty characters. */
export const shorten = (text: string): string => {
  const line = text.replace(/[\r\n]+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 80)}…` : line;
};
