import { type Calendar, periodOf } from './calendar.ts';
import type { Dimensions } from './dimension.ts';
import type { Indicator } from './indicator.ts';
import { type PublishedTable, tablesOf } from './published-tables.ts';
import type { Slice } from './slice.ts';

/** Every slice an indicator is published in, from the list of published tables. */
export function* publishedSlices(indicator: Indicator, dimensions: Dimensions, calendar: Calendar): Generator<Slice> {
  for (const table of tablesOf(indicator.id)) {
    for (const time of timesOf(table, indicator, calendar)) {
      for (const values of combinations(table, dimensions)) yield { ...time, ...values };
    }
  }
}

function timesOf(table: PublishedTable, indicator: Indicator, calendar: Calendar): Slice[] {
  const seatYears = indicator.material === 'seats' ? [calendar.referenceYear] : [];
  const times: Record<PublishedTable['times'][number], Slice[]> = {
    annee: [...seatYears, ...calendar.years].map((annee) => ({ annee })),
    'annee entiere': calendar.years
      .filter((annee) => {
        const period = periodOf({ annee }, calendar);
        return period?.complete && !period.provisional;
      })
      .map((annee) => ({ annee })),
    cumul: [{ annee: 'cumul' }],
    mois: calendar.months.map((mois) => ({ mois })),
  };
  return table.times.flatMap((time) => times[time]);
}

function combinations(table: PublishedTable, dimensions: Dimensions): Slice[] {
  let slices: Slice[] = [{}];
  for (const id of table.dimensions) {
    const dimension = dimensions.get(id);
    const values = dimension ? [...dimension.values, ...dimension.groups] : [];
    slices = slices.flatMap((slice) => values.map((value) => ({ ...slice, [id]: value.id })));
  }
  return slices;
}
