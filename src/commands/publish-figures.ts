import { rename, writeFile } from 'node:fs/promises';
import { computeFigures } from '../computation.ts';
import { figuresFileOf, formatFiguresFile, toFiguresFile } from '../figures-file.ts';
import { formatInteger } from '../french/number.ts';
import { displayPath, isError, ProblemsError } from '../problem.ts';
import { type Command, EXIT, readOptions, reportProblems } from './command.ts';

/** `npm run publish-figures`: from records to the one file that may leave the house. Needs records without an error. */
export const publishFiguresCommand: Command = async (args, environment, streams) => {
  readOptions(args, []);
  const { computation, problems } = await computeFigures(environment, { compare: false });
  if (!computation || problems.some(isError)) throw new ProblemsError(problems);
  reportProblems(problems, streams, environment.workingFolder);
  const path = figuresFileOf(environment.content, computation.edition);
  const beside = `${path}.tmp-${process.pid}`;
  await writeFile(beside, formatFiguresFile(toFiguresFile(computation)));
  await rename(beside, path);
  const { published } = computation.book;
  const withheld = [...published.values()].filter(({ status }) => status === 'secret').length;
  streams.out(
    `${formatInteger(published.size)} chiffres, dont ${formatInteger(withheld)} sous le secret statistique, dans ${displayPath(path, environment.workingFolder)}`,
  );
  return EXIT.done;
};
