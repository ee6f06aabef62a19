import { formatFigure, formatQuantity } from '../../figures/format.ts';
import { topOf } from '../../figures/ranking.ts';
import { formatMonth, monthInitial, monthName } from '../../french/date.ts';
import { formatInteger } from '../../french/number.ts';
import type { LinesChart, MultiplesChart, SlopeChart } from '../chart.ts';
import { allPlaces, type ChartContext, placeColour } from './context.ts';
import { Desk, toMark } from './desk.ts';
import { aloud, aloudQuantity, cellText, highestMonth } from './words.ts';

/** Paths under way at the end of each month since the plan began. */
export function inTraining(context: ChartContext): LinesChart {
  const desk = new Desk(context);
  const { calendar } = context.book;
  const rows = calendar.months.map((mois) => ({ mois, figure: desk.figure('en_formation', { mois }) }));
  const peak = topOf(
    rows.map(({ figure }) => figure).filter(({ status }) => status !== 'provisoire'),
    context,
  );
  const closing = rows.find(({ mois }) => mois === `${context.year}-12`);
  const [first] = rows;
  const last = rows.at(-1);
  return {
    kind: 'lines',
    name: 'en-formation',
    subtitle: `Parcours en cours à la fin de chaque mois, ${formatMonth(calendar.months[0] ?? '')} à ${formatMonth(calendar.months.at(-1) ?? '')}, en nombre`,
    points: rows.map(({ mois }) => ({
      label: /-(01|07)$/.test(mois) ? monthInitial(Number(mois.slice(5))) : '',
      era: mois.endsWith('-01') ? mois.slice(0, 4) : '',
      name: formatMonth(mois),
    })),
    lines: [{ label: 'En cours', colour: 'ink', emphasis: true, marks: rows.map(({ figure }) => toMark(figure)) }],
    breaks: [],
    annotations: first ? [{ line: 0, index: 2, text: 'Seules comptent les entrées depuis le début du plan' }] : [],
    reading: closing ? `fin ${formatMonth(closing.mois)}, ${formatQuantity(closing.figure)}.` : '',
    scope: `Parcours rattachés au plan, commencés depuis ${formatMonth(calendar.months[0] ?? '')} et pas encore terminés, ${context.region}.`,
    ...desk.credits(),
    note: 'Tirets et p : mois provisoires, où des entrées et des sorties arrivent encore.',
    alternative: `Une ligne, mois après mois. Elle part de ${first ? `${aloudQuantity(first.figure)} fin ${formatMonth(first.mois)}` : ''}, ${peak ? `atteint son plus haut, hors mois provisoires, fin ${formatMonth(peak.slice.mois ?? '')} avec ${aloudQuantity(peak)}, ` : ''}et finit en ${last ? `${formatMonth(last.mois)} avec ${aloudQuantity(last.figure)}` : ''}.`,
    table: {
      columns: ['Fin du mois', 'Parcours en cours'],
      rows: rows.map(({ mois, figure }) => [formatMonth(mois), cellText(figure)]),
    },
    written: [],
  };
}

