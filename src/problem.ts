import { isAbsolute, relative, sep } from 'node:path';

/**
 * Something an editor or a data steward has to mend, in French.
 * `line` and `column` count from 1, columns in characters (Unicode code points).
 */
export interface Problem {
  readonly severity: 'error' | 'warning';
  /** Absolute path, or a path relative to the working folder. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** One line: the rule that is broken. */
  readonly message: string;
  readonly value?: string | undefined;
  readonly expected?: string | undefined;
  /** What to do about it. */
  readonly remedy?: string | undefined;
  /** Problems of the same kind that are counted with this one, and not listed. */
  readonly others?: number | undefined;
  /** Name by which a derogation lets a warning of plausibility pass. */
  readonly rule?: string | undefined;
}

/** Expected failure: problems in data, content or output. Exit code 1, never a stack trace. */
export class ProblemsError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(`${problems.length} problème(s)`);
    this.name = 'ProblemsError';
    this.problems = problems;
  }
}

/** Wrong usage of a command: exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** How many problems there are, those that are not listed included. */
export const countProblems = (problems: readonly Problem[]): number =>
  problems.reduce((sum, { others = 0 }) => sum + 1 + others, 0);

export const isError = (problem: Problem): boolean => problem.severity === 'error';

/** File, then line, then column, then message: the order does not depend on who found what first. */
export function byPlace(a: Problem, b: Problem): number {
  return compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.message, b.message);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The path as the reader of a message expects it: relative inside the working folder, else as given. */
export function displayPath(file: string, workingFolder: string): string {
  if (!isAbsolute(file)) return file.split(sep).join('/');
  const path = relative(workingFolder, file);
  return path.startsWith('..') || isAbsolute(path) ? file : path.split(sep).join('/');
}

/**
 * The text of a problem:
 *
 *     data/places.csv:12:4  nombre négatif
 *         valeur    : -3
 *         attendu   : un entier positif ou nul
 *         à faire   : corrigez la cellule
 */
export function formatProblem(problem: Problem, workingFolder: string): string {
  const place = `${displayPath(problem.file, workingFolder)}:${problem.line}:${problem.column}`;
  const mark = problem.severity === 'warning' ? 'avertissement\u00A0: ' : '';
  const details = [
    ['valeur', problem.value],
    ['attendu', problem.expected],
    ['à faire', problem.remedy],
  ] as const;
  const lines = details
    .filter(([, text]) => text !== undefined && text !== '')
    .map(([label, text]) => `    ${label.padEnd(8)}\u00A0: ${text?.replaceAll('\n', '\n      ')}`);
  return [`${place}  ${mark}${problem.message}`, ...lines].join('\n');
}
