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
  const comments = hiddenWords(frontMatter, frontMatterLine).map((problem) => ({ ...problem, file }));
  return reading.ok
    ? { frontMatter: reading.value, problems: comments }
    : { frontMatter: null, problems: [...comments, ...reading.problems] };
}

/** « titre: Essai # 2 »: what stands after the sign is a comment, and would be missing from the title. */
const hiddenWords = (frontMatter: string, firstLine: number): Omit<Problem, 'file'>[] =>
  frontMatter.split('\n').flatMap((line, index): Omit<Problem, 'file'>[] => {
    const [, start = '', words = '', comment = ''] =
      /^((?:titre|court|description|chapeau):\s+)(?!["'|>#])(.*?\S)\s+(#.*?)\s*$/.exec(line) ?? [];
    if (comment === '') return [];
    return [
      {
        severity: 'warning',
        line: firstLine + index,
        column: line.indexOf(comment, start.length + words.length) + 1,
        message: `commentaire dans l’en-tête\u00A0: «\u00A0${comment}\u00A0» ne paraît pas`,
        expected: 'un texte entre guillemets droits, quand il contient « # »',
        remedy: `écrivez ${start}"${words.replaceAll('"', '\\"')} ${comment}", ou retirez le commentaire`,
      },
    ];
  });

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