/** Share of each place in the entries, the year before and the year of the edition. */
export function sharesByBasin(context: ChartContext): SlopeChart {
  const desk = new Desk(context);
  const [before, after] = [context.year - 1, context.year];
  const rows = allPlaces(context).map((place) => ({
    place,
    from: desk.figure('part_entrees', { annee: before, bassin: place.id }),
    to: desk.figure('part_entrees', { annee: after, bassin: place.id }),
    change: desk.figure('part_entrees_evolution', { annee: after, bassin: place.id }),
  }));
  const [first] = rows;
  return {
    kind: 'slope',
    name: 'parts-par-bassin',
    subtitle: `Part de chaque lieu de formation dans les entrées de la région, ${before} et ${after}, en %`,
    before: String(before),
    after: String(after),
    rows: rows.map(({ place, from, to }) => ({
      label: place.name,
      colour: placeColour(place),
      hollow: place.id === context.outside.id,
      emphasis: false,
      from: toMark(from),
      to: toMark(to),
    })),
    reading: first
      ? `${first.place.within}, ${formatFigure(first.to)} des entrées de ${after}, contre ${formatFigure(first.from)} en ${before}.`
      : '',
    scope: `Entrées en formation rattachées au plan, ${context.region}, selon la commune de formation.`,
    ...desk.credits(),
    note: 'L’échelle ne part pas de zéro\u00A0: les pentes se comparent entre elles. Tirets\u00A0: le reste de la région.',
    alternative: `Une ligne par lieu, de ${before} à ${after}. ${rows.map(({ place, from, to }) => `${place.name} : ${aloud(from)} puis ${aloud(to)}.`).join(' ')}`,
    table: {
      columns: ['Lieu de formation', String(before), String(after), 'Évolution'],
      rows: rows.map(({ place, from, to, change }) => [place.name, cellText(from), cellText(to), cellText(change)]),
    },
    written: [],
  };
}

/** The months of the edition's year and of the year before, place by place. */
export function seasonByBasin(context: ChartContext): MultiplesChart {
  const desk = new Desk(context);
  const [before, after] = [context.year - 1, context.year];
  const monthsOf = (year: number, bassin: string) =>
    Array.from({ length: 12 }, (_, index) => {
      const mois = `${year}-${String(index + 1).padStart(2, '0')}`;
      return context.book.calendar.months.includes(mois) ? desk.figure('entrees', { mois, bassin }) : null;
    });
  const places = allPlaces(context).map((place) => ({
    place,
    total: desk.figure('entrees', { annee: after, bassin: place.id }),
    before: monthsOf(before, place.id),
    after: monthsOf(after, place.id),
  }));
  const peaks = places.flatMap(({ place, after: months }) => {
    const peak = topOf(
      months.filter((month) => month !== null),
      context,
    );
    return peak ? [{ place, peak }] : [];
  });
  const [first] = peaks;
  return {
    kind: 'multiples',
    name: 'saison-par-bassin',
    subtitle: `Entrées en formation par mois et par lieu de formation, ${before} et ${after}, en nombre d’entrées`,
    before: String(before),
    after: String(after),
    places: places.map(({ place, total, ...years }) => ({
      label: place.name,
      total: total.value === null ? '' : `${formatInteger(total.value)} en ${after}`,
      colour: placeColour(place),
      hollow: place.id === context.outside.id,
      before: years.before.map((figure) => figure && toMark(figure)),
      after: years.after.map((figure) => figure && toMark(figure)),
    })),
    reading: first
      ? `${first.place.within}, ${formatQuantity(first.peak)} en ${formatMonth(first.peak.slice.mois ?? '')}, le mois le plus haut de l’année.`
      : '',
    scope: `Entrées en formation rattachées au plan, ${context.region}, selon la commune de formation.`,
    ...desk.credits(),
    note: 'Une même échelle pour tous les lieux.',
    alternative: `Un petit graphique par lieu, une ligne par année. ${places
      .map(
        ({ place, total, after: months }) =>
          `${place.name} : ${aloudQuantity(total)} en ${after}${highestMonth(months, context)}.`,
      )
      .join(' ')}`,
    table: {
      columns: ['Mois', ...places.flatMap(({ place }) => [`${place.name} ${before}`, `${place.name} ${after}`])],
      rows: [
        ...Array.from({ length: 12 }, (_, index) => [
          monthName(index + 1),
          ...places.flatMap((place) =>
            [place.before[index], place.after[index]].map((figure) => (figure ? cellText(figure) : 'à venir')),
          ),
        ]),
        ['Ensemble', ...places.flatMap(({ total }) => ['', cellText(total)])],
      ],
    },
    breaks: [],
    written: places.map(({ place, total }) => ({
      series: `${place.name}, ${after}`,
      name: 'Ensemble',
      mark: toMark(total),
    })),
  };
}
