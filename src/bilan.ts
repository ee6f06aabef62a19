import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChartContext } from './charts/catalogue/context.ts';
import { CHART_NAMES, CHARTS } from './charts/catalogue/index.ts';
import { createMeasure, type MeasureText } from './charts/measure.ts';
import { type Computation, computeFigures } from './computation/computation.ts';
import { reconcileAll } from './computation/reconciliation.ts';
import { type Content, readContent } from './content/content.ts';
import { unknownKeyFigures } from './content/key-figures.ts';
import { printEdition } from './content/printed-texts.ts';
import type { LoadedData } from './data/load.ts';
import { text } from './data/rows.ts';
import type { Book } from './figures/book.ts';
import { describeObservation } from './figures/methodology.ts';
import { formatPublished } from './figures/published.ts';
import type { Reconciliation } from './figures/reconcile.ts';
import { INDICATORS } from './figures/registry.ts';
import type { Territory, TerritoryTopology } from './map/territory.ts';
import { type NumberTally, sumNumbers } from './narrative/number-tally.ts';
import type { Vocabulary } from './narrative/vocabulary.ts';
import { byPlace, isError, type Problem } from './problem.ts';
import { type Edition, isDemonstration } from './settings/edition.ts';
import type { Environment } from './settings/environment.ts';
import type { Settings } from './settings/settings.ts';
import { fixedPages } from './site-map.ts';
import { TABLE_NAMES } from './tables/catalogue.ts';

/** Everything pages are made from: loaded and computed once, then only read. */
export interface Bilan extends Computation {
  readonly environment: Environment;
  /** What texts may name, for whoever prints them. */
  readonly vocabulary: Vocabulary;
  /** A proof is built whatever is wrong, and says so on every page. */
  readonly isProof: boolean;
  /** The live preview, which shows drafts and what is wrong. */
  readonly isPreview: boolean;
  readonly reconciliations: readonly Reconciliation[];
  readonly chapters: Content['chapters'];
  readonly home: Content['home'];
  /** What becomes of every number of the texts. */
  readonly numbers: NumberTally;
  readonly exhibits: Content['exhibits'];
  readonly targets: Content['targets'];
  readonly territory: Territory;
  readonly charts: ChartContext;
  /** Delays and sources of the situations that are put together, in a sentence. */
  readonly observationText: string;
  readonly measure: MeasureText;
  /** Whether a browser is there, to print PDFs and to make a picture (PNG) of each chart. */
  readonly hasBrowser: boolean;
  /** Errors and warnings, in the order of their places. */
  readonly problems: readonly Problem[];
}

export type Loading =
  | { readonly bilan: Bilan; readonly problems: readonly Problem[] }
  | { readonly bilan: null; readonly problems: readonly Problem[] };

/**
 * Loads data and content and computes every figure. Problems are gathered, not thrown; without usable settings,
 * edition or territory there is nothing to compute, and `bilan` is `null`.
 */
export async function loadBilan(
  environment: Environment,
  { proof = false, preview = false }: { proof?: boolean; preview?: boolean } = {},
): Promise<Loading> {
  const { computation, problems: first } = await computeFigures(environment);
  if (!computation) return { bilan: null, problems: first.toSorted(byPlace) };
  const { settings, data, dataset, published, book } = computation;
  const isSound = !data.problems.some(isError);
  const words = vocabulary(computation, isSound);
  const file = join(environment.content, computation.edition.id, 'edition.yaml');
  const { edition, numbers, problems: texts } = await printEdition(computation.edition, file, words);
  const strangers = await unknownKeyFigures(edition, file, words);
  const content = await readContent(environment.content, edition, words, fixedPages(edition, settings));
  const { reconciliations, problems: gaps } = await reconcileAll(published, book, data.tables.publies ?? null, dataset);
  const compared = isSound ? gaps : [notCompared(join(environment.content, edition.id))];
  const problems = [...first, ...texts, ...strangers, ...content.problems, ...compared].toSorted(byPlace);
  const observationText = describeObservation(computation.observation, (id) => labelOfSource(data, id));
  const bilan: Bilan = {
    ...computation,
    edition,
    environment,
    vocabulary: words,
    isProof: proof,
    isPreview: preview,
    reconciliations,
    chapters: content.chapters,
    home: content.home,
    numbers: sumNumbers([
      numbers,
      ...[...content.chapters, ...(content.home ? [content.home] : [])].map(({ reading }) => reading.numbers),
    ]),
    exhibits: content.exhibits,
    targets: content.targets,
    territory: await readTerritory(environment, data, settings),
    charts: { ...chartContext(book, edition, settings), observation: observationText },
    observationText,
    measure: createMeasure(),
    hasBrowser: false,
    problems,
  };
  return { bilan, problems };
}

/** What texts and published figures say is not held against data that are refused, in whole or in part. */
const notCompared = (file: string): Problem => ({
  severity: 'warning',
  file,
  line: 1,
  column: 1,
  message: 'textes et chiffres publiés non comparés aux données\u00A0: des données sont refusées',
  remedy: 'corrigez d’abord les erreurs des données, puis relancez npm run check',
});

/** True when nothing stands in the way of publication. */
export const isPublishable = (problems: readonly Problem[]): boolean => !problems.some(isError);

const labelOfSource = ({ schemas }: LoadedData, id: string): string =>
  schemas.entrees.fields.find(({ name }) => name === 'source_situation')?.categories.find(({ value }) => value === id)
    ?.label ?? 'source non dite';

function chartContext(book: Book, edition: Edition, settings: Settings): Omit<ChartContext, 'observation'> {
  return {
    book,
    year: edition.year,
    basins: settings.basins,
    outside: settings.outside,
    allBasins: settings.allBasins,
    region: settings.region.within,
    breaks: settings.breaks,
    isDemonstration: isDemonstration(edition),
    publishedSource: `bilan du plan, Région ${settings.region.name}`,
  };
}

/** What chapters may name; when data are refused, in whole or in part, they are not sound. */
export function vocabulary(
  { book, edition, settings, published }: Pick<Computation, 'book' | 'edition' | 'settings' | 'published'>,
  hasSoundData: boolean,
): Vocabulary {
  return {
    hasSoundData,
    ask: (indicator, slice) => book.askPublished(indicator, slice),
    defaultYear: edition.year,
    calendar: book.calendar,
    dimensions: book.dimensions,
    published: new Map(published.map((row) => [row.ref, { text: formatPublished(row) }])),
    registered: () => book.published.values(),
    free: { names: settings.namesWithDigits, wordings: settings.freeNumbers.map(({ wording }) => wording) },
    charts: CHART_NAMES,
    chartsByBasin: CHART_NAMES.filter((name) => CHARTS[name]?.byBasin),
    tables: TABLE_NAMES,
    indicators: INDICATORS.map(({ id }) => id),
    basins: [...settings.basins, settings.outside].map(({ id }) => id),
  };
}

async function readTerritory(environment: Environment, data: LoadedData, settings: Settings): Promise<Territory> {
  const source = await readFile(join(environment.data, 'territoire', 'contours.topojson'), 'utf8');
  return {
    topology: JSON.parse(source) as TerritoryTopology,
    towns: data.references.villes.map((row) => ({
      id: text(row, 'id'),
      name: text(row, 'nom'),
      lon: Number(row.lon),
      lat: Number(row.lat),
    })),
    neighbours: settings.map.neighbours,
    edges: settings.map.edges,
    credit: settings.map.credit,
  };
}
