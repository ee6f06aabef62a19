import type { Fault } from './faults.ts';

/** Longest cell, in bytes of UTF-8: a longer one is a quote that closes too late, or a document. */
const MAX_CELL_BYTES = 10_240;

/** UTF-8 read as Windows-1252 and written as UTF-8 again: « Ã© », « â€™ », « Å“ ». */
const TWICE_ENCODED =
  /Ã[\u0080-\u00BF\u0152-\u0178\u02C6\u02DC\u2013-\u203A\u20AC\u2122]|â€[\u0080-\u00BF\u0152-\u0178\u02DC\u2018-\u203A\u2122]|Â[\u00A0-\u00BF]|â‚¬|Å[\u201C\u2019\u0178]/;

/** What a spreadsheet would run rather than show. */
const FORMULA = /^\s*(?:[=@＝＠]|[+-](?=.*[(!|])|[+-](?=[A-Za-z]))/s;

/** What a spreadsheet shows for a formula that fails. */
const FORMULA_ERROR = /^\s*#(?:N\/A|[A-Z]+(?:\/0)?\s?[!?])\s*$/i;
const HASHES = /^\s*#{2,}\s*$/;

/** Accents of MS-DOS or of old Macs read as Windows-1252: « achev‚ », « ŽlŽment ». */
const OTHER_ACCENTS = /\p{L}[‚ˆ]|[‚ˆ]\p{L}|\p{L}‡\p{L}|\p{Ll}[ŽŠ]/u;

/** Signs that take no room, or turn the text around: two cells that look alike would be two values. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/;

/** What no cell of any column may look like, whatever its type; `null` for an innocent one. */
export function suspicionOf(text: string): Fault | null {
  if (text.length > MAX_CELL_BYTES / 4 && Buffer.byteLength(text) > MAX_CELL_BYTES) return TOO_LONG;
  if (TWICE_ENCODED.test(text)) return error('texte encodé deux fois', text, 'des accents lisibles', RE_EXPORT);
  if (text.includes('\uFFFD')) return error('caractère perdu (\uFFFD)', text, 'des accents lisibles', RE_EXPORT);
  if (OTHER_ACCENTS.test(text)) return error('accents d’un autre codage', text, 'des accents lisibles', NOT_MSDOS);
  if (CONTROL.test(text)) return error('caractère de contrôle dans une cellule', visible(text), 'un texte', RE_EXPORT);
  if (text.trim().search(INVISIBLE) >= 0)
    return error('signe invisible dans une cellule', named(text.trim()), 'un texte qui se voit tout entier', RETYPE);
  if (FORMULA_ERROR.test(text)) return error('erreur de formule de tableur', text, 'une valeur', MEND_FORMULA);
  if (HASHES.test(text)) return error('dièses à la place d’une valeur', text, 'une valeur', WIDEN);
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

const NOT_MSDOS =
  'exportez de nouveau en «\u00A0CSV UTF-8\u00A0», et non en «\u00A0CSV (MS-DOS)\u00A0» ni en «\u00A0CSV (Macintosh)\u00A0»';
const RETYPE = 'effacez la cellule et retapez-la\u00A0: un copier-coller a apporté un signe qui ne se voit pas';
const MEND_FORMULA = 'corrigez la formule dans le classeur, ou videz la cellule, et exportez de nouveau';
const WIDEN = 'la colonne est trop étroite dans le tableur\u00A0: élargissez-la, et exportez de nouveau';

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

/** Invisible signs by their numbers. */
const named = (text: string): string =>
  text.replace(INVISIBLE, (sign) => `⟨U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`);

/** A cell as a message shows it: on one line, its first eighty characters. */
export const shorten = (text: string): string => {
  const line = text.replace(/[\r\n\u2028\u2029]+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 80)}…` : line;
};
