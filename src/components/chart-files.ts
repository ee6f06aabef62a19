import type { Chart } from '../charts/chart.ts';
import { pointsOf } from '../charts/points.ts';
import { renderChart } from '../charts/render.ts';
import { escapeXml } from '../charts/svg/text.ts';
import { toCsv } from '../export.ts';
import { currentBilan } from '../handover.ts';
import tokens from '../styles/tokens.css?raw';
import { placeStyles } from './colours.ts';

const CSV_HEADER = ['serie', 'point', 'valeur', 'unite', 'affichage', 'statut', 'origine', 'chiffre'];

/** What is drawn, figure by figure: no more, no less. A point without value keeps the reason in its status. */
export const chartToCsv = (chart: Chart): string =>
  toCsv([
    CSV_HEADER,
    ...pointsOf(chart).map(({ series, name, mark }) => [
      series,
      name,
      mark.value,
      mark.unit,
      mark.text,
      mark.status,
      mark.origin,
      mark.id,
    ]),
  ]);

/** The description the browser draws from; the mark says whether it may be quoted. */
export function chartToJson(chart: Chart): string {
  const { edition } = currentBilan();
  return `${JSON.stringify({ edition: edition.id, editionStatus: edition.status, chart })}\n`;
}

/** The light colours of the page, so that a drawing taken away keeps them. */
function lightColours(): string {
  const root = /:root \{([\s\S]*?)\n\}/.exec(tokens)?.[1] ?? '';
  return [...root.matchAll(/--[\w-]+: #[0-9a-f]{6};/g)].map(([rule]) => rule).join('');
}

/** A drawing that stands alone: its own colours and font, its title and its source inside. */
export function chartToSvg(chart: Chart): string {
  const { settings, measure } = currentBilan();
  const { width, height, markup } = renderChart(chart, false, measure);
  const style = `:root{${lightColours()}}${placeStyles(settings)}svg{font:13.5px "Bilan Sans","Archivo Narrow","Arial Narrow",Arial,sans-serif;fill:var(--ink)}`;
  const foot = `<text x="0" y="${height + 22}" font-size="11">${escapeXml(`${chart.subtitle}. Source : ${chart.source}`)}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height + 30}" width="${width}" height="${height + 30}" role="img"><title>${escapeXml(chart.subtitle)}</title><desc>${escapeXml(chart.alternative)}</desc><style>${style}</style><rect width="${width}" height="${height + 30}" fill="var(--paper)"/>${markup}${foot}</svg>\n`;
}
