import { periodOf } from '../../figures/calendar.ts';
import { isKnown } from '../../figures/figure.ts';
import { formatFigure, formatQuantity } from '../../figures/format.ts';
import { topOf } from '../../figures/ranking.ts';
import { formatMonth, monthInitial } from '../../french/date.ts';
import { formatDecimal } from '../../french/number.ts';
import type { BarsChart, ColumnsChart } from '../chart.ts';
import { type ChartContext, placeColour, placeOf } from './context.ts';
import { Desk, toMark } from './desk.ts';
import { aloud, aloudQuantity, cellText, readable } from './words.ts';

/** Seats opened since the year before the plan, and the entries that filled them. */
export function seatsAndEntries(context: ChartContext): ColumnsChart {
  const desk = new Desk(context);
  const { calendar } = context.book;
  const years = [calendar.referenceYear, ...calendar.years];
  const rows = years.map((annee) => ({
    annee,
    seats: desk.figure('places', { annee }),
    multiple: desk.figure('multiplication_places', { annee }),
    entries: calendar.years.includes(annee) ? desk.figure('entrees', { annee }) : null,
    fill: calendar.years.includes(annee) ? desk.figure('taux_remplissage', { annee }) : null,
    complete: annee === calendar.referenceYear || (periodOf({ annee }, calendar)?.complete ?? false),
    months: calendar.months.filter((month) => month.startsWith(String(annee))).length,
  }));
  const edition = rows.find(({ annee }) => annee === context.year);
  return {
    kind: 'columns',
    name: 'places-et-entrees',
    subtitle: `Places ouvertes et entrées en formation par an, ${years[0]} à ${years.at(-1)}, en nombre`,
    stacked: false,
    categories: rows.map(({ annee, multiple, complete, months }) => ({
      label: String(annee),
      name: String(annee),
      detail:
        annee === calendar.referenceYear
          ? 'avant le plan'
          : complete
            ? `places ${formatFigure(multiple)}`
            : `${months} mois d’entrées`,
      incomplete: !complete,
    })),
    series: [
      { label: 'Places ouvertes', colour: 'rule', marks: rows.map(({ seats }) => toMark(seats)) },
      {
        label: 'Entrées en formation',
        colour: 'ink',
        marks: rows.map(({ entries }) => entries && toMark(entries)),
      },
    ],
    breaks: [{ series: 0, before: 1, label: 'début du plan' }],
    reading: edition
      ? `en ${context.year}, ${formatQuantity(edition.seats)} ouvertes${isKnown(edition.multiple) ? `, soit ${formatDecimal(edition.multiple.value)}\u00A0fois le nombre de ${calendar.referenceYear}` : ''}\u202F; ${edition.entries ? formatQuantity(edition.entries) : ''}.`
      : '',
    scope:
      'Places ouvertes dans les formations de maintenance du plan, toutes voies\u202F; entrées rattachées au plan.',
    ...desk.credits(),
    note: 'Hachures : année dont les entrées ne sont observées que sur une partie.',
    alternative: `Colonnes par année. ${rows.map(({ annee, seats, entries }) => `${annee} : ${aloudQuantity(seats)} ouvertes${entries ? `, ${aloudQuantity(entries)}` : ''}.`).join(' ')}`,
    table: {
      columns: [
        'Année',
        'Places ouvertes',
        `Multiplication depuis ${calendar.referenceYear}`,
        'Entrées',
        'Remplissage',
      ],
      rows: rows.map(({ annee, seats, multiple, entries, fill }) => [
        String(annee),
        cellText(seats),
        cellText(multiple),
        entries ? cellText(entries) : '–',
        fill ? cellText(fill) : '–',
      ]),
    },
    written: rows
      .filter(({ annee, complete }) => complete && annee !== calendar.referenceYear)
      .map(({ annee, multiple }) => ({
        series: `Multiplication depuis ${calendar.referenceYear}`,
        name: String(annee),
        mark: toMark(multiple),
      })),
  };
}

