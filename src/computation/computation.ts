import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DataContext, type LoadedData, loadData } from '../data/load.ts';
import { type Book, createBook, createStoredBook } from '../figures/book.ts';
import { type Calendar, createCalendar } from '../figures/calendar.ts';
import { publishedSlices } from '../figures/catalogue.ts';
import type { Dataset } from '../figures/dataset.ts';
import { type ObservationProfile, observeOnTime, profileObservations } from '../figures/observation.ts';
import type { Published } from '../figures/published.ts';
import { INDICATORS, isIndicator } from '../figures/registry.ts';
import { figureId } from '../figures/slice.ts';
import { isError, type Problem } from '../problem.ts';
import { applyDerogations, type Derogation, type Derogations, readDerogations } from '../settings/derogations.ts';
import { type Edition, isDemonstration, readEdition } from '../settings/edition.ts';
import type { Environment } from '../settings/environment.ts';
import { type Settings, settingsSchema } from '../settings/settings.ts';
import { readYamlFile } from '../settings/yaml.ts';
import { takeCounts } from './counts.ts';
import { toDataset } from './dataset.ts';
import { checkAlone, compareWithRecords } from './figures-check.ts';
import {
  type FiguresFile,
  type FiguresFileReading,
  figuresFileOf,
  readFiguresFile,
  toFiguresFile,
} from './figures-file.ts';
import { takePublication } from './publication.ts';
import { toPublished } from './published-rows.ts';

/** From data files to figures: the part of a bilan that no text has a say in. */
export interface Computation {
  readonly settings: Settings;
  readonly edition: Edition;
  readonly isDemonstration: boolean;
  readonly data: LoadedData;
  readonly dataset: Dataset;
  readonly published: readonly Published[];
  readonly book: Book;
  /** When and by whom situations were observed. */
  readonly observation: ObservationProfile;
  /** Warnings that somebody lets pass: printed with the definitions. */
  readonly derogations: readonly Derogation[];
}

/**
 * Reads the settings, the latest edition and the data, and computes every figure, or takes them from the figures file
 * where there are no records; with both, they are compared, unless the file is about to be written again. Problems are
 * gathered, not thrown; without usable settings or edition, records or figures file, there is nothing to compute.
 */
export async function computeFigures(
  environment: Environment,
  { compare = true }: { compare?: boolean } = {},
): Promise<Computing> {
  const [ground, derogations] = await Promise.all([readGround(environment), readDerogations(environment.data)]);
  if (!ground.ok) return { computation: null, problems: ground.problems };
  const { settings, edition } = ground;
  const path = figuresFileOf(environment.content, edition);
  const stored = compare ? await readFiguresFile(path) : null;
  const data = await loadData(environment.data, {
    ...dataContext(settings, edition),
    records: !compare ? 'needed' : stored ? 'elsewhere' : 'wanted',
  });
  if (data.hasRecords) return fromRecords({ settings, edition, derogations, data, path, stored });
  if (stored?.file) return fromFile({ settings, edition, derogations, data, path, file: stored.file });
  return { computation: null, problems: [...data.problems, ...(stored?.problems ?? [])] };
}

export interface Computing {
  readonly computation: Computation | null;
  readonly problems: readonly Problem[];
}

/** What both ways start from. */
interface Given {
  readonly settings: Settings;
  readonly edition: Edition;
  readonly derogations: Derogations;
  readonly data: LoadedData;
  readonly path: string;
}

