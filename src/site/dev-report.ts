import { problemExcerpt } from '../problem/problem-excerpt.ts';
import { formatProblem, isError, type Problem } from '../problem.ts';

/** Writes to the terminal of the preview what the page shows: each problem, with the lines around it. */
export function reportInPreview(
  problems: readonly Problem[],
  workingFolder: string,
  write: (text: string) => void = (text) => void process.stderr.write(`${text}\n`),
): void {
  for (const problem of problems) {
    const excerpt = problemExcerpt(problem)?.replace(/^/gm, '    ');
    write(`${[formatProblem(problem, workingFolder), excerpt].filter(Boolean).join('\n')}\n`);
  }
  if (problems.some(isError)) return;
  write(`Aperçu à jour\u00A0: ${problems.length === 0 ? 'rien à corriger' : 'rien n’empêche de publier'}.`);
}
