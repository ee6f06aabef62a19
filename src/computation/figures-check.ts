import { readFile } from 'node:fs/promises';
import type { BareFigure } from '../figures/compute.ts';
import { type Compared, differences } from '../figures/difference.ts';
import { isKnown } from '../figures/figure.ts';
import { formatFigure, STATUS_SIGNS } from '../figures/format.ts';
import { findIndicator } from '../figures/registry.ts';
import { formatInteger } from '../french/number.ts';
import type { Problem } from '../problem.ts';
import type { FiguresFile } from './figures-file.ts';

/** Differences that are listed one by one; `npm run figures -- diff` lists them all. */
const SHOWN = 20;
const REMEDY = 'regardez ce qui change (npm run figures -- diff), puis relancez npm run publish-figures';

/** Compares a figures file with what the records give: every difference is an error, figure by figure. */
export async function compareWithRecords(path: string, stored: FiguresFile, computed: FiguresFile): Promise<Problem[]> {
  const at = await finder(path);
  const found = differences(stored.figures, computed.figures);
  const listed = found.slice(0, SHOWN).map((difference, index): Problem => {
    const others = index === SHOWN - 1 ? found.length - SHOWN : 0;
    const more = others > 0 ? ` (et ${formatInteger(others)} autres)` : '';
    return fault(path, at(difference.id), {
      message: `figures.json et les données diffèrent${more}`,
      value: `${difference.id}\u00A0: ${sayFigure(difference.before)}`,
      expected: `${sayFigure(difference.after)}, d’après data/entrees/`,
      remedy: REMEDY,
      ...(others > 0 ? { others } : {}),
    });
  });
  const aside = Object.entries(computed)
    .filter(([key, said]) => WHAT[key] && JSON.stringify(stored[key as keyof FiguresFile]) !== JSON.stringify(said))
    .map(([key]) =>
      fault(path, at(`"${key}":`), {
        message: 'figures.json et les données diffèrent',
        expected: WHAT[key],
        remedy: REMEDY,
      }),
    );
  return [...aside, ...compareGround(path, stored, computed, at), ...listed];
}

/** What the file says of the records beside figures. */
const WHAT: Readonly<Record<string, string>> = {
  records: 'les fichiers de data/entrees/, leurs lignes et leurs empreintes',
  observation: 'les délais et les sources des situations',
  withheld: 'le nombre de chiffres sous le secret',
  derogations: 'les dérogations qui ont servi',
};

/** Judges a figures file that stands alone: it must be of this edition, of these settings and files, and whole. */
export async function checkAlone(
  path: string,
  stored: FiguresFile,
  expected: FiguresFile,
  ids: Iterable<string>,
): Promise<Problem[]> {
  const at = await finder(path);
  const wanted = new Set(ids);
  const missing = [...wanted].filter((id) => !stored.figures.has(id));
  const strangers = [...stored.figures.keys()].filter((id) => !wanted.has(id));
  const list = (found: readonly string[], message: string, line: (id: string) => number): Problem[] =>
    found.length === 0
      ? []
      : [
          fault(path, line(found[0] ?? ''), {
            message: `${message}\u00A0: ${found.length}`,
            value: found.slice(0, SHOWN).join(', '),
            expected: 'les chiffres des tableaux publiés, tous et eux seuls',
            remedy: 'relancez npm run publish-figures, là où sont les données',
          }),
        ];
  return [
    ...compareGround(path, stored, expected, at),
    ...list(missing, 'chiffres absents de figures.json', () => at('"figures":')),
    ...list(strangers, 'chiffres qu’aucun tableau publié ne contient', at),
  ];
}

/** What figures come from beside the records: edition, settings, reference files, definitions. */
function compareGround(
  path: string,
  stored: FiguresFile,
  expected: FiguresFile,
  at: (text: string) => number,
): Problem[] {
  const remedy = 'relancez npm run publish-figures, là où sont les données';
  const keys = Object.keys(expected.ground) as (keyof FiguresFile['ground'])[];
  const ground = keys
    .filter((key) => stored.ground[key] !== expected.ground[key])
    .map((key) =>
      fault(path, at('"ground":'), {
        message: `figures.json a été écrit avec un autre réglage\u00A0: «\u00A0${key}\u00A0»`,
        value: String(stored.ground[key]),
        expected: String(expected.ground[key]),
        remedy,
      }),
    );
  const hashes = new Map(stored.sources.map(({ name, sha256 }) => [name, sha256]));
  const sources = expected.sources
    .filter(({ name, sha256 }) => hashes.get(name) !== sha256)
    .map(({ name, sha256 }) =>
      fault(path, at('"sources":'), {
        message: `${name} a changé depuis que figures.json a été écrit`,
        value: hashes.get(name) ?? 'aucune empreinte',
        expected: sha256,
        remedy,
      }),
    );
  const definitions = new Map(stored.indicators.map((definition) => [definition.id, JSON.stringify(definition)]));
  const reworded = expected.indicators
    .filter((definition) => definitions.get(definition.id) !== JSON.stringify(definition))
    .map(({ id }) => id);
  const words: Problem[] =
    reworded.length === 0
      ? []
      : [
          fault(path, at('"indicators":'), {
            message: 'définitions changées depuis que figures.json a été écrit',
            value: reworded.join(', '),
            expected: 'les définitions du registre',
            remedy,
          }),
        ];
  return [...ground, ...sources, ...words];
}

const fault = (file: string, line: number, parts: Omit<Problem, 'severity' | 'file' | 'line' | 'column'>): Problem => ({
  severity: 'error',
  file,
  line,
  column: 1,
  ...parts,
});

/** Finds the line of a figure, or of a part of the file, by what is written there. */
async function finder(path: string): Promise<(text: string) => number> {
  const lines = (await readFile(path, 'utf8')).split('\n');
  const byId = new Map(
    lines.map((line, index) => [/^\{"id":"([^"]+)"/.exec(line)?.[1] ?? line.split(' ', 1)[0], index + 1]),
  );
  return (text) => byId.get(text) ?? 1;
}

/** « 3 523 », « 89,4 % (3 002 sur 3 358) », « s (secret statistique) », « absent ». */
export function sayFigure(figure: Compared | null): string {
  if (!figure) return 'absent';
  const indicator = figure.id.split('[', 1)[0] ?? '';
  const bare = { ...figure, indicator } as BareFigure;
  if (!findIndicator(indicator)) return String(figure.value);
  const shown = formatFigure({ ...bare, origin: 'calcule' });
  if (!isKnown({ ...bare, origin: 'calcule' })) {
    const { meaning } = STATUS_SIGNS[figure.status as keyof typeof STATUS_SIGNS];
    return `${shown} (${meaning})`;
  }
  const terms =
    figure.denominator === null
      ? ''
      : ` (${figure.numerator === null ? 's' : formatInteger(figure.numerator)} sur ${formatInteger(figure.denominator)})`;
  return `${shown}${terms}${figure.status === 'provisoire' ? ' provisoire' : ''}`;
}