async function fromRecords({
  settings,
  edition,
  derogations,
  data,
  path,
  stored,
}: Given & { readonly stored: FiguresFileReading | null }): Promise<Computing> {
  const calendar = calendarOf(settings, edition);
  const observed = observeOnTime(toDataset(data, settings), calendar.lastObserved);
  const counts = await takeCounts(join(CACHE, 'comptes'), data, observed, calendar);
  const { dataset } = counts;
  const publication = await takePublication(join(CACHE, 'chiffres'), data, settings, edition);
  const published = toPublished(data.references.publies, dataset);
  const demonstration = isDemonstration(edition);
  const book = createBook({
    dataset,
    calendar,
    rules: settings.disclosure,
    published,
    isDemonstration: demonstration,
    recall: publication.recall,
  });
  await Promise.all([counts.keep(), publication.keep()]);
  const derogated = applyDerogations(data.problems, derogations, edition.publishedOn);
  const computation: Computation = {
    settings,
    edition,
    isDemonstration: demonstration,
    data,
    dataset,
    published,
    book,
    observation: profileObservations(dataset, settings.disclosure),
    derogations: derogated.applied,
  };
  // Figures of data that are refused are not worth comparing.
  const compared = data.problems.some(isError) ? null : stored?.file;
  const differences = compared ? await compareWithRecords(path, compared, toFiguresFile(computation)) : [];
  return {
    computation,
    problems: [...(stored?.problems ?? []), ...derogations.problems, ...derogated.problems, ...differences],
  };
}

/** Without records: the figures, and all that is said of the records, are those of the file. */
async function fromFile({
  settings,
  edition,
  derogations,
  data,
  path,
  file,
}: Given & { readonly file: FiguresFile }): Promise<Computing> {
  const dataset = toDataset(data, settings);
  const calendar = calendarOf(settings, edition);
  const published = toPublished(data.references.publies, dataset);
  const demonstration = isDemonstration(edition);
  const computation: Computation = {
    settings,
    edition,
    isDemonstration: demonstration,
    data: { ...data, reports: [...file.records, ...data.reports] },
    dataset,
    published,
    book: createStoredBook(file.figures, file.withheld, {
      dataset,
      calendar,
      published,
      isDemonstration: demonstration,
    }),
    observation: file.observation,
    derogations: file.derogations,
  };
  const faults = await checkAlone(path, file, toFiguresFile(computation), publishedIds(dataset, calendar));
  return { computation, problems: [...derogations.problems, ...data.problems, ...faults] };
}

/** The time of an edition. */
export const calendarOf = (settings: Settings, edition: Edition): Calendar =>
  createCalendar({
    ...settings.plan,
    ...edition,
    provisionalMonths: settings.provisionalMonths,
    observationMonths: settings.observationMonths,
    breaks: settings.breaks,
  });

/** Ids of all figures that the published tables hold. */
const publishedIds = (dataset: Dataset, calendar: Calendar): string[] =>
  INDICATORS.flatMap((indicator) =>
    [...publishedSlices(indicator, dataset.dimensions, calendar)].map((slice) => figureId(indicator.id, slice)),
  );

/** Results of earlier runs on the same inputs; may be removed at any time. */
const CACHE = fileURLToPath(new URL('../../.cache', import.meta.url));

export type Ground =
  | { readonly ok: true; readonly settings: Settings; readonly edition: Edition }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Settings and latest edition: what has to be known before any data is read. */
export async function readGround({ data, content }: Environment): Promise<Ground> {
  const [reading, { edition, problems }] = await Promise.all([
    readYamlFile(join(data, 'reglages.yaml'), settingsSchema(isIndicator)),
    readEdition(content),
  ]);
  if (reading.ok && edition) return { ok: true, settings: reading.value, edition };
  return { ok: false, problems: [...(reading.ok ? [] : reading.problems), ...problems] };
}

/** What the data room has to know of settings and edition. */
export const dataContext = (settings: Settings, edition: Edition): DataContext => ({
  cutOff: edition.cutOff,
  planStart: settings.plan.start,
  referenceYear: settings.plan.referenceYear,
  basins: [...settings.basins, settings.outside].map(({ id }) => id),
  departements: settings.region.departements.map(({ code }) => code),
  ignored: settings.ignoredColumns,
  cache: join(CACHE, 'donnees'),
});
