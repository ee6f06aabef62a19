import type { DeclaredBreak } from '../../figures/breaks.ts';
import { formatMonth, type Month } from '../../french/date.ts';
import type { Chart, Mark, SeriesBreak } from '../chart.ts';
import { pointsOf } from '../points.ts';

/**
 * The chart with the declared breaks of what it draws: marked where it has a time, and said in its note and in the
 * words that stand for it. A break before its first point, or after its last, is none of its own.
 */
export function withBreaks<Kind extends Chart>(chart: Kind, declared: readonly DeclaredBreak[]): Kind {
  const own = declared.filter((one) => crosses(chart, one)).toSorted((a, b) => (a.month < b.month ? -1 : 1));
  if (own.length === 0) return chart;
  // One event may break several indicators: it is told once.
  const sentences = own.map(({ month, label }) => `Rupture de série en ${formatMonth(month)} : ${label}.`);
  const words = [...new Set(sentences)].join(' ');
  return {
    ...own.reduce<Chart>(markBreak, chart),
    note: [chart.note, words].filter(Boolean).join(' '),
    alternative: `${chart.alternative} ${words}`,
  } as Kind;
}

/** Whether a chart draws a figure of this indicator before the break, and one that it reaches. */
function crosses(chart: Chart, { indicator, month }: DeclaredBreak): boolean {
  const spans = pointsOf(chart).flatMap(({ mark }) => (indicatorOf(mark) === indicator ? [spanOf(mark)] : []));
  return spans.some(([first]) => first < month) && spans.some(([, last]) => last >= month);
}

function markBreak(chart: Chart, declared: DeclaredBreak): Chart {
  const { label } = declared;
  switch (chart.kind) {
    case 'months':
      return { ...chart, breaks: [...chart.breaks, ...breaksIn(chart.blocks, ({ months }) => months, declared)] };
    case 'season':
    case 'lines':
      return { ...chart, breaks: [...chart.breaks, ...breaksIn(chart.lines, ({ marks }) => marks, declared)] };
    case 'multiples': {
      const years = chart.places.slice(0, 1).flatMap(({ after, before }) => [after, before]);
      return { ...chart, breaks: [...chart.breaks, ...breaksIn(years, (marks) => marks, declared)] };
    }
    case 'columns': {
      // Columns of all series stand side by side: one upright parts them all.
      const [first] = breaksIn(chart.series, ({ marks }) => marks, declared).filter(({ before }) => before > 0);
      const isMarked = chart.breaks.some((one) => one.before === first?.before && one.label === label);
      return first && !isMarked ? { ...chart, breaks: [...chart.breaks, { ...first, series: 0 }] } : chart;
    }
    default:
      return chart;
  }
}

/** Where a break falls in each of several series. */
function breaksIn<Series>(
  all: readonly Series[],
  marksOf: (series: Series) => readonly (Mark | null)[],
  declared: DeclaredBreak,
): SeriesBreak[] {
  return all.flatMap((one, series) => {
    const before = marksOf(one).findIndex((mark) => startsAt(mark, declared));
    return before < 0 ? [] : [{ series, before, label: declared.label }];
  });
}

/** Whether the break falls in the month or the year of a figure. */
function startsAt(mark: Mark | null, { indicator, month }: DeclaredBreak): boolean {
  if (!mark || indicatorOf(mark) !== indicator) return false;
  const [first, last] = spanOf(mark);
  return first <= month && month <= last;
}

const indicatorOf = ({ id }: Mark): string => id.slice(0, id.indexOf('['));

/** First and last month of a figure, from its id: « entrees[mois=2024-03] », « entrees[annee=2024] ». */
function spanOf({ id }: Mark): readonly [Month, Month] {
  const month = /[[,]mois=([\d-]+)/.exec(id)?.[1];
  const year = /[[,]annee=(\d+)/.exec(id)?.[1];
  if (month) return [month, month];
  return year ? [`${year}-01`, `${year}-12`] : TIMELESS;
}

/** A figure of the whole period stands on neither side of a break. */
const TIMELESS = ['9999-12', '0000-01'] as const;
