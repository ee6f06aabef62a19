import { allPlaces } from '../charts/catalogue/context.ts';
import { buildChart, CHARTS } from '../charts/catalogue/index.ts';
import type { Chart } from '../charts/chart.ts';
import { currentBilan } from '../handover.ts';

/** Every chart that a page may show: the catalogue, and once more for each basin where a chart takes one. */
export function allCharts(): Chart[] {
  const { charts } = currentBilan();
  return Object.entries(CHARTS).flatMap(([name, { byBasin }]) => [
    buildChart(name, charts),
    ...(byBasin ? allPlaces(charts).map((place) => buildChart(name, charts, place.id)) : []),
  ]);
}
