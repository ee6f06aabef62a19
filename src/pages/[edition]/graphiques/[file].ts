import { basename } from 'node:path';
import type { APIRoute } from 'astro';
import { allCharts } from '../../../charts/catalogue/index.ts';
import type { Chart } from '../../../charts/chart.ts';

import { chartToCsv, chartToJson, chartToSvg } from '../../../components/chart-files.ts';
import { chartFiles } from '../../../components/files.ts';
import { currentBilan } from '../../../handover.ts';

/** Pictures in points are made from the SVG files, by the browser, when every page is there. */
type Kind = 'csv' | 'svg' | 'json';
const WRITERS: Readonly<Record<Kind, (chart: Chart) => string>> = {
  csv: chartToCsv,
  svg: chartToSvg,
  json: chartToJson,
};

export function getStaticPaths() {
  const { edition, charts } = currentBilan();
  return allCharts(charts).flatMap((chart) =>
    Object.keys(WRITERS).map((kind) => ({
      params: { edition: edition.id, file: basename(chartFiles(chart.name)[kind as Kind]) },
      props: { chart, kind },
    })),
  );
}

export const GET: APIRoute<{ chart: Chart; kind: Kind }> = ({ props }) =>
  new Response(WRITERS[props.kind](props.chart));
