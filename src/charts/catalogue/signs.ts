import { STATUS_SIGNS } from '../../figures/format.ts';
import type { Chart } from '../chart.ts';
import { pointsOf } from '../points.ts';

/** The chart whose note explains the signs that stand for its missing values, and no others. */
export function withSigns<Kind extends Chart>(chart: Kind): Kind {
  const statuses = new Set(pointsOf(chart).flatMap(({ mark }) => (mark.value === null ? [mark.status] : [])));
  const words = Object.entries(STATUS_SIGNS).flatMap(([status, { sign, meaning }]) =>
    statuses.has(status as never) ? [`${sign} : ${meaning}.`] : [],
  );
  return words.length === 0 ? chart : { ...chart, note: [chart.note, ...words].filter(Boolean).join(' ') };
}
