import { loadBilan } from '../bilan.ts';
import { formatInteger } from '../french/number.ts';
import { isError } from '../problem.ts';
import { type Command, EXIT, readOptions, reportProblems } from './command.ts';

/** `npm run check`: data and narrative, no build. Every problem is listed. */
export const checkCommand: Command = async (args, environment, streams) => {
  readOptions(args, []);
  const { bilan, problems } = await loadBilan(environment);
  reportProblems(problems, streams, environment.workingFolder);
  if (problems.some(isError) || !bilan) return EXIT.problems;
  const { data, book, chapters, reconciliations } = bilan;
  const rows = data.reports.reduce((sum, report) => sum + report.rows, 0);
  const named = chapters.reduce((sum, { reading }) => sum + reading.figures.length + reading.published.length, 0);
  streams.out(
    [
      `${data.reports.length} fichiers, ${formatInteger(rows)} lignes\u00A0: rien à corriger.`,
      `${formatInteger(book.published.size)} chiffres publiés\u202F; ${reconciliations.length} chiffres publiés ailleurs retrouvés ou expliqués.`,
      `${chapters.length} chapitres, ${formatInteger(named)} chiffres dans le texte, tous calculés ou sourcés.`,
    ].join('\n'),
  );
  return EXIT.done;
};
