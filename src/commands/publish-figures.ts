import { rename, writeFile } from 'node:fs/promises';
import { computeFigures } from '../computation/computation.ts';
import { figuresFileOf, formatFiguresFile, toFiguresFile } from '../computation/figures-file.ts';
import { reconcileAll } from '../computation/reconciliation.ts';
import { formatInteger } from '../french/number.ts';
import { byPlace, displayPath, isError, ProblemsError } from '../problem.ts';
import { type Command, EXIT, readOnlyOptions, reportProblems } from './command.ts';

/**
 * `npm run publish-figures`: from records to the one file that may leave the house. Needs data without an error, among
 * them the figures already published, which have to be found again or explained. Texts may be mended later.
 */
export const publishFiguresCommand: Command = async (args, environment, streams) => {
  readOnlyOptions(args, []);
  const { computation, problems: first } = await computeFigures(environment, { compare: false });
  if (!computation || first.some(isError)) throw new ProblemsError(first);
  const { published, book, data, dataset } = computation;
  const { problems: gaps } = await reconcileAll(published, book, data.tables.publies ?? null, dataset);
  const problems = [...first, ...gaps].toSorted(byPlace);
  if (problems.some(isError)) throw new ProblemsError(problems);
  reportProblems(problems, streams, environment.workingFolder);
  const path = figuresFileOf(environment.content, computation.edition);
  const beside = `${path}.tmp-${process.pid}`;
  await writeFile(beside, formatFiguresFile(toFiguresFile(computation)));
  await rename(beside, path);
  const withheld = [...book.published.values()].filter(({ status }) => status === 'secret').length;
  streams.out(
    `${formatInteger(book.published.size)} chiffres, dont ${formatInteger(withheld)} sous le secret statistique, dans ${displayPath(path, environment.workingFolder)}`,
  );
  return EXIT.done;
};
