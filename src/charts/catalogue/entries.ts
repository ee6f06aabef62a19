import { periodOf } from '../../figures/calendar.ts';
import { type Figure, isKnown } from '../../figures/figure.ts';
import { formatFigure, formatQuantity } from '../../figures/format.ts';
import { topOf } from '../../figures/ranking.ts';
import { formatMonth, monthName } from '../../french/date.ts';
import { NBSP } from '../../french/number.ts';
import type { BarsChart, MonthsChart, SeasonChart } from '../chart.ts';
import { allPlaces, type ChartContext, placeColour, placeOf } from './context.ts';
import { Desk, toMark } from './desk.ts';
import { aloud, aloudQuantity, cellText, highestMonth, readable } from './words.ts';

const SCOPE = 'Entrées en formation rattachées au plan';

interface YearOfMonths {
  readonly year: number;
  readonly total: Figure;
  readonly complete: boolean;
  /** Twelve; `null` for a month to come. */
  readonly months: readonly (Figure | null)[];
}

function monthsByYear(desk: Desk, { book }: ChartContext, basin: string | undefined): YearOfMonths[] {
  const place = basin === undefined ? {} : { bassin: basin };
  return book.calendar.years.map((year) => ({
    year,
    total: desk.figure('entrees', { annee: year, ...place }),
    complete: periodOf({ annee: year }, book.calendar)?.complete ?? false,
    months: Array.from({ length: 12 }, (_, index) => {
      const mois = `${year}-${String(index + 1).padStart(2, '0')}`;
      return book.calendar.months.includes(mois) ? desk.figure('entrees', { mois, ...place }) : null;
    }),
  }));
}

const observedMonths = (year: YearOfMonths): number => year.months.filter(Boolean).length;

function totalText(year: YearOfMonths): string {
  const { total } = year;
  const value = formatFigure(total);
  if (!year.complete) return `${value} en ${observedMonths(year)} mois`;
  return total.origin === 'publie' ? `${value} publié` : value;
}

/** Table of months: one row a month, one column a year. */
function monthTable(years: readonly YearOfMonths[]): MonthsChart['table'] {
  const rows = Array.from({ length: 12 }, (_, index) => [
    monthName(index + 1),
    ...years.map((year) => {
      const figure = year.months[index];
      return figure ? cellText(figure) : 'à venir';
    }),
  ]);
  return {
    columns: ['Mois', ...years.map(({ year }) => String(year))],
    rows: [...rows, ['Ensemble', ...years.map((year) => cellText(year.total))]],
  };
}

function monthSpan({ book }: ChartContext): string {
  const { months } = book.calendar;
  return `${formatMonth(months[0] ?? '')} à ${formatMonth(months.at(-1) ?? '')}`;
}

function describeMonths(years: readonly YearOfMonths[], context: ChartContext): string {
  return years
    .map((year) => {
      const scope = year.complete ? `${year.year}` : `${year.year}, ${observedMonths(year)} mois observés`;
      return `${scope} : ${aloudQuantity(year.total)}${highestMonth(year.months, context)}.`;
    })
    .join(' ');
}

/** Entries month by month, a block a year. */
export function entriesByMonth(context: ChartContext, basin?: string): MonthsChart {
  const desk = new Desk(context);
  const years = monthsByYear(desk, context, basin);
  const place = placeOf(context, basin);
  const september = years.find(({ year }) => year === context.year)?.months[8];
  const before = years.find(({ year }) => year === context.year - 1)?.months[8];
  return {
    kind: 'months',
    measure: 'Entrées',
    name: place ? `entrees-par-mois-${place.id}` : 'entrees-par-mois',
    subtitle: `Entrées en formation par mois${place ? `, ${place.within}` : ''}, ${monthSpan(context)}, en nombre d’entrées`,
    blocks: years.map((year) => ({
      label: String(year.year),
      total: totalText(year),
      colour: year.year < context.year ? 'rule' : place ? placeColour(place) : 'ink',
      incomplete: !year.complete,
      months: year.months.map((figure) => figure && toMark(figure)),
    })),
    reading:
      september && before && [september, before].every(isKnown)
        ? `en septembre ${context.year}, ${formatQuantity(september)}, contre ${formatFigure(before)} un an plus tôt.`
        : '',
    scope: place ? `${SCOPE}, dont la commune de formation est ${place.within}.` : `${SCOPE}, ${context.region}.`,
    ...desk.credits(),
    note: 'Hachures : année incomplète, jamais comparée à une année entière. p : provisoire.',
    alternative: `Colonnes mensuelles d’entrées en formation${place ? ` ${place.within}` : ''}, une suite par année. ${describeMonths(years, context)}`,
    table: monthTable(years),
    breaks: [],
    written: years.map(({ year, total }) => ({ series: String(year), name: 'Ensemble', mark: toMark(total) })),
  };
}

