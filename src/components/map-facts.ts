import type { Book } from '../figures/book.ts';
import { isChange } from '../figures/changes.ts';
import { type Figure, isKnown } from '../figures/figure.ts';
import { formatFigure, formatQuantity, formatTerms, indicatorOf, STATUS_SIGNS } from '../figures/format.ts';
import type { Slice } from '../figures/slice.ts';
import { NBSP } from '../french/number.ts';

/** One column of a map's table, and the words of the map for the same value. */
export interface MapFact {
  readonly column: string;
  readonly figure: Figure;
  /** « 27,5 % de la région ». */
  readonly words: string;
}

export type MapYear = number | 'cumul';

/**
 * What a map of an indicator tells of one place: its value, then what sets it in proportion, when a published table
 * holds it: share and change of a count, terms and change of a rate, the two whole years of a change.
 */
export function mapFacts(book: Book, indicator: string, year: MapYear, place: string): readonly MapFact[] {
  const published = (id: string, annee: MapYear): Figure | null => {
    const slice: Slice = { annee, bassin: place };
    const answer = book.askPublished(id, Object.entries(slice));
    return answer.ok ? answer.figure : null;
  };
  const value = book.figure(indicator, { annee: year, bassin: place });
  const { label } = indicatorOf(value);
  const changes = isChange(indicatorOf(value)) && typeof year === 'number';
  const since = year === 'cumul' ? 'depuis le début du plan' : `en ${year}`;
  const when = changes ? `entre ${year - 1} et ${year}` : since;
  const column = `${label}, ${when.replace(/^(en|entre) /, '')}`;
  const facts: (MapFact | null)[] = [{ column, figure: value, words: `${said(value)} ${when}` }];
  if (changes) {
    const of = indicator.replace(/_evolution(_taux)?$/, '');
    facts.push(...[year - 1, year].map((annee) => fact(published(of, annee), `${annee}`, `en${NBSP}${annee}`)));
  } else {
    if (indicator === 'entrees') facts.push(fact(published('part_entrees', year), 'Part de la région', 'de la région'));
    if (indicator === 'part_entrees') facts.push(fact(published('entrees', year), 'Entrées', ''));
    const change = published(`${indicator}_evolution_taux`, year) ?? published(`${indicator}_evolution`, year);
    if (typeof year === 'number' && change && change.status !== 'sans-objet')
      facts.push(fact(change, `Évolution ${year - 1}-${year}`, 'en un an'));
  }
  return facts.filter((item) => item !== null);
}

const fact = (figure: Figure | null, column: string, tail: string): MapFact | null =>
  figure && { column, figure, words: `${said(figure)} ${tail}`.trim() };

/** A value in words: its noun, or its terms, and whether it may change; its sign and why, when there is none. */
function said(figure: Figure): string {
  if (!isKnown(figure)) {
    const { sign, meaning } = STATUS_SIGNS[figure.status as keyof typeof STATUS_SIGNS];
    return `${sign} (${meaning})`;
  }
  const terms = indicatorOf(figure).kind === 'rate' ? formatTerms(figure) : null;
  const isShare = figure.indicator === 'part_entrees' || isChange(indicatorOf(figure));
  const text = terms && !isShare ? `${formatFigure(figure)} (${terms})` : formatQuantity(figure);
  return figure.status === 'provisoire' ? `${text} (provisoire)` : text;
}
