import type { Bilan } from '../../bilan.ts';
import { isChange } from '../../figures/changes.ts';
import type { Figure } from '../../figures/figure.ts';
import { formatFigure, formatTerms, indicatorOf } from '../../figures/format.ts';
import { figureIdOf, formatPublished, type Published } from '../../figures/published.ts';
import { sliceInWords } from '../../figures/slice.ts';
import { formatDate, formatDay, formatPeriod } from '../../french/date.ts';
import { formatInteger, NBSP } from '../../french/number.ts';
import { typeset } from '../../french/typography.ts';

/** A line of a note: what it is about, and what it says. */
export type NoteLine = readonly [label: string, text: string];

/** What a note says of one number. */
export interface FigureNote {
  readonly title: string;
  /** « 3 002 ÷ 3 358 = 89,4 % », for a rate whose terms can be shown. */
  readonly formula: string;
  readonly lines: readonly NoteLine[];
  /** Key of what is common to all figures of an indicator; empty for a published number. */
  readonly indicator: string;
  /** Address of the source of a published number. */
  readonly url: string;
}

/** What a note says of an indicator: written once, shared by its figures. */
export interface IndicatorNote {
  readonly definition: string;
  readonly lines: readonly NoteLine[];
  /** Address of the definition on the methodology page. */
  readonly method: string;
}

/** Every note of an edition: fetched by a page only when one is asked for. */
export interface NoteBook {
  readonly edition: string;
  readonly editionStatus: string;
  readonly indicators: Readonly<Record<string, IndicatorNote>>;
  readonly figures: Readonly<Record<string, FigureNote>>;
  readonly published: Readonly<Record<string, FigureNote>>;
}

type Sources = Pick<Bilan, 'book' | 'chapters' | 'home' | 'published' | 'edition'>;

/** The notes of all figures that the texts of an edition name; `methodOf` gives the address of a definition. */
export function createNoteBook(bilan: Sources, methodOf: (indicator: string) => string): NoteBook {
  const { chapters, home, published, edition } = bilan;
  const figures = new Map(
    [...chapters, ...(home ? [home] : [])]
      .flatMap(({ reading }) => reading.figures)
      .map((figure) => [figure.id, figure]),
  );
  const indicators = new Set([...figures.values()].map(({ indicator }) => indicator));
  return {
    edition: edition.id,
    editionStatus: edition.status,
    indicators: Object.fromEntries([...indicators].toSorted().map((id) => [id, indicatorNote(id, methodOf)])),
    figures: Object.fromEntries(
      [...figures].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([id, figure]) => [id, figureNote(figure, bilan)]),
    ),
    published: Object.fromEntries(published.map((row) => [row.ref, publishedNote(row)])),
  };
}

function indicatorNote(id: string, methodOf: (indicator: string) => string): IndicatorNote {
  const indicator = indicatorOf({ indicator: id });
  const { definition, numerator, denominator, scope, source } = indicator;
  return {
    definition: typeset(definition),
    lines: lines(
      ['Numérateur', denominator && numerator],
      ['Dénominateur', denominator],
      ['Champ', scope],
      ['Source', source],
    ),
    method: methodOf(isChange(indicator) ? indicator.change.of.id : id),
  };
}

const ORIGINS = { calcule: 'calculé', simule: 'simulé pour la démonstration', publie: 'publié' } as const;

function figureNote(figure: Figure, { book, published, edition }: Sources): FigureNote {
  const { label } = indicatorOf(figure);
  const row = published.find((candidate) => figureIdOf(candidate) === figure.id && candidate.precision === 'exact');
  const origin =
    figure.origin === 'publie' && row ? `publié\u00A0: ${row.source}, ${formatDate(row.date)}` : ORIGINS[figure.origin];
  return {
    title: typeset(`${label}, ${sliceInWords(figure.slice, book.dimensions)}`),
    formula: formulaOf(figure),
    lines: lines(
      ['Période', formatPeriod(figure.period)],
      ['Arrêté au', formatDay(edition.cutOff)],
      ['Statut', figure.status === 'provisoire' ? 'provisoire' : 'définitif'],
      ['Origine', origin],
    ),
    indicator: figure.indicator,
    url: '',
  };
}

function formulaOf(figure: Figure): string {
  if (formatTerms(figure) === null) return '';
  return `${formatInteger(figure.numerator ?? 0)} ÷ ${formatInteger(figure.denominator ?? 0)} = ${formatFigure(figure)}`;
}

function publishedNote(row: Published): FigureNote {
  return {
    title: `${formatPublished(row)}${/[%€]|fois/.test(row.unit) ? '' : `${NBSP}${row.unit}`}`,
    formula: '',
    lines: lines(
      ['Citation', `«\u00A0${row.quotation}\u00A0»`],
      ['Source', row.source],
      ['Date', formatDate(row.date)],
      ['Remarque', row.explanation ?? ''],
    ),
    indicator: '',
    url: row.url,
  };
}

/** Lines that say something, typeset. */
const lines = (...all: readonly NoteLine[]): NoteLine[] =>
  all.filter(([, text]) => text !== '').map(([label, text]) => [label, typeset(text)]);
