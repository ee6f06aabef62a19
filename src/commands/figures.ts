import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Bilan, loadBilan } from '../bilan.ts';
import { figuresDocument } from '../export.ts';
import type { Figure } from '../figures/figure.ts';
import { formatQuantity, indicatorOf, STATUS_SIGNS } from '../figures/format.ts';
import { findIndicator } from '../figures/registry.ts';
import { dimensionsOf, sliceInWords } from '../figures/slice.ts';
import { tagFor } from '../narrative/tag-for.ts';
import { ProblemsError, UsageError } from '../problem.ts';
import { type Command, EXIT, readOptions, reportProblems } from './command.ts';
import { figuresDiffCommand } from './figures-diff.ts';

/**
 * `npm run figures`: every published figure; words filter, `indicator key=value …` asks for one slice, published or
 * not. `--json` prints one JSON document and nothing else, `--sortie=FILE` writes to a file.
 */
export const figuresCommand: Command = async (args, environment, streams) => {
  if (args[0] === 'diff') return figuresDiffCommand(args.slice(1), environment, streams);
  const { options, rest } = readOptions(args, ['json', 'sortie']);
  const { bilan, problems } = await loadBilan(environment);
  if (!bilan) throw new ProblemsError(problems);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) reportProblems(errors, streams, environment.workingFolder);
  const figures = isQuestion(rest) ? [askOne(rest, bilan)] : filterFigures(rest, bilan);
  if (figures.length === 0) streams.err(nothingFound(rest));
  const text = options.has('json')
    ? JSON.stringify(figuresDocument(bilan, figures), null, 1)
    : figures.map((figure) => describe(figure, bilan)).join('\n');
  const file = options.get('sortie');
  if (file === '')
    throw new UsageError('--sortie\u00A0: donnez un nom de fichier. Exemple\u00A0: --sortie=chiffres.json');
  if (file) await writeTo(resolve(environment.workingFolder, file), file, `${text}\n`);
  else if (text !== '') streams.out(text);
  return errors.length > 0 ? EXIT.problems : EXIT.done;
};

/** @throws UsageError when the system lets nobody write there */
const writeTo = (path: string, name: string, text: string): Promise<void> =>
  writeFile(path, text).catch(() => {
    throw new UsageError(
      `--sortie\u00A0: rien ne peut être écrit à «\u00A0${name}\u00A0». Donnez un nom de fichier dans un dossier qui existe.`,
    );
  });

const nothingFound = (words: readonly string[]): string =>
  `Aucun chiffre ne contient tous ces mots\u00A0: ${words.join(' ')}. Essayez avec moins de mots, ou sans mot pour les voir tous.`;

const isQuestion = (words: readonly string[]): boolean =>
  words.length > 1 && words.slice(1).some((word) => word.includes('=')) && findIndicator(words[0] ?? '') !== undefined;

/** One figure by its indicator and slice; the year of the edition when no time is given. */
function askOne([indicator = '', ...pairs]: readonly string[], { book, edition }: Bilan): Figure {
  const slice = pairs.map((pair): [string, string] => {
    const [key = '', ...value] = pair.split('=');
    return [key, value.join('=')];
  });
  if (!slice.some(([key]) => key === 'annee' || key === 'mois')) slice.push(['annee', String(edition.year)]);
  const answer = book.ask(indicator, slice);
  if (!answer.ok)
    throw new UsageError(
      `${answer.fault.message}. Attendu\u00A0: ${answer.fault.expected.join(', ') || 'un identifiant que donne npm run figures'}.`,
    );
  return answer.figure;
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Figures whose id, words or definition hold every word that is looked for, the likeliest first. */
function filterFigures(words: readonly string[], { book, edition }: Bilan): Figure[] {
  const wanted = words.map(fold);
  const found = [...book.published.values()].filter((figure) => {
    const { label, definition } = indicatorOf(figure);
    const text = fold(`${figure.id} ${label} ${definition} ${sliceInWords(figure.slice, book.dimensions)}`);
    return wanted.every((word) => text.includes(word));
  });
  return words.length === 0 ? found : found.toSorted((a, b) => rankOf(a, edition.year) - rankOf(b, edition.year));
}

/** Wide slices of the edition's year first: what a sentence most often says. */
const rankOf = ({ slice }: Figure, year: number): number =>
  2 * dimensionsOf(slice).length + (slice.annee === year ? 0 : slice.mois === undefined ? 1 : 3);

function describe(figure: Figure, { book, edition }: Bilan): string {
  const { label, definition } = indicatorOf(figure);
  const reason = figure.value === null ? ` (${STATUS_SIGNS[figure.status as keyof typeof STATUS_SIGNS].meaning})` : '';
  const unpublished = book.published.has(figure.id) ? '' : '  [non publié]';
  // A figure that no table publishes is for the house: no text may ask for it.
  const tag = figure.value === null || unpublished ? '' : `\n    ${tagFor(figure, edition.year)}`;
  return `${figure.id}  ${formatQuantity(figure)}${reason}${unpublished}\n    ${label}, ${sliceInWords(figure.slice, book.dimensions)}. ${definition}${tag}`;
}
