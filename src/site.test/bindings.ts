import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { figureId } from '../figures/slice.ts';
import { filesOf } from './run.ts';

/** Words or numbers that a site gives for a figure. */
export interface Binding {
  readonly path: string;
  /** In what the figure is named: a file of data, a sentence, the page of all figures, the table of a chart, a place of a map. */
  readonly kind: '.csv' | '.json' | 'sentence' | 'figures' | 'chart' | 'map';
  readonly id: string;
  readonly words: readonly string[];
}
type Said = Pick<Binding, 'id' | 'words'>;

/** Everywhere a site says which figure a number is. `year` is that of the edition. */
export async function bindingsOf(site: string, year: number): Promise<Binding[]> {
  const texts = new Map<string, string>();
  for (const path of await filesOf(site))
    if (/\.(csv|json|html)$/.test(path)) texts.set(path, await readFile(join(site, path), 'utf8'));
  const points = [...texts].flatMap(([path, text]) => (path.endsWith('.csv') ? pointsOf(path, text) : []));
  return [...texts].flatMap(([path, text]) => {
    const as = (kind: Binding['kind'], said: readonly Said[]): Binding[] =>
      said.map((binding) => ({ path, kind, ...binding }));
    if (path.endsWith('.csv')) return as('.csv', inCsv(text));
    if (path.endsWith('.json')) return as('.json', inJson(JSON.parse(text)));
    return [
      ...as('sentence', inSentences(text)),
      ...as('figures', inTableOfFigures(text, year)),
      ...as('chart', inChartTables(text, points)),
      ...as('map', inMaps(text, year)),
    ];
  });
}

/** What the columns of a table of figures say of a figure, or would if it were not withheld. */
const TOLD = ['valeur', 'affichage', 'numerateur', 'denominateur'];

function inCsv(text: string): Said[] {
  const [header = [], ...rows] = text.trimEnd().split('\n').map(cellsOf);
  if (!header.includes('statut')) return [];
  const at = Math.max(header.indexOf('id'), header.indexOf('chiffre'));
  return rows.map((row) => ({
    id: row[at] ?? '',
    words: TOLD.flatMap((name) => (header.includes(name) ? [row[header.indexOf(name)] ?? ''] : [])),
  }));
}

const cellsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

/** Objects with the id of a figure: whatever number they hold, and their text. */
function inJson(value: unknown): Said[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(inJson);
  if (!('id' in value) || typeof value.id !== 'string') return inside;
  const words = Object.entries(value).flatMap(([name, own]) =>
    typeof own === 'number' || name === 'text' ? [String(own)] : [],
  );
  return [{ id: value.id, words }, ...inside];
}

const inSentences = (html: string): Said[] =>
  [...html.matchAll(/data-figure="([^"]*)"[^>]*>([^<]*)</g)].map(([, id = '', text = '']) => ({ id, words: [text] }));

/** The page of all figures: what to write in a sentence stands beside each row and above each column, but the year of the edition. */
function inTableOfFigures(html: string, year: number): Said[] {
  return html.split('<section data-indicator="').flatMap((section, index) => {
    const indicator = section.slice(0, section.indexOf('"'));
    if (index === 0) return [];
    const columns = [...section.matchAll(/<th scope="col">(.*?)<\/th>/g)].slice(1).map(([, head]) => slicedBy(head));
    return [...section.matchAll(/<tr><th scope="row">(.*?)<\/th>(.*?)<\/tr>/g)].flatMap(([, head, cells = '']) =>
      [...cells.matchAll(/<td>(.*?)<\/td>/g)].map(([, cell = ''], column) => ({
        id: figureId(indicator, { annee: year, ...columns[column], ...slicedBy(head) }),
        words: [cell.replaceAll(/<[^>]*>/g, '')],
      })),
    );
  });
}

function slicedBy(head = ''): Record<string, string | number> {
  const attributes = [...head.matchAll(/(\w+)=&quot;(.*?)&quot;/g)].map(([, name, value = '']) => [
    name,
    name === 'annee' && value !== 'cumul' ? Number(value) : value,
  ]);
  return Object.fromEntries(attributes);
}

/** A point of a chart: the row and the column of its table where it stands, or the other way round. */
interface Point {
  readonly chart: string;
  readonly heads: readonly string[];
  readonly id: string;
}

function pointsOf(path: string, csv: string): Point[] {
  const [, chart] = /graphiques\/(?:demonstration-)?(.+)\.csv$/.exec(path) ?? [];
  if (!chart) return [];
  return csv
    .trimEnd()
    .split('\n')
    .slice(1)
    .map(cellsOf)
    .map((cells) => ({ chart, heads: cells.slice(0, 2), id: cells.at(-1) ?? '' }));
}

function inChartTables(html: string, points: readonly Point[]): Said[] {
  return html.split(/<figure[^>]* id="graphique-/).flatMap((part, index) => {
    const drawn = index === 0 ? [] : points.filter(({ chart }) => part.startsWith(`${chart}"`));
    const [table = ''] = part.slice(part.indexOf('<table')).split('</table>');
    const [columns = [], ...rows] = table
      .split('</tr>')
      .map((row) =>
        [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell = '']) => cell.replaceAll(/<[^>]*>/g, '')),
      );
    return drawn.flatMap(({ heads, id }) =>
      rows.flatMap((row) => {
        const words = row.filter(
          (_, at) => heads.includes(row[0] ?? '') && at > 0 && heads.includes(columns[at] ?? ''),
        );
        return words.length === 0 ? [] : [{ id, words }];
      }),
    );
  });
}

/** Names of places, as a map speaks them: « Bassin de Lens : 496 entrées en 2024, … ». */
function inMaps(html: string, year: number): Said[] {
  return html.split(/<figure[^>]* id="carte-/).flatMap((part, index) => {
    const indicator = part.slice(0, part.indexOf('"'));
    const [map = ''] = index === 0 ? [] : part.split('</figure>');
    return [...map.matchAll(/class="on-([\w-]+)[^>]* aria-label="[^"]*?\s: ([^"]*?) en \d{4}/g)].map(
      ([, bassin, words = '']) => ({
        id: figureId(indicator, { annee: year, bassin }),
        words: [words.replace(' (secret statistique)', '')],
      }),
    );
  });
}
