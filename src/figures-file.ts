import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Computation } from './computation.ts';
import type { FileReport } from './data/table.ts';
import { isChange } from './figures/changes.ts';
import type { BareFigure } from './figures/compute.ts';
import type { ObservationProfile } from './figures/observation.ts';
import { INDICATORS } from './figures/registry.ts';
import { figureId, type Slice } from './figures/slice.ts';
import type { Problem } from './problem.ts';
import type { Derogation } from './settings/derogations.ts';
import type { Edition } from './settings/edition.ts';
import { whole } from './settings/shapes.ts';
import { readYamlFile } from './settings/yaml.ts';

/**
 * The figures file of an edition, `content/<edition>/figures.json`: every figure that may be published, after disclosure
 * control, and all that pages say of the records it came from. With it, a site is built without the records.
 */
export const figuresFileOf = (content: string, { id }: Pick<Edition, 'id'>): string =>
  join(content, id, 'figures.json');

/** What figures are computed from beside the records: when it changes, the figures of a file are no longer those. */
const groundSchema = v.strictObject({
  edition: v.string(),
  editionNumber: whole(1, 1000),
  editionStatus: v.string(),
  cutOff: v.string(),
  publishedOn: v.string(),
  planStart: v.string(),
  referenceYear: v.number(),
  provisionalMonths: v.number(),
  observationMonths: v.number(),
  minimumCount: v.number(),
  minimumDenominator: v.number(),
});
export type FiguresGround = v.InferOutput<typeof groundSchema>;

const figureSchema = v.strictObject({
  id: v.string(),
  indicator: v.string(),
  slice: v.record(v.string(), v.union([v.string(), v.number()])),
  value: v.nullable(v.number()),
  unit: v.string(),
  numerator: v.nullable(v.number()),
  denominator: v.nullable(v.number()),
  status: v.picklist(['definitif', 'provisoire', 'secret', 'indisponible', 'sans-objet']),
  period: v.string(),
});

const fileSchema = v.strictObject({
  format: v.literal(1),
  ground: groundSchema,
  /** Files of records, never their contents; then the other files that figures are computed from. */
  records: v.array(v.record(v.string(), v.unknown())),
  sources: v.array(v.strictObject({ name: v.string(), sha256: v.string() })),
  observation: v.strictObject({
    months: v.nullable(v.tuple([v.number(), v.number()])),
    sources: v.array(v.strictObject({ id: v.string(), share: v.nullable(v.number()) })),
  }),
  derogations: v.array(v.strictObject({ rule: v.string(), reason: v.string(), who: v.string(), until: v.string() })),
  indicators: v.array(v.record(v.string(), v.string())),
  figures: v.array(figureSchema),
});

/** The file, read and understood. */
export interface FiguresFile {
  readonly ground: FiguresGround;
  readonly records: readonly FileReport[];
  readonly sources: readonly { readonly name: string; readonly sha256: string }[];
  readonly observation: ObservationProfile;
  readonly derogations: readonly Derogation[];
  readonly indicators: readonly Definition[];
  readonly figures: ReadonlyMap<string, BareFigure>;
}

type Definition = Readonly<Record<string, string>>;

export type FiguresFileReading =
  | { readonly file: FiguresFile; readonly problems: readonly [] }
  | { readonly file: null; readonly problems: readonly Problem[] };

/** Reads a figures file; `null` when there is none. A file that is not one gets problems with their places. */
export async function readFiguresFile(path: string): Promise<FiguresFileReading | null> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  const parsed = v.safeParse(fileSchema, parseJson(text));
  if (parsed.success) return { file: understand(parsed.output), problems: [] };
  // JSON is YAML: the reader of settings tells the place of what is wrong, and is only asked then.
  const reading = await readYamlFile(path, fileSchema);
  return { file: null, problems: reading.ok ? [] : reading.problems.slice(0, 20) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const understand = (file: v.InferOutput<typeof fileSchema>): FiguresFile => ({
  ...file,
  records: file.records as unknown as FileReport[],
  derogations: file.derogations as Derogation[],
  figures: new Map(
    file.figures.map((figure) => {
      const bare = { ...figure, slice: figure.slice as Slice };
      return [figureId(bare.indicator, bare.slice), bare];
    }),
  ),
});

/** The part of a computation that its figures file holds. */
export function toFiguresFile({ settings, edition, data, book, observation, derogations }: Computation): FiguresFile {
  const names = new Set(data.entries.map(({ report }) => report.name));
  return {
    ground: {
      edition: edition.id,
      editionNumber: edition.number,
      editionStatus: edition.status,
      cutOff: edition.cutOff,
      publishedOn: edition.publishedOn,
      planStart: settings.plan.start,
      referenceYear: settings.plan.referenceYear,
      provisionalMonths: settings.provisionalMonths,
      observationMonths: settings.observationMonths,
      minimumCount: settings.disclosure.minimumCount,
      minimumDenominator: settings.disclosure.minimumDenominator,
    },
    records: data.reports.filter(({ name }) => names.has(name)),
    sources: COMPUTED_FROM.flatMap((name) => {
      const report = data.tables[name]?.report;
      return report ? [{ name: report.name, sha256: report.sha256 }] : [];
    }),
    observation,
    derogations,
    indicators: definitions(),
    figures: new Map([...book.published].map(([id, { origin: _, ...figure }]) => [id, figure])),
  };
}

/** Files beside the records that change a figure; the others only change texts. */
const COMPUTED_FROM = ['formations', 'places', 'attractivite', 'communes'] as const;

const definitions = (): Definition[] =>
  INDICATORS.filter((indicator) => !isChange(indicator)).map(
    ({ id, label, definition, numerator, denominator, scope, observation, source, limits }) => ({
      id,
      label,
      definition,
      numerator,
      denominator,
      scope,
      observation,
      source,
      limits,
    }),
  );

/** The text of the file: a line a figure, so that two versions can be read side by side. */
export function formatFiguresFile({ figures, indicators, records, sources, ...head }: FiguresFile): string {
  const list = (items: Iterable<unknown>): string =>
    `[\n${[...items].map((item) => JSON.stringify(item)).join(',\n')}\n]`;
  const lines = [
    '"format": 1',
    `"ground": ${JSON.stringify(head.ground)}`,
    `"records": ${list(records)}`,
    `"sources": ${list(sources)}`,
    `"observation": ${JSON.stringify(head.observation)}`,
    `"derogations": ${JSON.stringify(head.derogations)}`,
    `"indicators": ${list(indicators)}`,
    `"figures": ${list(figures.values())}`,
  ];
  return `{\n${lines.join(',\n')}\n}\n`;
}
