import { periodOf } from '../figures/calendar.ts';
import type { Figure } from '../figures/figure.ts';
import { formatQuantity } from '../figures/format.ts';
import { topOf } from '../figures/ranking.ts';
import { formatMonth } from '../french/date.ts';
import { typeset } from '../french/typography.ts';
import type { ChartContext } from './catalogue/context.ts';
import { hatchRectangle } from './hatching.ts';
import { Path } from './svg/path.ts';
import { escapeXml, round } from './svg/text.ts';

/** A drawing without axis: the series itself, with words for who does not see it. */
export interface SmallDrawing {
  readonly width: number;
  readonly height: number;
  readonly markup: string;
  readonly alternative: string;
}

/** Room of the mark over the horizon. */
const HEAD = 28;

/**
 * Every month of entries as one horizon, over the whole period: the ornament of the home page and of the cover. The
 * mark of a demonstration, where one is given, stands inside the drawing.
 */
export function skyline(
  context: ChartContext,
  size: { readonly width: number; readonly height: number },
  mark: string | null = null,
): SmallDrawing {
  const { book, year } = context;
  const { calendar } = book;
  const foot = size.height + (mark === null ? 0 : HEAD);
  const step = size.width / (calendar.years.length * 12);
  const figures = calendar.months.map((mois) => book.figure('entrees', { mois }));
  const most = Math.max(1, ...figures.map((figure) => figure.value ?? 0));
  const columns = figures.map((figure, index): Column => {
    const height = ((figure.value ?? 0) / most) * (size.height - 2);
    return { month: figure.slice.mois ?? '', x: index * step, y: foot - height, width: step * 0.78, height };
  });
  const blocks = calendar.years.map((annee) => {
    const own = columns.filter(({ month }) => month.startsWith(String(annee)));
    const complete = periodOf({ annee }, calendar)?.complete ?? false;
    if (!complete) return `<path fill="none" stroke="var(--ink)" stroke-width="1.1" d="${hatchings(own)}"/>`;
    return `<path fill="var(--${annee === year ? 'ink' : 'rule'})" d="${outlines(own)}"/>`;
  });
  const base = `<path d="M0 ${foot + 0.5}H${size.width}" stroke="var(--ink)"/>`;
  const said = mark === null ? '' : `<text class="mark" y="16" font-weight="600">${escapeXml(mark)}</text>`;
  const peak = topOf(
    figures.filter(({ status }) => status !== 'provisoire'),
    context,
  );
  const highest = peak
    ? ` ; le plus haut, hors mois provisoires, est ${formatMonth(peak.slice.mois ?? '')}, ${formatQuantity(peak)}`
    : '';
  return {
    width: size.width,
    height: foot + 1,
    markup: said + blocks.join('') + base,
    alternative: typeset(
      `Entrées en formation par mois, de ${formatMonth(calendar.months[0] ?? '')} à ${formatMonth(calendar.months.at(-1) ?? '')}, une colonne par mois${highest}.`,
    ),
  };
}

interface Column {
  readonly month: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function outlines(columns: readonly Column[]): string {
  const path = new Path();
  for (const { x, y, width, height } of columns) path.rect(x, y, width, height);
  return path.toString();
}

function hatchings(columns: readonly Column[]): string {
  const path = new Path();
  for (const { x, y, width, height } of columns)
    for (const { x1, y1, x2, y2 } of hatchRectangle(x, y, width, height)) {
      path.moveTo(x1, y1);
      path.lineTo(x2, y2);
    }
  return path.toString();
}

const SPARK = { width: 132, height: 34 } as const;
const MARK_ROOM = 14;
/** The demonstration mark of a drawing that has no room for a sentence: the rule, and one word. */
const SMALL_MARK = `<g class="small-mark"><path stroke="var(--minium)" stroke-width="1.5" d="M3 ${SPARK.height + 7.5}H19"/><text x="24" y="${SPARK.height + 11}">simulé</text></g>`;

/**
 * A line of months, or of years, without axis or number; the year of the edition ends on a dot, provisional stretches
 * are dashed, and the line is open where the series breaks. Simulated values say so inside the drawing. Nothing where
 * fewer than two values are known.
 */
export function sparkline(
  figures: readonly Figure[],
  { year, breaks }: Pick<ChartContext, 'year' | 'breaks'>,
  colour = 'var(--ink)',
): string {
  const known = figures.map((figure, index) => ({ figure, index })).filter(({ figure }) => figure.value !== null);
  if (known.length < 2) return '';
  const values = known.map(({ figure }) => figure.value ?? 0);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const points = known.map(({ figure, index }) => ({
    x: 3 + (index / Math.max(1, figures.length - 1)) * (SPARK.width - 6),
    y: 4 + (1 - ((figure.value ?? 0) - least) / (most - least || 1)) * (SPARK.height - 10),
    provisional: figure.status === 'provisoire',
    month: figure.slice.mois ?? String(figure.slice.annee),
    opens: breaks.some(
      ({ indicator, month }) =>
        indicator === figure.indicator && month.startsWith(figure.slice.mois ?? String(figure.slice.annee)),
    ),
  }));
  const line = (list: typeof points): string => {
    const path = new Path();
    for (const { x, y, opens } of list) {
      if (opens) path.moveTo(x, y);
      else path.lineTo(x, y);
    }
    return path.toString();
  };
  const settled = points.filter(({ provisional }) => !provisional);
  const dashed = points.filter(({ provisional }, index) => provisional || points[index + 1]?.provisional);
  const dot = points.findLast(({ month }) => month.startsWith(String(year)));
  const simulated = figures.some(({ origin }) => origin === 'simule');
  const height = SPARK.height + (simulated ? MARK_ROOM : 0);
  return [
    `<svg class="spark" viewBox="0 0 ${SPARK.width} ${height}" width="${SPARK.width}" height="${height}" aria-hidden="true">`,
    `<path fill="none" stroke="${colour}" stroke-width="1.75" stroke-linejoin="round" d="${line(settled)}"/>`,
    dashed.length > 1
      ? `<path fill="none" stroke="${colour}" stroke-width="1.75" stroke-dasharray="4 3" d="${line(dashed)}"/>`
      : '',
    simulated ? SMALL_MARK : '',
    dot ? `<circle cx="${round(dot.x)}" cy="${round(dot.y)}" r="3" fill="${colour}"/>` : '',
    '</svg>',
  ].join('');
}
