import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Chapter, parseChapterName } from './narrative/chapters.ts';
import { readChapter, type Vocabulary } from './narrative/check.ts';
import { type LinkTargets, resolveLink } from './narrative/links.ts';
import { splitFrontMatter } from './narrative/source.ts';
import type { Problem } from './problem.ts';
import { type ChapterFrontMatter, chapterSchema } from './settings/chapter.ts';
import { type Edition, editionSchema } from './settings/edition.ts';
import { readYaml, readYamlFile } from './settings/yaml.ts';

export type EditionChapter = Chapter<ChapterFrontMatter>;

const problem = (file: string, message: string, expected: string, remedy: string): Problem => ({ severity: 'error', file, line: 1, column: 1, message, expected, remedy });

/** The latest edition of a content folder: the greatest year. */
export async function readEdition(folder: string): Promise<{ edition: Edition | null; problems: readonly Problem[] }> {
  const names = (await readdir(folder, { withFileTypes: true }).catch(() => [])).filter((entry) => entry.isDirectory() && /^\d{4}$/.test(entry.name));
  const id = names.map(({ name }) => name).toSorted().at(-1);
  if (!id) return { edition: null, problems: [problem(folder, 'aucune édition', 'un dossier par édition, comme content/2024/', 'créez le dossier de l’édition')] };
  const reading = await readYamlFile(join(folder, id, 'edition.yaml'), editionSchema);
  return reading.ok ? { edition: { ...reading.value, id }, problems: [] } : { edition: null, problems: reading.problems };
}

/** Front matter of a chapter that cannot be read: the page still has a name in a proof. */
const unreadable = (fileName: string): ChapterFrontMatter => ({ title: fileName, shortTitle: fileName, description: '', deck: '', draft: false });

/** Reads every chapter of an edition and checks it; a chapter with problems is kept, for the proof. */
export async function readChapters(folder: string, edition: Edition, vocabulary: Vocabulary, pages: ReadonlySet<string>): Promise<{ chapters: readonly EditionChapter[]; problems: readonly Problem[]; targets: LinkTargets }> {
  const place = join(folder, edition.id);
  const names = (await readdir(place)).filter((name) => name.endsWith('.mdx')).toSorted();
  const problems: Problem[] = [];
  const chapters: EditionChapter[] = [];
  for (const fileName of names) {
    const file = join(place, fileName);
    const name = parseChapterName(fileName);
    if (!name) {
      problems.push(problem(file, 'chapitre mal nommé', 'deux chiffres, un tiret, des mots en minuscules sans accent : 03-former.mdx', 'renommez le fichier'));
      continue;
    }
    const source = await readFile(file, 'utf8');
    const frontMatter = readFrontMatter(source, file, problems);
    const reading = readChapter(source, vocabulary);
    problems.push(...reading.remarks.map((remark) => ({ ...remark, file })));
    chapters.push({ file, fileName, ...name, source, frontMatter: frontMatter ?? unreadable(fileName), reading });
  }
  if (chapters.length === 0) problems.push(problem(place, 'aucun chapitre', 'des fichiers comme 00-essentiel.mdx', 'ajoutez les chapitres de l’édition'));
  const targets = linkTargets(chapters, edition, pages);
  return { chapters, problems: [...problems, ...brokenLinks(chapters, targets)], targets };
}

function readFrontMatter(source: string, file: string, problems: Problem[]): ChapterFrontMatter | null {
  const { frontMatter, frontMatterLine } = splitFrontMatter(source);
  if (frontMatter === null) {
    problems.push(problem(file, 'en-tête absent', 'trois tirets, les lignes « titre », « description » et « chapeau », trois tirets', 'copiez l’en-tête d’un autre chapitre'));
    return null;
  }
  const reading = readYaml(frontMatter, file, chapterSchema, frontMatterLine);
  if (reading.ok) return reading.value;
  problems.push(...reading.problems);
  return null;
}

const linkTargets = (chapters: readonly EditionChapter[], edition: Edition, pages: ReadonlySet<string>): LinkTargets => ({
  edition: edition.id,
  pages,
  chapters: new Map(chapters.map(({ fileName, slug, reading }) => [fileName, { slug, anchors: reading.headings.map(({ id }) => id) }])),
});

function brokenLinks(chapters: readonly EditionChapter[], targets: LinkTargets): Problem[] {
  return chapters.flatMap(({ file, fileName, reading }) =>
    reading.links.flatMap(({ url, line, column }): Problem[] => {
      const link = resolveLink(url, fileName, targets);
      if (link.kind !== 'broken') return [];
      return [{ severity: 'error', file, line, column, message: link.message, expected: link.expected, remedy: 'corrigez l’adresse du lien' }];
    }),
  );
}
