import type { Calendar } from './calendar.ts';
import type { Dimensions } from './dimension.ts';
import type { Crossing, Indicator } from './indicator.ts';
import type { Slice } from './slice.ts';

/** Every slice an indicator is published in, from the crossings it declares. */
export function* publishedSlices(indicator: Indicator, dimensions: Dimensions, calendar: Calendar): Generator<Slice> {
  for (const crossing of indicator.crossings) {
    for (const time of timesOf(crossing, indicator, calendar)) {
      for (const values of combinations(crossing, dimensions)) yield { ...time, ...values };
    }
  }
}

function timesOf(crossing: Crossing, indicator: Indicator, calendar: Calendar): Slice[] {
  const seatYears = indicator.material === 'seats' ? [calendar.referenceYear] : [];
  const times: Record<Crossing['times'][number], Slice[]> = {
    annee: [...seatYears, ...calendar.years].map((annee) => ({ annee })),
    cumul: [{ annee: 'cumul' }],
    mois: calendar.months.map((mois) => ({ mois })),
  };
  return crossing.times.flatMap((time) => times[time]);
}

function combinations(crossing: Crossing, dimensions: Dimensions): Slice[] {
  let slices: Slice[] = [{}];
  for (const id of crossing.dimensions) {
    const dimension = dimensions.get(id);
    const values = dimension ? [...dimension.values, ...dimension.groups] : [];
    slices = slices.flatMap((slice) => values.map((value) => ({ ...slice, [id]: value.id })));
  }
  return slices;
}
