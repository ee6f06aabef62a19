import { basename } from 'node:path';
import type { APIRoute } from 'astro';
import type { Chart } from '../../../charts/chart.ts';
import { allCharts } from '../../../components/all-charts.ts';
import { chartToCsv, chartToJson, chartToSvg } from '../../../components/chart-files.ts';
import { chartFiles } from '../../../components/files.ts';
import { currentBilan } from '../../../handover.ts';

const WRITERS: Readonly<Record<'csv' | 'svg' | 'json', (chart: Chart) => string>> = {
  csv: chartToCsv,
  svg: chartToSvg,
  json: chartToJson,
};

export function getStaticPaths() {
  const { edition } = currentBilan();
  return allCharts().flatMap((chart) =>
    Object.entries(chartFiles(chart.name)).map(([kind, path]) => ({
      params: { edition: edition.id, file: basename(path) },
      props: { chart, kind },
    })),
  );
}

export const GET: APIRoute<{ chart: Chart; kind: keyof typeof WRITERS }> = ({ props }) =>
  new Response(WRITERS[props.kind](props.chart));
