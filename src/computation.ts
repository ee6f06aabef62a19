import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DataContext, type LoadedData, loadData } from './data/load.ts';
import { type Row, text, textOrNull } from './data/rows.ts';
import { toDataset } from './dataset.ts';
import { type Book, type BookSources, createBook, createStoredBook } from './figures/book.ts';
import { createCalendar } from './figures/calendar.ts';
import { publishedSlices } from './figures/catalogue.ts';
import type { Dataset } from './figures/dataset.ts';
import {
  lastObservableMonth,
  type ObservationProfile,
  observeOnTime,
  profileObservations,
} from './figures/observation.ts';
import type { Precision, Published } from './figures/published.ts';
import { INDICATORS } from './figures/registry.ts';
import { figureId, readSlice, splitSlice } from './figures/slice.ts';
import { checkAlone, compareWithRecords } from './figures-check.ts';
import { figuresFileOf, readFiguresFile, toFiguresFile } from './figures-file.ts';
import type { Problem } from './problem.ts';
import { applyDerogations, type Derogation, readDerogations } from './settings/derogations.ts';
import { type Edition, isDemonstration, readEdition } from './settings/edition.ts';
import type { Environment } from './settings/environment.ts';
import { type Settings, settingsSchema } from './settings/settings.ts';
import { readYamlFile } from './settings/yaml.ts';

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
): Promise<{ readonly computation: Computation | null; readonly problems: readonly Problem[] }> {
  const [ground, derogations] = await Promise.all([readGround(environment), readDerogations(environment.data)]);
  if (!ground.ok) return { computation: null, problems: ground.problems };
  const { settings, edition } = ground;
  const path = figuresFileOf(environment.content, edition);
  const stored = compare ? await readFiguresFile(path) : null;
  const data = await loadData(environment.data, {
    ...dataContext(settings, edition),
    recordsElsewhere: stored !== null,
  });
  if (!data.hasRecords && !stored?.file)
    return { computation: null, problems: [...data.problems, ...(stored?.problems ?? [])] };
  const dataset = observeOnTime(
    toDataset(data, settings),
    lastObservableMonth(edition.cutOff, settings.observationMonths),
  );
  const sources: BookSources = {
    dataset,
    calendar: createCalendar({ ...settings.plan, ...edition, provisionalMonths: settings.provisionalMonths }),
    rules: settings.disclosure,
    published: toPublished(data.references.publies, dataset),
    isDemonstration: isDemonstration(edition),
  };
  const common = { settings, edition, isDemonstration: sources.isDemonstration, dataset, published: sources.published };
  if (stored?.file && !data.hasRecords) {
    const { file } = stored;
    const computation: Computation = {
      ...common,
      data: { ...data, reports: [...file.records, ...data.reports] },
      book: createStoredBook(file.figures, sources),
      observation: file.observation,
      derogations: file.derogations,
    };
    const problems = await checkAlone(path, file, toFiguresFile(computation), publishedIds(sources));
    return { computation, problems: [...derogations.problems, ...data.problems, ...problems] };
  }
  const derogated = applyDerogations(data.problems, derogations, edition.publishedOn);
  const computation: Computation = {
    ...common,
    data,
    book: createBook(sources),
    observation: profileObservations(dataset, settings.disclosure),
    derogations: derogated.applied,
  };
  const problems = [...(stored?.problems ?? []), ...derogations.problems, ...derogated.problems];
  if (!stored?.file) return { computation, problems };
  return {
    computation,
    problems: [...problems, ...(await compareWithRecords(path, stored.file, toFiguresFile(computation)))],
  };
}

/** Ids of all figures that the published tables hold. */
const publishedIds = ({ dataset, calendar }: BookSources): string[] =>
  INDICATORS.flatMap((indicator) =>
    [...publishedSlices(indicator, dataset.dimensions, calendar)].map((slice) => figureId(indicator.id, slice)),
  );

export type Ground =
  | { readonly ok: true; readonly settings: Settings; readonly edition: Edition }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Settings and latest edition: what has to be known before any data is read. */
export async function readGround({ data, content }: Environment): Promise<Ground> {
  const [reading, { edition, problems }] = await Promise.all([
    readYamlFile(join(data, 'reglages.yaml'), settingsSchema),
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
  ignored: settings.ignoredColumns,
  cache: fileURLToPath(new URL('../.cache/donnees', import.meta.url)),
});

/** Rows of `publies.csv`; a row whose indicator or slice is not understood counts as context (and is reported). */
function toPublished(rows: readonly Row[], { dimensions }: Dataset): Published[] {
  return rows.map((row) => {
    const reading = readSlice(splitSlice(textOrNull(row, 'tranche') ?? ''), dimensions);
    return {
      ref: text(row, 'ref'),
      indicator: textOrNull(row, 'indicateur'),
      slice: reading.ok && row.tranche !== null ? reading.slice : null,
      sliceText: textOrNull(row, 'tranche') ?? '',
      value: Number(row.valeur),
      unit: text(row, 'unite'),
      precision: text(row, 'precision') as Precision,
      quotation: text(row, 'citation'),
      source: text(row, 'source'),
      url: text(row, 'url'),
      date: text(row, 'date'),
      explanation: textOrNull(row, 'explication'),
    };
  });
}
