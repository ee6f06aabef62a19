import type { Figure } from '../../figures/figure.ts';
import { formatFigure, indicatorOf } from '../../figures/format.ts';
import type { Slice } from '../../figures/slice.ts';
import type { Mark } from '../chart.ts';
import type { ChartContext } from './context.ts';

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
