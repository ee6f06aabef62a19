import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import * as v from 'valibot';
import { computeFigures } from '../computation/computation.ts';
import { sayFigure } from '../computation/figures-check.ts';
import { figuresFileOf } from '../computation/figures-file.ts';
import { type Compared, type Difference, differences } from '../figures/difference.ts';
import { findIndicator } from '../figures/registry.ts';
import { formatInteger } from '../french/number.ts';
import { displayPath, isError, ProblemsError, UsageError } from '../problem.ts';
import type { Environment } from '../settings/environment.ts';
import { type Command, EXIT, readOptions } from './command.ts';

/** Any file of figures: the one of an edition, or what the site and `npm run figures -- --json` give. */
const figuresSchema = v.object({
  figures: v.array(
    v.object({
      id: v.string(),
      value: v.nullable(v.number()),
      numerator: v.nullable(v.number()),
      denominator: v.nullable(v.number()),
      status: v.picklist(['definitif', 'provisoire', 'secret', 'indisponible', 'sans-objet']),
      period: v.string(),
    }),
  ),
});

/**
 * `npm run figures -- diff [OLD [NEW]]`: figures that differ, one by one; without NEW, what the records give; without
 * OLD, the figures file of the edition. `--markdown` for a table, `--sortie=FILE` to a file. Exits with 1 when some differ.
 */
export const figuresDiffCommand: Command = async (args, environment, streams) => {
  const { workingFolder } = environment;
  const { options, rest } = readOptions(args, ['markdown', 'sortie']);
  const [old, now, ...more] = rest;
  if (more.length > 0)
    throw new UsageError(
      'deux fichiers à comparer, au plus. Exemple\u00A0: npm run figures -- diff ancien.json nouveau.json',
    );
  const recorded = now === undefined ? await computeNow(environment) : null;
  const first = old ?? displayPath(recorded?.path ?? '', workingFolder);
  const before = await readFigures(resolve(workingFolder, first), old === undefined ? PUBLISH_FIRST : undefined);
  const after = recorded?.figures ?? (await readFigures(resolve(workingFolder, now ?? '')));
  const found = differences(before, after);
  const text = options.has('markdown')
    ? inMarkdown(found, first, now ?? 'ce que donnent les données')
    : inTerminal(found);
  const file = options.get('sortie');
  if (file === '') throw new UsageError('--sortie\u00A0: donnez un nom de fichier. Exemple\u00A0: --sortie=ecarts.md');
  if (file) await writeFile(resolve(workingFolder, file), `${text}\n`);
  else streams.out(text);
  return found.length > 0 ? EXIT.differences : EXIT.done;
};

type Figures = ReadonlyMap<string, Compared>;

/**
 * What the records give now, and where the edition keeps its figures file.
 * @throws ProblemsError when data are refused: what is left of them is not worth comparing
 */
async function computeNow(environment: Environment): Promise<{ readonly path: string; readonly figures: Figures }> {
  const { computation, problems } = await computeFigures(environment, { compare: false });
  const faults = problems.filter(isError);
  if (!computation || faults.length > 0) throw new ProblemsError(faults);
  return { path: figuresFileOf(environment.content, computation.edition), figures: computation.book.published };
}

const PUBLISH_FIRST =
  'lancez npm run publish-figures, qui écrit ce fichier, ou nommez celui à comparer\u00A0: npm run figures -- diff ancien.json';

/** @throws ProblemsError when the file is not one of figures */
async function readFigures(path: string, remedy = 'corrigez le nom du fichier'): Promise<Figures> {
  const text = await readFile(path, 'utf8').catch(() => null);
  const parsed = v.safeParse(figuresSchema, text === null ? null : parseJson(text));
  if (parsed.success) return new Map(parsed.output.figures.map((figure) => [figure.id, figure]));
  throw new ProblemsError([
    {
      severity: 'error',
      file: path,
      line: 1,
      column: 1,
      message: text === null ? 'fichier absent ou illisible' : 'ce fichier n’est pas un fichier de chiffres',
      expected: 'figures.json, ou ce que donne npm run figures -- --json',
      remedy,
    },
  ]);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const count = (number: number): string =>
  number === 0 ? 'Aucun écart.' : `${formatInteger(number)} écart${number > 1 ? 's' : ''}.`;

function inTerminal(found: readonly Difference[]): string {
  const lines = found.map((difference) => {
    const [before, after] = sides(difference);
    return `${difference.id}\n    ${before} → ${after}`;
  });
  return [...lines, count(found.length)].join('\n');
}

function inMarkdown(found: readonly Difference[], old: string, now: string): string {
  const title = `# De ${old} à ${now}\n\n${count(found.length)}`;
  if (found.length === 0) return title;
  const rows = found.map((difference) => {
    const [before, after] = sides(difference);
    return `| ${labelOf(difference.id)} | \`${difference.id}\` | ${before} | ${after} |`;
  });
  return [title, '', '| Indicateur | Chiffre | Avant | Après |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

const labelOf = (id: string): string => findIndicator(id.split('[', 1)[0] ?? '')?.label ?? '';

/** Both sides as a reader sees them; what only differs further than that is written out. */
function sides({ before, after }: Difference): readonly [string, string] {
  const [one, other] = [sayFigure(before), sayFigure(after)];
  if (one !== other) return [one, other];
  return before?.period === after?.period
    ? [String(before?.value), String(after?.value)]
    : [`${one}, ${before?.period}`, `${other}, ${after?.period}`];
}
