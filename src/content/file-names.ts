import { nearestTo } from '../french/nearest.ts';
import { type Chapter, parseChapterName } from '../narrative/chapters.ts';
import { slugify } from '../narrative/headings.ts';
import type { Problem } from '../problem.ts';

/** The short texts of the home page. */
export const HOME_FILE = 'accueil.mdx';

const TEXT = /\.(?:mdx?|markdown|txt)$/i;
const WORD_PROCESSOR = /\.(?:docx?|odt|rtf|pages)$/i;
/** Endings that name no chapter, and that a name may have several of: « 03-former.mdx.txt ». */
const ENDINGS = /(?:\.(?:mdx?|markdown|txt|docx?|odt|rtf|pages))+$/i;

export const isImageName = (name: string): boolean => /\.(png|jpe?g|webp|avif|svg|gif)$/i.test(name);

const isRead = (name: string): boolean => name === HOME_FILE || parseChapterName(name) !== null;
/** What an editor's program leaves beside a text: « .11-essai.mdx.swp », « ~$essai.docx », « 11-essai.mdx~ ». */
const isLeftByProgram = (name: string): boolean => /^[.~#]|[~#]$/.test(name);

/** The name of a file of an edition that looks like a chapter and would be read as none, told with the one to give it. */
export function misnamedChapter(name: string, file: string): Problem | null {
  if (isRead(name) || isLeftByProgram(name) || isImageName(name) || /^readme\b/i.test(name)) return null;
  if (isMeantHome(name)) return misnamedHome(name, file);
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

/** « acceuil.mdx », « Accueil.md », « index.mdx ». */
function isMeantHome(name: string): boolean {
  const words = slugify(name.replace(ENDINGS, ''));
  return TEXT.test(name) && (words === 'index' || nearestTo(words, ['accueil']) !== null);
}

const misnamedHome = (name: string, file: string): Problem => ({
  severity: 'error',
  file,
  line: 1,
  column: 1,
  message: `page d’accueil mal nommée\u00A0: «\u00A0${name}\u00A0» n’est pas lu`,
  expected: HOME_FILE,
  remedy: `renommez le fichier en ${HOME_FILE}, ou rangez-le ailleurs`,
});

/** A chapter by its file, as its name places it. */
type Named = Pick<Chapter<unknown>, 'file' | 'fileName' | 'number' | 'slug'>;

/** Chapters that have the number or the address of another, the first of which keeps it, or the address of a page. */
export function sharedNames(chapters: readonly Named[], isPage: (slug: string) => boolean): Problem[] {
  const free = String(Math.max(...chapters.map(({ number }) => number)) + 1).padStart(2, '0');
  return chapters.flatMap(({ file, fileName, number, slug }, index): Problem[] => {
    const earlier = chapters.slice(0, index);
    const sameSlug = earlier.find((other) => other.slug === slug);
    const sameNumber = earlier.find((other) => other.number === number);
    const own = fileName.slice(0, 3);
    const found: readonly (readonly [string, string, string] | false | undefined)[] = [
      sameSlug && [
        `adresse «\u00A0${slug}\u00A0» déjà prise par ${sameSlug.fileName}`,
        'un nom par chapitre\u00A0: il fait l’adresse de la page',
        `${sameNumber ? free + fileName.slice(2, 3) : own}${slug}-suite.mdx, par exemple`,
      ],
      !sameSlug &&
        sameNumber && [
          `numéro ${own.slice(0, 2)} déjà pris par ${sameNumber.fileName}`,
          'un numéro par chapitre\u00A0: ils paraissent dans cet ordre',
          `${free}-${slug}.mdx, ou décalez les numéros`,
        ],
      isPage(slug) && [
        `adresse «\u00A0${slug}\u00A0» prise par une autre page du site`,
        'un nom que nulle page ne porte',
        `${own}les-${slug}.mdx, par exemple`,
      ],
    ];
    return found.flatMap((said) =>
      said
        ? [
            {
              severity: 'error',
              file,
              line: 1,
              column: 1,
              message: said[0],
              expected: said[1],
              remedy: `renommez le fichier en ${said[2]}`,
            },
          ]
        : [],
    );
  });
}

/** « 3_Où former.md » → « 03-ou-former.mdx »; a name without number is given the sign of one. */
function wantedName(name: string): string {
  const [, digits = 'NN', words = ''] = /^(\d{1,2}(?!\d))?(.*)$/.exec(slugify(name.replace(ENDINGS, ''))) ?? [];
  const wanted = `${digits.padStart(2, '0')}-${words.replace(/^-/, '') || 'titre'}.mdx`;
  return digits === 'NN' ? `${wanted} (NN, sa place parmi les chapitres)` : wanted;
}