/** Families of formations: entries, and the seats opened as a mark on each bar. */
export function formations(context: ChartContext, basin?: string): BarsChart {
  const desk = new Desk(context);
  const { book, year } = context;
  const place = placeOf(context, basin);
  const where = place ? { bassin: place.id } : {};
  const rows = (book.dimensions.get('famille')?.values ?? [])
    .map((family) => ({
      family,
      entries: desk.figure('entrees', { annee: year, famille: family.id, ...where }),
      seats: desk.figure('places', { annee: year, famille: family.id, ...where }),
      fill: desk.figure('taux_remplissage', { annee: year, famille: family.id, ...where }),
    }))
    .filter(({ seats, entries }) => (seats.value ?? 0) > 0 || entries.value !== 0)
    .toSorted((a, b) => (b.seats.value ?? 0) - (a.seats.value ?? 0));
  const first = readable(rows, ({ entries, seats }) => [entries, seats]);
  return {
    kind: 'bars',
    name: place ? `formations-${place.id}` : 'formations',
    subtitle: `Entrées en ${year} par famille de formations${place ? `, ${place.within}` : ''}, et places ouvertes`,
    bars: rows.map(({ family, entries, seats, fill }) => ({
      label: family.label,
      colour: place ? placeColour(place) : 'ink',
      hollow: false,
      mark: toMark(entries),
      reference: toMark(seats),
      detail: fill.value === null ? '' : formatFigure(fill),
    })),
    measure: 'Entrées en formation',
    reference: { label: 'Places ouvertes', key: 'places ouvertes, et part remplie à droite du nombre d’entrées' },
    reading: first
      ? `dans la famille « ${first.family.label} », ${formatQuantity(first.entries)} en ${year} pour ${formatQuantity(first.seats)} ouvertes${first.fill.value === null ? '' : `, soit ${formatFigure(first.fill)} des places`}.`
      : '',
    scope: `Entrées et places des formations du plan${place ? `, ${place.within}` : ''}\u202F; une famille réunit les titres qui se sont succédé sous plusieurs numéros.`,
    ...desk.credits(),
    note: '',
    alternative: `Barres horizontales. ${rows.map(({ family, entries, seats }) => `${family.label} : ${aloudQuantity(entries)}, ${aloudQuantity(seats)} ouvertes.`).join(' ')}`,
    table: {
      columns: ['Famille de formations', 'Places', 'Entrées', 'Remplissage'],
      rows: rows.map(({ family, entries, seats, fill }) => [
        family.label,
        cellText(seats),
        cellText(entries),
        cellText(fill),
      ]),
    },
    written: rows
      .filter(({ fill }) => fill.value !== null)
      .map(({ family, fill }) => ({ series: 'Remplissage', name: family.label, mark: toMark(fill) })),
  };
}

/** Events of the promotion strand, month by month over the period they were recorded in. */
export function eventsByMonth(context: ChartContext): ColumnsChart {
  const desk = new Desk(context);
  const { calendar } = context.book;
  const months = calendar.months.filter(
    (month) => month >= calendar.eventsFrom.slice(0, 7) && month <= calendar.eventsTo.slice(0, 7),
  );
  const rows = months.map((mois) => ({ mois, events: desk.figure('actions', { mois }) }));
  const first = readable(rows, ({ events }) => [events]);
  const top = topOf(
    rows.map(({ events }) => events),
    context,
  );
  return {
    kind: 'columns',
    name: 'actions-par-mois',
    subtitle: `Actions d’attractivité par mois, ${formatMonth(months[0] ?? '')} à ${formatMonth(months.at(-1) ?? '')}, en nombre`,
    stacked: false,
    categories: rows.map(({ mois }, index) => ({
      label: monthInitial(Number(mois.slice(5))),
      name: formatMonth(mois),
      detail: index === 0 || mois.endsWith('-01') ? mois.slice(0, 4) : '',
      incomplete: false,
    })),
    series: [{ label: 'Actions', colour: 'ink', marks: rows.map(({ events }) => toMark(events)) }],
    breaks: [],
    reading: top
      ? `en ${formatMonth(top.slice.mois ?? '')}, ${formatQuantity(top)}, le mois le plus haut de la période.`
      : first
        ? `en ${formatMonth(first.mois)}, ${formatQuantity(first.events)}.`
        : '',
    scope: 'Événements recensés par les partenaires du plan.',
    ...desk.credits(),
    note: '',
    alternative: `Colonnes mensuelles. ${rows.map(({ mois, events }) => `${formatMonth(mois)} : ${aloud(events)}.`).join(' ')}`,
    table: {
      columns: ['Mois', 'Actions'],
      rows: rows.map(({ mois, events }) => [formatMonth(mois), cellText(events)]),
    },
    written: [],
  };
}
