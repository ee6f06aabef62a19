import { formatInteger } from '../french/number.ts';
import { explainBug } from '../problem/bug.ts';
import { byPlace, countProblems, formatProblem, isError, type Problem, ProblemsError, UsageError } from '../problem.ts';
import { type Environment, readEnvironment } from '../settings/environment.ts';
import { USAGE, wantsHelp } from './usage.ts';

/** Where a command writes: results to `out`, problems and progress to `err`. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** True when somebody watches: long steps then show that they are under way. */
  readonly interactive: boolean;
}

export type Command = (args: readonly string[], environment: Environment, streams: Streams) => Promise<number>;

/** Like `diff`: files that differ are no failure of the command, and yet no 0. */
export const EXIT = { done: 0, differences: 1, problems: 1, usage: 2 } as const;

const terminal: Streams = {
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
  interactive: process.stderr.isTTY === true,
};

/** Runs a command with the process's arguments: the one place where exceptions become exit codes. */
export async function run(command: Command): Promise<void> {
  // Whoever reads the first lines only (« | head ») closes the pipe: that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  process.exitCode = await execute(command, process.argv.slice(2), process.env, terminal);
}

export async function execute(
  command: Command,
  args: readonly string[],
  variables: NodeJS.ProcessEnv,
  streams: Streams,
): Promise<number> {
  if (wantsHelp(args)) {
    streams.out(USAGE);
    return EXIT.done;
  }
  try {
    return await command(args, readEnvironment(variables), streams);
  } catch (error) {
    if (error instanceof UsageError) {
      streams.err(error.message);
      return EXIT.usage;
    }
    if (error instanceof ProblemsError) {
      reportProblems(error.problems, streams);
      return EXIT.problems;
    }
    streams.err(explainBug(error, variables));
    return EXIT.problems;
  }
}

/** Writes problems in the order of their places, then how many there are. */
export function reportProblems(problems: readonly Problem[], streams: Streams, workingFolder = process.cwd()): void {
  for (const problem of problems.toSorted(byPlace)) streams.err(`${formatProblem(problem, workingFolder)}\n`);
  const errors = countProblems(problems.filter(isError));
  const warnings = countProblems(problems) - errors;
  if (problems.length > 0)
    streams.err([count(errors, 'erreur'), count(warnings, 'avertissement')].filter(Boolean).join(', '));
}

const count = (number: number, noun: string): string =>
  number === 0 ? '' : `${formatInteger(number)} ${noun}${number > 1 ? 's' : ''}`;

/** Splits arguments into known options and the rest. @throws UsageError for an unknown option */
export function readOptions(
  args: readonly string[],
  known: readonly string[],
): { options: ReadonlyMap<string, string>; rest: readonly string[] } {
  const options = new Map<string, string>();
  const rest: string[] = [];
  for (const arg of args) {
    const match = /^--([a-z-]+)(?:=([\s\S]*))?$/.exec(arg);
    if (!match) rest.push(arg);
    else if (known.includes(match[1] ?? '')) options.set(match[1] ?? '', match[2] ?? '');
    else throw new UsageError(`option inconnue «\u00A0${arg}\u00A0». Options\u00A0: ${listed(known)}.`);
  }
  return { options, rest };
}

/** Options of a command that takes no words. @throws UsageError for an unknown option or a word */
export function readOnlyOptions(args: readonly string[], known: readonly string[]): ReadonlyMap<string, string> {
  const { options, rest } = readOptions(args, known);
  if (rest.length > 0) throw new UsageError(`mot inattendu «\u00A0${rest[0]}\u00A0». Options\u00A0: ${listed(known)}.`);
  return options;
}

const listed = (known: readonly string[]): string => known.map((name) => `--${name}`).join(', ') || 'aucune';
