import { type Fault, fault } from '../narrative/remark.ts';
import { splitFrontMatter } from '../narrative/source.ts';
import type { Problem } from '../problem.ts';
import { type ChapterFrontMatter, chapterSchema } from '../settings/chapter.ts';
import { readYaml } from '../settings/yaml.ts';

/** What the head of a chapter says, or why it cannot be read. */
export function readFrontMatter(
  source: string,
  file: string,
): { readonly frontMatter: ChapterFrontMatter | null; readonly problems: readonly Problem[] } {
  const { frontMatter, frontMatterLine, unclosedAfter } = splitFrontMatter(source);
  if (frontMatter === null) {
    const missing = unclosedAfter === null ? ABSENT : unclosed(unclosedAfter);
    return { frontMatter, problems: [{ ...missing, file, line: 1, column: 1 }] };
  }
  const reading = readYaml(frontMatter, file, chapterSchema, frontMatterLine);
  return reading.ok ? { frontMatter: reading.value, problems: [] } : { frontMatter: null, problems: reading.problems };
}

const ABSENT = fault(
  'en-tête absent',
  'trois tirets, les lignes « titre », « description » et « chapeau », trois tirets',
  'copiez l’en-tête d’un autre chapitre',
);

const unclosed = (lastLine: number): Fault =>
  fault(
    'en-tête ouvert ici et jamais fermé',
    'une ligne de trois tirets, « --- », entre l’en-tête et le texte',
    `ajoutez cette ligne après la ligne ${lastLine}`,
  );
