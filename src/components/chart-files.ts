import type { Bilan } from '../bilan.ts';
import type { Chart } from '../charts/chart.ts';
import { pointsOf } from '../charts/points.ts';
import { standaloneSvg } from '../charts/standalone.ts';
import { toCsv } from '../export.ts';
import { formatDay } from '../french/date.ts';
import { typeset } from '../french/typography.ts';
import { currentBilan } from '../handover.ts';
import { anchorOf } from '../narrative/exhibits.ts';
import tokens from '../styles/tokens.css?raw';

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
function lightColours({ basins, outside }: Bilan['settings']): ReadonlyMap<string, string> {
  const root = /:root \{([\s\S]*?)\n\}/.exec(tokens)?.[1] ?? '';
  return new Map([
    ...[...root.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value] as const),
    ...[...basins, outside].map(({ id, light }) => [`bassin-${id}`, light] as const),
  ]);
}

/** A drawing that stands alone: its colours, its title, where it comes from. */
export function chartToSvg(chart: Chart): string {
  const { settings, edition, exhibits, measure } = currentBilan();
  const title = exhibits.get(anchorOf({ kind: 'graphique', key: chart.name }))?.title;
  return standaloneSvg(
    chart,
    {
      title: title === undefined ? null : typeset(title),
      colours: lightColours(settings),
      credit: typeset(
        `${edition.title}, ${settings.plan.name}, ${settings.region.name}. Données arrêtées au ${formatDay(edition.cutOff)}.`,
      ),
    },
    measure,
  );
}
