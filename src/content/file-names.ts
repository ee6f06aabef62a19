import { parseChapterName } from '../narrative/chapters.ts';
import { slugify } from '../narrative/headings.ts';
import type { Problem } from '../problem.ts';

/** The short texts of the home page. */
export const HOME_FILE = 'accueil.mdx';

const TEXT = /\.(?:mdx?|markdown|txt)$/i;
const WORD_PROCESSOR = /\.(?:docx?|odt|rtf|pages)$/i;
/** Endings that name no chapter, and that a name may have several of: « 03-former.mdx.txt ». */
const ENDINGS = /(?:\.(?:mdx?|markdown|txt|docx?|odt|rtf|pages))+$/i;

export const isImageName = (name: string): boolean => /\.(png|jpe?g|webp|avif|svg|gif)$/.test(name);

const isRead = (name: string): boolean => name === HOME_FILE || parseChapterName(name) !== null;
/** What an editor's program leaves beside a text: « .11-essai.mdx.swp », « ~$essai.docx », « 11-essai.mdx~ ». */
const isLeftByProgram = (name: string): boolean => /^[.~#]|[~#]$/.test(name);

/** The name of a file of an edition that looks like a chapter and would be read as none, told with the one to give it. */
export function misnamedChapter(name: string, file: string): Problem | null {
  if (isRead(name) || isLeftByProgram(name) || isImageName(name) || /^readme\b/i.test(name)) return null;
  const isNumbered = /^\d{1,2}[-_ ]/.test(name);
  const isText = TEXT.test(name) || (isNumbered && !name.includes('.'));
  if (!isText && !WORD_PROCESSOR.test(name)) return null;
  return {
    // A number or an ending in .mdx means a chapter, which would be missing; other files may be notes.
    severity: isNumbered || name.endsWith('.mdx') ? 'error' : 'warning',
    file,
    line: 1,
    column: 1,
    message: `chapitre mal nommé\u00A0: «\u00A0${name}\u00A0» n’est pas lu`,
    expected: 'deux chiffres, un tiret, des mots en minuscules sans accent : 03-former.mdx',
    remedy: `${isText ? 'renommez le fichier en' : 'copiez son texte dans'} ${wantedName(name)}, ou rangez-le ailleurs`,
  };
}

/** « 3_Où former.md » → « 03-ou-former.mdx »; a name without number is given the sign of one. */
function wantedName(name: string): string {
  const [, digits = 'NN', words = ''] = /^(\d{1,2}(?!\d))?(.*)$/.exec(slugify(name.replace(ENDINGS, ''))) ?? [];
  const wanted = `${digits.padStart(2, '0')}-${words.replace(/^-/, '') || 'titre'}.mdx`;
  return digits === 'NN' ? `${wanted} (NN, sa place parmi les chapitres)` : wanted;
}
