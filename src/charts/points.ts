import { STATUS_SIGNS } from '../figures/signs.ts';
import { monthName } from '../french/date.ts';
import { NBSP } from '../french/number.ts';
import type { Chart, Mark, Point } from './chart.ts';

export const isProvisional = (mark: Mark | null | undefined): boolean => mark?.status === 'provisoire';

/** A figure in the words of a table: « publié » after a published value, `p` after a provisional one. */
export function wordsOf(mark: Mark): string {
  if (mark.value === null) return mark.text;
  return [mark.text, mark.origin === 'publie' ? 'publié' : '', isProvisional(mark) ? 'p' : '']
    .filter(Boolean)
    .join(NBSP);
}

/** The same for who hears it: a lone « s » or « p » is no word. */
export function aloudOf(mark: Mark): string {
  if (mark.value === null) return STATUS_SIGNS[mark.status as keyof typeof STATUS_SIGNS].meaning;
  return isProvisional(mark) ? wordsOf(mark).replace(/p$/, 'provisoire') : wordsOf(mark);
}

/** Every figure a chart draws or writes, in reading order: what its CSV holds, no more and no less. */
export const pointsOf = (chart: Chart): readonly Point[] => [...drawnPoints(chart), ...chart.written];

const points = (series: string, names: readonly string[], marks: readonly (Mark | null)[]): Point[] =>
  marks.flatMap((mark, index) => (mark ? [{ series, name: names[index] ?? '', mark }] : []));

const MONTHS = Array.from({ length: 12 }, (_, index) => monthName(index + 1));

function drawnPoints(chart: Chart): Point[] {
  switch (chart.kind) {
    case 'months':
      return chart.blocks.flatMap(({ label, months }) => points(label, MONTHS, months));
    case 'season':
      return chart.lines.flatMap(({ label, marks }) => points(label, MONTHS, marks));
    case 'columns': {
      const names = chart.categories.map(({ name }) => name);
      return chart.series.flatMap(({ label, marks }) => points(label, names, marks));
    }
    case 'bars': {
      const names = chart.bars.map(({ label }) => label);
      return [
        ...points(
          chart.measure,
          names,
          chart.bars.map(({ mark }) => mark),
        ),
        ...points(
          chart.reference?.label ?? '',
          names,
          chart.bars.map(({ reference }) => reference),
        ),
      ];
    }
    case 'parts':
      return chart.rows.flatMap(({ place, marks }) =>
        points(
          place,
          chart.parts.map(({ label }) => label),
          marks,
        ),
      );
    case 'dumbbell':
    case 'slope': {
      const names = chart.rows.map(({ label }) => label);
      return [
        ...points(
          chart.before,
          names,
          chart.rows.map(({ from }) => from),
        ),
        ...points(
          chart.after,
          names,
          chart.rows.map(({ to }) => to),
        ),
      ];
    }
    case 'lines': {
      const names = chart.points.map(({ name }) => name);
      return chart.lines.flatMap(({ label, marks }) => points(label, names, marks));
    }
    case 'multiples':
      return chart.places.flatMap((place) => [
        ...points(`${place.label}, ${chart.before}`, MONTHS, place.before),
        ...points(`${place.label}, ${chart.after}`, MONTHS, place.after),
      ]);
    case 'flow':
      return [
        ...points(chart.stages[0], ['Ensemble'], [chart.start.mark]),
        ...chart.branches.flatMap(({ label, mark, outcomes }) => [
          ...points(chart.stages[1], [label], [mark]),
          ...outcomes.flatMap((outcome) => points(label, [outcome.label], [outcome.mark])),
        ]),
      ];
  }
}
