import { type Bilan, loadBilan } from '../bilan.ts';
import { staleFiles } from '../data/dictionary.ts';
import { dataReport } from '../data/report.ts';
import { quantity } from '../french/agreement.ts';
import { formatInteger } from '../french/number.ts';
import { nounOf } from '../french/plural.ts';
import type { NumberTally } from '../narrative/number-tally.ts';
import { isWeakWord } from '../narrative/weak-words.ts';
import { displayPath, isError, UsageError } from '../problem.ts';
import { checkFile, cleanOneFile } from './check-file.ts';
import { type Command, EXIT, readOptions, reportProblems } from './command.ts';
import { filesRead } from './files-read.ts';

/**
 * `npm run check`: data and narrative, no build. Every problem is listed. `--rapport` adds how each file was read;
 * a file name judges that file alone, `--csv` writes its faults as a CSV; `--nettoyer FICHIER` writes a clean copy.
 */
export const checkCommand: Command = async (args, environment, streams) => {
  const { options, rest } = readOptions(args, ['rapport', 'nettoyer', 'csv']);
  if (options.has('nettoyer')) {
    const file = options.get('nettoyer') || oneFile(rest, '--nettoyer');
    return cleanOneFile(file, environment, streams);
  }
  if (rest.length > 0 || options.has('csv'))
    return checkFile(
      oneFile(rest, 'npm run check'),
      { asCsv: options.has('csv'), withReport: options.has('rapport') },
      environment,
      streams,
    );
  const { bilan, problems: found } = await loadBilan(environment);
  const problems = [...found, ...(bilan ? await staleFiles(environment.data, bilan.data.schemas) : [])];
  reportProblems(problems, streams, environment.workingFolder);
  if (bilan && options.has('rapport')) streams.out(dataReport(bilan.data));
  if (problems.some(isError) || !bilan) return EXIT.problems;
  const { data, book, chapters, reconciliations } = bilan;
  streams.out(
    [
      `${filesRead(data)}\u00A0: rien à corriger.`,
      `${formatInteger(book.published.size)} chiffres publiés\u202F; ${reconciliations.length} chiffres publiés ailleurs retrouvés ou expliqués.`,
      `${chapters.length} chapitres\u202F; ${describeNumbers(bilan.numbers)}`,
      `${weakWords(problems.filter(isWeakWord).length)} dans les textes.`,
      ...freedNumbers(bilan),
    ].join('\n'),
  );
  return EXIT.done;
};

/** « aucun mot vague », « 2 mots vagues ». */
const weakWords = (words: number): string =>
  words === 0 ? 'Aucun mot vague' : quantity(words, { singular: 'mot vague', plural: 'mots vagues' });

/** What was seen of the numbers of the texts, and what became of them. */
function describeNumbers({ bound, asserted, sourced, freed, quoted, admitted, typed }: NumberTally): string {
  const seen = bound + asserted + sourced + freed + quoted + admitted + typed;
  const parts = [
    quantity(bound, nounOf('calculé')),
    quantity(asserted, nounOf('vérifié')),
    quantity(sourced, nounOf('sourcé')),
    quantity(freed, nounOf('libéré')),
    `${quantity(quoted, nounOf('cité'))} entre guillemets`,
    `${formatInteger(admitted)} sans mesure (dates, numéros, noms, mots)`,
  ];
  return `${quantity(seen, nounOf('nombre'))} dans les textes\u00A0: ${parts.join(', ')}.`;
}

/** Numbers that editors declare free, each with its place and its reason. */
function freedNumbers({ chapters, home, environment }: Bilan): string[] {
  return [...chapters, ...(home ? [home] : [])].flatMap(({ file, reading }) =>
    reading.freed.map(
      ({ text, reason, line, column }) =>
        `    ${displayPath(file, environment.workingFolder)}:${line}:${column}  «\u00A0${text}\u00A0» libéré\u00A0: ${reason}`,
    ),
  );
}

function oneFile(rest: readonly string[], option: string): string {
  const [file, ...others] = rest;
  if (file && others.length === 0) return file;
  throw new UsageError(
    `${option}\u00A0: donnez un fichier, et un seul. Exemple\u00A0: npm run check -- 2024.csv --csv`,
  );
}
