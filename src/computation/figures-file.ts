import { join } from 'node:path';
import * as v from 'valibot';
import type { FileReport } from '../data/table.ts';
import { isChange } from '../figures/changes.ts';
import type { BareFigure } from '../figures/compute.ts';
import type { ObservationProfile } from '../figures/observation.ts';
import type { Withheld } from '../figures/publish.ts';
import { INDICATORS } from '../figures/registry.ts';
import { figureId, type Slice } from '../figures/slice.ts';
import type { Problem } from '../problem.ts';
import type { Derogation } from '../settings/derogations.ts';
import type { Edition } from '../settings/edition.ts';
import { whole } from '../settings/shapes.ts';
import { readTextFile, type TextFile } from '../settings/text-file.ts';
import { readYamlFile } from '../settings/yaml.ts';
import type { Computation } from './computation.ts';
import { publishedReports } from './published-reports.ts';

/**
 * The figures file of an edition, `content/<edition>/figures.json`: every figure that may be published, after disclosure
 * control, and all that pages say of the records it came from. With it, a site is built without the records.
 */
export const figuresFileOf = (content: string, { id }: Pick<Edition, 'id'>): string =>
  join(content, id, 'figures.json');

/** What figures hang on beside the records, under the names that stewards know: when it changes, so do the figures. */
const groundSchema = v.strictObject({
  edition: v.string(),
  numero: whole(1, 1000),
  statut: v.string(),
  arrete_au: v.string(),
  publie_le: v.string(),
  debut: v.string(),
  annee_reference: v.number(),
  mois_provisoires: v.number(),
  delai_observation_mois: v.number(),
  effectif_minimal: v.number(),
  denominateur_minimal: v.number(),
  ruptures: v.string(),
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
  /** How many figures are withheld, and why. */
  withheld: v.strictObject({ primary: v.number(), secondary: v.number() }),
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
  readonly withheld: Withheld;
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
  let read: TextFile;
  try {
    read = await readTextFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  const { text, fault } = read;
  if (fault) return { file: null, problems: [fault] };
  const json = parseJson(text);
  if (!json.ok) return { file: null, problems: [notJson(path, json.line)] };
  const parsed = v.safeParse(fileSchema, json.value);
  if (parsed.success) return { file: understand(parsed.output), problems: [] };
  // JSON is YAML: the reader of settings tells the place of what is wrong, and is only asked then.
  const reading = await readYamlFile(path, fileSchema);
  return { file: null, problems: reading.ok ? [] : reading.problems.slice(0, SHOWN) };
}

/** Problems of a file that are listed: one is enough to know that it has to be written again. */
const SHOWN = 20;

function parseJson(
  text: string,
): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly line: number } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const position = Number(/position (\d+)/.exec(String(error))?.[1] ?? text.length);
    return { ok: false, line: text.slice(0, position).split('\n').length };
  }
}

const notJson = (file: string, line: number): Problem => ({
  severity: 'error',
  file,
  line,
  column: 1,
  message: 'JSON illisible',
  expected: 'le fichier que donne npm run publish-figures, entier',
  remedy: 'relancez npm run publish-figures, ou reprenez le fichier',
});

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
      numero: edition.number,
      statut: edition.status,
      arrete_au: edition.cutOff,
      publie_le: edition.publishedOn,
      debut: settings.plan.start,
      annee_reference: settings.plan.referenceYear,
      mois_provisoires: settings.provisionalMonths,
      delai_observation_mois: settings.observationMonths,
      effectif_minimal: settings.disclosure.minimumCount,
      denominateur_minimal: settings.disclosure.minimumDenominator,
      ruptures: settings.breaks.map(({ indicator, month }) => `${indicator} ${month}`).join(', '),
    },
    records: publishedReports(
      data.reports.filter(({ name }) => names.has(name)),
      book,
    ),
    sources: COMPUTED_FROM.flatMap((name) => {
      const report = data.tables[name]?.report;
      return report ? [{ name: report.name, sha256: report.sha256 }] : [];
    }),
    observation,
    withheld: book.withheld,
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
    `"withheld": ${JSON.stringify(head.withheld)}`,
    `"derogations": ${JSON.stringify(head.derogations)}`,
    `"indicators": ${list(indicators)}`,
    `"figures": ${list(figures.values())}`,
  ];
  return `{\n${lines.join(',\n')}\n}\n`;
}
