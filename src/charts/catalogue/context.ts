import type { Book } from '../../figures/book.ts';
import type { DeclaredBreak } from '../../figures/breaks.ts';
import { type Figure, isKnown } from '../../figures/figure.ts';
import { formatFigure, formatQuantity, indicatorOf } from '../../figures/format.ts';
import { topOf } from '../../figures/ranking.ts';
import type { Slice } from '../../figures/slice.ts';
import { formatMonth } from '../../french/date.ts';
import type { Mark } from '../chart.ts';
import { wordsOf } from '../points.ts';

export interface PlaceName {
  readonly id: string;
  readonly name: string;
  readonly fullName: string;
  /** « dans le bassin de Lens ». */
  readonly within: string;
}

/** What charts, tables and the map need to know of the edition. */
export interface ChartContext {
  readonly book: Book;
  readonly year: number;
  readonly basins: readonly PlaceName[];
  readonly outside: PlaceName;
  readonly allBasins: PlaceName;
  readonly region: string;
  readonly isDemonstration: boolean;
  readonly breaks: readonly DeclaredBreak[];
  /** How situations after an exit were observed, in a sentence. */
  readonly observation: string;
  /** Who published the values marked « publié ». */
  readonly publishedSource: string;
}

export const DEMONSTRATION_MARK = 'Démonstration. Chiffres simulés, sauf ceux marqués «\u00A0publié\u00A0».';

/** Asks for figures and remembers them: what a chart shows decides its source line. */
export class Desk {
  readonly #used: Figure[] = [];
  readonly #context: ChartContext;

  constructor(context: ChartContext) {
    this.#context = context;
  }

  figure(indicator: string, slice: Slice): Figure {
    const figure = this.#context.book.figure(indicator, slice);
    this.#used.push(figure);
    return figure;
  }

  mark(indicator: string, slice: Slice): Mark {
    return toMark(this.figure(indicator, slice));
  }

  /** Source line, and the demonstration mark when it is one. */
  credits(): { source: string; mark: string | null } {
    const { isDemonstration, publishedSource } = this.#context;
    const sources = new Set(this.#used.map((figure) => indicatorOf(figure).source.replace(/\.$/, '')));
    const own = isDemonstration ? 'Jeu de démonstration' : [...sources].join('\u202F; ');
    const published = this.#used.some((figure) => figure.origin === 'publie');
    return {
      source: published
        ? `${own}\u202F; ${publishedSource}, pour les valeurs marquées «\u00A0publié\u00A0».`
        : `${own}.`,
      mark: isDemonstration ? DEMONSTRATION_MARK : null,
    };
  }
}

export const toMark = (figure: Figure): Mark => ({
  id: figure.id,
  value: figure.value,
  unit: figure.unit,
  status: figure.status,
  origin: figure.origin,
  text: formatFigure(figure),
});

/** The value as a table shows it: `p` after a provisional one, « publié » after a published one. */
export const cellText = (figure: Figure): string => wordsOf(toMark(figure));

/** The row that a chart is read by: the first whose figures are all in sight. */
export const readable = <Row>(rows: readonly Row[], figuresOf: (row: Row) => readonly Figure[]): Row | undefined =>
  rows.find((row) => figuresOf(row).every(isKnown));

/** « , le plus haut mois étant juin 2024 avec 12 entrées », or nothing when no month may be called the highest. */
export function highestMonth(months: readonly (Figure | null)[], context: ChartContext): string {
  const top = topOf(
    months.filter((month) => month !== null),
    context,
  );
  return top ? `, le plus haut mois étant ${formatMonth(top.slice.mois ?? '')} avec ${formatQuantity(top)}` : '';
}

/** Every basin, then the rest of the region: nobody is left out of a chart by basin. */
export const allPlaces = (context: ChartContext): readonly PlaceName[] => [...context.basins, context.outside];

export const placeColour = (place: Pick<PlaceName, 'id'>): string => `bassin-${place.id}`;

/** The name of a slice of place in a subtitle; the region when there is none. */
export function placeOf(context: ChartContext, basin: string | undefined): PlaceName | null {
  if (basin === undefined) return null;
  return [...allPlaces(context), context.allBasins].find((place) => place.id === basin) ?? null;
}
