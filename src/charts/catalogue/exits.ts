import { periodOf } from '../../figures/calendar.ts';
import { isKnown } from '../../figures/figure.ts';
import { formatFigure, formatQuantity, formatTerms } from '../../figures/format.ts';
import type { ColumnsChart, DumbbellChart } from '../chart.ts';
import { allPlaces, type ChartContext, type PlaceName, placeColour } from './context.ts';
import { Desk, toMark } from './desk.ts';
import { aloud, aloudQuantity, cellText, readable } from './words.ts';

const SCOPE = 'Sorties des parcours rattachés au plan';

/** Exits by year: completions, early leavers, unknown reasons. */
export function exitsAndCompletion(context: ChartContext): ColumnsChart {
  const desk = new Desk(context);
  const { calendar } = context.book;
  const rows = calendar.years.map((annee) => ({
    annee,
    complete: periodOf({ annee }, calendar)?.complete ?? false,
    months: calendar.months.filter((month) => month.startsWith(String(annee))).length,
    completions: desk.figure('achevements', { annee }),
    early: desk.figure('sorties_avant_terme', { annee }),
    unknown: desk.figure('sorties_motif_inconnu', { annee }),
    exits: desk.figure('sorties', { annee }),
    rate: desk.figure('taux_achevement', { annee }),
    cohort: desk.figure('taux_achevement_cohorte', { annee }),
  }));
  const edition = rows.find(({ annee }) => annee === context.year);
  return {
    kind: 'columns',
    name: 'sorties-et-achevement',
    subtitle: `Sorties de formation par an selon le motif, en nombre, et taux d’achèvement`,
    stacked: true,
    categories: rows.map(({ annee, complete, months, rate }) => ({
      label: String(annee),
      name: String(annee),
      detail: `${complete ? '' : `${months} mois, `}${formatFigure(rate)} achevés${rate.origin === 'publie' ? ', publié' : ''}`,
      incomplete: !complete,
    })),
    series: [
      { label: 'Achèvements', colour: 'r1', marks: rows.map(({ completions }) => toMark(completions)) },
      { label: 'Sorties avant le terme', colour: 'r3', marks: rows.map(({ early }) => toMark(early)) },
      { label: 'Motif inconnu', colour: 'r5', marks: rows.map(({ unknown }) => toMark(unknown)) },
    ],
    breaks: [],
    reading:
      edition && [edition.exits, edition.rate].every(isKnown)
        ? `parmi les ${formatQuantity(edition.exits)} de ${context.year}, ${formatTerms(edition.rate) ?? ''} de motif connu sont des achèvements, soit ${formatFigure(edition.rate)}.`
        : '',
    scope: `${SCOPE}, ${context.region}.`,
    ...desk.credits(),
    note: 'Hachures : année incomplète. Les sorties d’une année viennent d’entrées de plusieurs années ; le taux des entrées d’une année n’est connu que quand toutes en sont sorties.',
    alternative: `Colonnes empilées. ${rows.map(({ annee, exits, completions, early, unknown, rate }) => `${annee} : ${aloudQuantity(exits)}, dont ${aloudQuantity(completions)}, ${aloudQuantity(early)}, ${aloud(unknown)} de motif inconnu ; taux d’achèvement ${aloud(rate)}.`).join(' ')}`,
    table: {
      columns: [
        'Année',
        'Sorties',
        'Achèvements',
        'Avant le terme',
        'Motif inconnu',
        'Taux d’achèvement',
        'Achèvement des entrées de l’année',
      ],
      rows: rows.map(({ annee, exits, completions, early, unknown, rate, cohort }) => [
        String(annee),
        ...[exits, completions, early, unknown, rate, cohort].map(cellText),
      ]),
    },
    written: rows.map(({ annee, rate }) => ({
      series: 'Taux d’achèvement',
      name: String(annee),
      mark: toMark(rate),
    })),
  };
}

/** Completion rate by basin, the year before and the year of the edition. */
export function completionByBasin(context: ChartContext): DumbbellChart {
  const desk = new Desk(context);
  const [before, after] = [context.year - 1, context.year];
  const rate = (annee: number, place: PlaceName | null): ReturnType<Desk['figure']> =>
    desk.figure('taux_achevement', { annee, ...(place ? { bassin: place.id } : {}) });
  const rows = [...allPlaces(context), null].map((place) => ({
    label: place?.name ?? 'Ensemble de la région',
    within: place?.within ?? context.region,
    colour: place ? placeColour(place) : 'ink',
    hollow: place?.id === context.outside.id,
    from: rate(before, place),
    to: rate(after, place),
    exits: desk.figure('sorties', { annee: after, ...(place ? { bassin: place.id } : {}) }),
    change: desk.figure('taux_achevement_evolution', {
      annee: after,
      ...(place ? { bassin: place.id } : {}),
    }),
  }));
  const first = readable(rows, ({ from, to }) => [from, to]);
  return {
    kind: 'dumbbell',
    name: 'achevement-par-bassin',
    subtitle: `Taux d’achèvement selon le lieu de formation, ${before} et ${after}, en % des sorties de motif connu`,
    before: String(before),
    after: String(after),
    unit: 'percent',
    rows: rows.map(({ label, colour, hollow, from, to }) => ({
      label,
      colour,
      hollow,
      from: toMark(from),
      to: toMark(to),
    })),
    reading: first
      ? `parmi les ${formatQuantity(first.exits)} de ${after} ${first.within}, ${formatTerms(first.to) ?? ''} de motif connu sont des achèvements, soit ${formatFigure(first.to)}, contre ${formatFigure(first.from)} en ${before}.`
      : '',
    scope: `${SCOPE} dont le motif est connu.`,
    ...desk.credits(),
    note: 'L’échelle ne part pas de zéro : les points se comparent entre eux, pas leur distance au bord.',
    alternative: `Deux points reliés par lieu de formation, ${before} puis ${after}. ${rows.map(({ label, from, to }) => `${label} : ${aloud(from)} puis ${aloud(to)}.`).join(' ')}`,
    table: {
      columns: ['Lieu de formation', String(before), String(after), 'Évolution'],
      rows: rows.map(({ label, from, to, change }) => [label, cellText(from), cellText(to), cellText(change)]),
    },
    written: [],
  };
}
