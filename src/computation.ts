import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { takeCounts } from './counts.ts';
import { type DataContext, type LoadedData, loadData } from './data/load.ts';
import { type Row, text, textOrNull } from './data/rows.ts';
import { toDataset } from './dataset.ts';
import { type Book, createBook } from './figures/book.ts';
import { createCalendar } from './figures/calendar.ts';
import type { Dataset } from './figures/dataset.ts';
import {
  lastObservableMonth,
  type ObservationProfile,
  observeOnTime,
  profileObservations,
} from './figures/observation.ts';
import type { Precision, Published } from './figures/published.ts';
import { readSlice, splitSlice } from './figures/slice.ts';
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
 * Reads the settings, the latest edition and the data, and computes every figure. Problems are gathered, not thrown;
 * without usable settings or edition there is nothing to compute.
 */
export async function computeFigures(
  environment: Environment,
): Promise<{ readonly computation: Computation | null; readonly problems: readonly Problem[] }> {
  const [ground, derogations] = await Promise.all([readGround(environment), readDerogations(environment.data)]);
  if (!ground.ok) return { computation: null, problems: ground.problems };
  const { settings, edition } = ground;
  const data = await loadData(environment.data, dataContext(settings, edition));
  const calendar = createCalendar({ ...settings.plan, ...edition, provisionalMonths: settings.provisionalMonths });
  const lastObserved = lastObservableMonth(edition.cutOff, settings.observationMonths);
  const observed = observeOnTime(toDataset(data, settings), lastObserved);
  const counts = await takeCounts(join(CACHE, 'comptes'), data, observed, { calendar, lastObserved });
  const { dataset } = counts;
  const published = toPublished(data.references.publies, dataset);
  const book = createBook({
    dataset,
    calendar,
    rules: settings.disclosure,
    published,
    isDemonstration: isDemonstration(edition),
  });
  await counts.keep();
  const derogated = applyDerogations(data.problems, derogations, edition.publishedOn);
  const computation = {
    settings,
    edition,
    isDemonstration: isDemonstration(edition),
    data,
    dataset,
    published,
    book,
    observation: profileObservations(dataset, settings.disclosure),
    derogations: derogated.applied,
  };
  return { computation, problems: [...derogations.problems, ...derogated.problems] };
}

/** Results of earlier runs on the same inputs; may be removed at any time. */
const CACHE = fileURLToPath(new URL('../.cache', import.meta.url));

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
  cache: join(CACHE, 'donnees'),
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
