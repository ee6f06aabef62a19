import { typeset } from '../../french/typography.ts';
import type { Chart } from '../chart.ts';
import { withBreaks } from './breaks.ts';
import { cohort } from './cohort.ts';
import { allPlaces, type ChartContext } from './context.ts';
import { entriesByBasin, entriesByMonth, season } from './entries.ts';
import { completionByBasin, exitsAndCompletion } from './exits.ts';
import { outcomes } from './outcomes.ts';
import { ages, firmSizes, sectors } from './publics.ts';
import { inTraining, seasonByBasin, sharesByBasin } from './rhythm.ts';
import { withSigns } from './signs.ts';
import { eventsByMonth, formations, seatsAndEntries } from './supply.ts';

/** The charts an editor can ask for by name; those that take a basin say so. */
export const CHARTS: Readonly<
  Record<string, { readonly build: (context: ChartContext, basin?: string) => Chart; readonly byBasin: boolean }>
> = {
  'entrees-par-mois': { build: entriesByMonth, byBasin: true },
  saison: { build: season, byBasin: false },
  'entrees-par-bassin': { build: entriesByBasin, byBasin: false },
  'places-et-entrees': { build: seatsAndEntries, byBasin: false },
  formations: { build: formations, byBasin: true },
  'actions-par-mois': { build: eventsByMonth, byBasin: false },
  'sorties-et-achevement': { build: exitsAndCompletion, byBasin: false },
  'achevement-par-bassin': { build: completionByBasin, byBasin: false },
  issues: { build: outcomes, byBasin: true },
  tailles: { build: firmSizes, byBasin: false },
  secteurs: { build: sectors, byBasin: false },
  ages: { build: ages, byBasin: false },
  'en-formation': { build: inTraining, byBasin: false },
  'parts-par-bassin': { build: sharesByBasin, byBasin: false },
  'saison-par-bassin': { build: seasonByBasin, byBasin: false },
  cohorte: { build: cohort, byBasin: false },
};

export const CHART_NAMES: readonly string[] = Object.keys(CHARTS);

/** @throws Error for a name that is not in the catalogue: chapters are checked before they are built */
export function buildChart(name: string, context: ChartContext, basin?: string): Chart {
  const chart = CHARTS[name];
  if (!chart) throw new Error(`no chart ${name}`);
  return mapStrings(withSigns(withBreaks(chart.build(context, basin), context.breaks)), typeset);
}

/** Every chart that a page may show: the catalogue, and once more for each place where a chart takes one. */
export const allCharts = (context: ChartContext): readonly Chart[] =>
  Object.entries(CHARTS).flatMap(([name, { byBasin }]) => [
    buildChart(name, context),
    ...(byBasin ? allPlaces(context).map((place) => buildChart(name, context, place.id)) : []),
  ]);

/** Applies French typography to every text of a chart; names and colours have nothing that it changes. */
function mapStrings<Value>(value: Value, change: (text: string) => string): Value {
  if (typeof value === 'string') return change(value) as Value;
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, change)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapStrings(item, change)])) as Value;
}