/** The same months superposed: the rhythm of the year. */
export function season(context: ChartContext): SeasonChart {
  const desk = new Desk(context);
  const years = monthsByYear(desk, context, undefined);
  const edition = years.find(({ year }) => year === context.year);
  const top = edition?.complete
    ? topOf(
        edition.months.filter((month) => month !== null),
        context,
      )
    : null;
  return {
    kind: 'season',
    name: 'saison',
    subtitle: `Entrées en formation selon le mois, de ${years[0]?.year} à ${years.at(-1)?.year}, en nombre d’entrées`,
    lines: years.map((year) => ({
      label: year.complete ? String(year.year) : `${year.year}, ${observedMonths(year)} mois`,
      colour: year.complete ? (year.year === context.year ? 'ink' : 'rule') : 'minium',
      emphasis: year.year === context.year,
      marks: year.months.map((figure) => figure && toMark(figure)),
    })),
    reading: top?.slice.mois
      ? `en ${formatMonth(top.slice.mois)}, ${formatQuantity(top)}, le mois le plus haut de l’année.`
      : '',
    scope: `${SCOPE}, ${context.region}.`,
    ...desk.credits(),
    note: 'Tirets : mois provisoires, où des entrées arrivent encore.',
    alternative: `Une ligne par année, sur les douze mois. ${describeMonths(years, context)}`,
    table: monthTable(years),
    breaks: [],
    written: [],
  };
}

/** Entries of the edition's year by basin, the rest of the region last. */
export function entriesByBasin(context: ChartContext): BarsChart {
  const desk = new Desk(context);
  const { year } = context;
  const rows = allPlaces(context).map((place) => ({
    place,
    entries: desk.figure('entrees', { annee: year, bassin: place.id }),
    share: desk.figure('part_entrees', { annee: year, bassin: place.id }),
    change: desk.figure('entrees_evolution_taux', { annee: year, bassin: place.id }),
  }));
  const first = readable(rows, ({ entries, share }) => [entries, share]);
  return {
    kind: 'bars',
    name: 'entrees-par-bassin',
    subtitle: `Entrées en formation en ${year} selon le lieu de formation, nombre et part de la région`,
    bars: rows.map(({ place, entries, share }) => ({
      label: place.name,
      colour: placeColour(place),
      hollow: place.id === context.outside.id,
      mark: toMark(entries),
      reference: null,
      detail: toMark(share).text,
    })),
    measure: 'Entrées en formation',
    reference: null,
    reading: first
      ? `${first.place.within}, ${formatQuantity(first.entries)} en ${year}, soit ${toMark(first.share).text} de celles de la région.`
      : '',
    scope: `${SCOPE}, ${context.region}, selon la commune de formation.`,
    ...desk.credits(),
    note: '',
    alternative: `Barres horizontales. ${rows.map(({ place, entries, share }) => `${place.name} : ${aloudQuantity(entries)}, ${aloud(share)}.`).join(' ')}`,
    table: {
      columns: ['Lieu de formation', `Entrées ${year}`, 'Part', 'Évolution sur un an'],
      rows: [
        ...rows.map(({ place, entries, share, change }) => [
          place.name,
          cellText(entries),
          cellText(share),
          cellText(change),
        ]),
        [
          'Ensemble de la région',
          cellText(desk.figure('entrees', { annee: year })),
          `100,0${NBSP}%`,
          cellText(desk.figure('entrees_evolution_taux', { annee: year })),
        ],
      ],
    },
    written: rows.map(({ place, share }) => ({ series: 'Part', name: place.name, mark: toMark(share) })),
  };
}
