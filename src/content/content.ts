import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Chapter, parseChapterName } from '../narrative/chapters.ts';
import { type ChapterReading, readChapter } from '../narrative/check.ts';
import { type NumberedExhibit, numberExhibits } from '../narrative/exhibits.ts';
import type { LinkTargets } from '../narrative/links.ts';
import { sumNumbers } from '../narrative/number-tally.ts';
import type { Vocabulary } from '../narrative/vocabulary.ts';
import type { Problem } from '../problem.ts';
import type { ChapterFrontMatter } from '../settings/chapter.ts';
import type { Edition } from '../settings/edition.ts';
import { readTextFile } from '../settings/text-file.ts';
import { brokenLinks, linkTargets, repeatedExhibits } from './content-links.ts';
import { HOME_FILE, isImageName, misnamedChapter, sharedNames } from './file-names.ts';
import { readFrontMatter } from './front-matter.ts';
import { printFrontMatter, withoutWords } from './printed-texts.ts';

export type EditionChapter = Chapter<ChapterFrontMatter>;

/** The short texts of the home page, when the edition has them. */
export interface HomeText {
  readonly file: string;
  readonly renderable: boolean;
  readonly reading: ChapterReading;
}

export interface Content {
  readonly chapters: readonly EditionChapter[];
  readonly home: HomeText | null;
  readonly exhibits: ReadonlyMap<string, NumberedExhibit>;
  readonly targets: LinkTargets;
  readonly problems: readonly Problem[];
}

/** Front matter of a chapter that cannot be read: the page still has a name in a proof. */
const unreadable = (fileName: string): ChapterFrontMatter => ({
  title: fileName,
  shortTitle: fileName,
  description: '',
  deck: '',
  draft: false,
});

/** A draft is read like the rest, and stops nothing. */
const isDraft = ({ frontMatter }: EditionChapter): boolean => frontMatter.draft;

/** Reads every text of an edition and checks it; a chapter with problems is kept, for the proof. */
export async function readContent(
  folder: string,
  edition: Edition,
  vocabulary: Vocabulary,
  pages: ReadonlySet<string>,
): Promise<Content> {
  const place = join(folder, edition.id);
  const names = await fileNames(place);
  const problems: Problem[] = names.flatMap((name) => misnamedChapter(name, join(place, name)) ?? []);
  const chapters: EditionChapter[] = [];
  let home: HomeText | null = null;
  for (const fileName of names) {
    const file = join(place, fileName);
    const name = parseChapterName(fileName);
    if (!name && fileName !== HOME_FILE) continue;
    const { text: source, fault } = await readTextFile(file);
    if (fault) problems.push(fault);
    const reading = readChapter(source, vocabulary, name ? 'chapter' : 'home');
    problems.push(...reading.remarks.map((remark) => ({ ...remark, file })));
    if (!name) {
      home = { file, renderable: reading.renderable, reading };
      continue;
    }
    const { frontMatter, problems: faults } = readFrontMatter(source, file);
    problems.push(...faults);
    const front = frontMatter ? printFrontMatter(frontMatter, source, vocabulary) : withoutWords(unreadable(fileName));
    problems.push(...front.remarks.map((remark) => ({ ...remark, file })));
    chapters.push({
      file,
      fileName,
      ...name,
      source,
      reading: {
        ...reading,
        figures: [...front.figures, ...reading.figures],
        claims: front.claims + reading.claims,
        numbers: sumNumbers([front.numbers, reading.numbers]),
      },
      frontMatter: front.texts,
      renderable: reading.renderable && frontMatter !== null,
    });
  }
  if (chapters.length === 0)
    problems.push({
      severity: 'error',
      file: place,
      line: 1,
      column: 1,
      message: 'aucun chapitre',
      expected: 'des fichiers comme 00-essentiel.mdx',
      remedy: 'ajoutez les chapitres de l’édition',
    });
  const images = new Set(names.filter(isImageName));
  const targets = linkTargets(chapters, edition, pages, images);
  const texts = [...chapters, ...(home ? [{ ...home, fileName: HOME_FILE }] : [])];
  const [drafts, published] = [chapters.filter(isDraft), chapters.filter((chapter) => !isDraft(chapter))];
  return {
    chapters,
    home,
    targets,
    // Drafts are numbered last: what is published does not depend on them.
    exhibits: numberExhibits(
      [...published, ...drafts].map(({ slug, reading }) => ({ slug, exhibits: reading.exhibits })),
    ),
    problems: [
      ...problems,
      ...sharedNames([...published, ...drafts], (slug) => pages.has(`${edition.id}/${slug}/`)),
      ...brokenLinks(texts, targets),
      ...repeatedExhibits(chapters),
    ].map((found) => (drafts.some(({ file }) => file === found.file) ? { ...found, severity: 'warning' } : found)),
  };
}

async function fileNames(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
}
