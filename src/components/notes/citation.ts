import type { Bilan } from '../../bilan.ts';
import type { Figure } from '../../figures/figure.ts';
import { formatQuantity, indicatorOf } from '../../figures/format.ts';
import { formatPublished, type Published } from '../../figures/published.ts';
import { sliceInWords } from '../../figures/slice.ts';
import { formatDate, formatDay, formatPeriod } from '../../french/date.ts';
import { typeset } from '../../french/typography.ts';

type Sources = Pick<Bilan, 'book' | 'edition' | 'settings' | 'isDemonstration'>;

/** How a computed figure is quoted; `null` while it is simulated, since nothing simulated is quoted. */
export function citeFigure(figure: Figure, address: string, { book, edition, settings }: Sources): string | null {
  if (figure.value === null || figure.origin === 'simule') return null;
  const { label, scope, source } = indicatorOf(figure);
  return (
    typeset(
      `${label}, ${sliceInWords(figure.slice, book.dimensions)} : ${formatQuantity(figure)}, ${formatPeriod(figure.period)}. Champ : ${scope} Source : ${source} ${settings.plan.name}, ${edition.title}, données arrêtées au ${formatDay(edition.cutOff)}, `,
    ) + address
  );
}

/** How a figure published elsewhere is quoted: from where it was published. */
export function citePublished(row: Published, period: string, address: string, { edition }: Sources): string {
  const value = `${formatPublished(row)}${/[%€]|fois/.test(row.unit) ? '' : ` ${row.unit}`}`;
  const when = period ? `, ${period}` : '';
  const scope = row.indicator ? `Champ : ${indicatorOf({ indicator: row.indicator }).scope} ` : '';
  return `${typeset(`${value}${when}. « ${row.quotation} ». ${scope}Source : ${row.source}, ${formatDate(row.date)}, `)}${row.url}${typeset(`. Cité dans ${edition.title}, arrêté au ${formatDay(edition.cutOff)}, `)}${address}`;
}
