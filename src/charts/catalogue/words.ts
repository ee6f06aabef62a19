import { type Figure, isKnown } from '../../figures/figure.ts';
import { formatFigure, formatQuantity, STATUS_SIGNS } from '../../figures/format.ts';
import { topOf } from '../../figures/ranking.ts';
import { formatMonth } from '../../french/date.ts';
import { wordsOf } from '../points.ts';
import type { ChartContext } from './context.ts';
import { toMark } from './desk.ts';

/** The value as a table shows it: `p` after a provisional one, « publié » after a published one. */
export const cellText = (figure: Figure): string => wordsOf(toMark(figure));

/** The row that a chart is read by: the first whose figures are all in sight. */
export const readable = <Row>(rows: readonly Row[], figuresOf: (row: Row) => readonly Figure[]): Row | undefined =>
  rows.find((row) => figuresOf(row).every(isKnown));

/** « , le mois le plus haut étant juin 2024 avec 12 entrées », or nothing when no month may be called the highest. */
export function highestMonth(months: readonly (Figure | null)[], context: ChartContext): string {
  const top = topOf(
    months.filter((month) => month !== null),
    context,
  );
  return top ? `, le mois le plus haut étant ${formatMonth(top.slice.mois ?? '')} avec ${formatQuantity(top)}` : '';
}

/** A value as a text alternative says it: « 89,4 % », or why there is none, for a lone « s » is no word. */
export const aloud = (figure: Figure): string => (isKnown(figure) ? formatFigure(figure) : meaningOf(figure));

/** The same with what it counts: « 3 523 entrées ». */
export const aloudQuantity = (figure: Figure): string => (isKnown(figure) ? formatQuantity(figure) : meaningOf(figure));

const meaningOf = ({ status }: Figure): string => STATUS_SIGNS[status as keyof typeof STATUS_SIGNS].meaning;
