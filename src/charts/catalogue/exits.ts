import { periodOf } from '../../figures/calendar.ts';
import { isKnown } from '../../figures/figure.ts';
import { formatFigure, formatQuantity, formatTerms } from '../../figures/format.ts';
import { KNOWN_SITUATIONS, POSITIVE } from '../../figures/outcomes.ts';
import type { Slice } from '../../figures/slice.ts';
import type { ColumnsChart, DumbbellChart, PartsChart } from '../chart.ts';
import {
  allPlaces,
  type ChartContext,
  cellText,
  Desk,
  type PlaceName,
  placeColour,
  placeOf,
  readable,
  toMark,
} from './context.ts';

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
      detail: complete ? `${formatFigure(rate)} achevés` : `${months} mois, ${formatFigure(rate)} achevés`,
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
    alternative: `Colonnes empilées. ${rows.map(({ annee, exits, completions, early, unknown, rate }) => `${annee} : ${formatQuantity(exits)}, dont ${formatQuantity(completions)}, ${formatQuantity(early)}, ${formatFigure(unknown)} de motif inconnu ; taux d’achèvement ${formatFigure(rate)}.`).join(' ')}`,
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
    alternative: `Deux points reliés par lieu de formation, ${before} puis ${after}. ${rows.map(({ label, from, to }) => `${label} : ${formatFigure(from)} puis ${formatFigure(to)}.`).join(' ')}`,
    table: {
      columns: ['Lieu de formation', String(before), String(after), 'Évolution'],
      rows: rows.map(({ label, from, to, change }) => [label, cellText(from), cellText(to), cellText(change)]),
    },
    written: [],
  };
}

const OUTCOME_COLOURS: Readonly<Record<string, readonly [string, boolean]>> = {
  emploi_durable: ['r1', false],
  emploi_court: ['r2', false],
  alternance: ['r3', true],
  creation_entreprise: ['r4', true],
  formation_qualifiante: ['r5', true],
};

/** Situations after the exit, on one common base: the exits whose situation is known. */
export function outcomes(context: ChartContext, basin?: string): PartsChart {
  const desk = new Desk(context);
  const { book, year } = context;
  const chosen = placeOf(context, basin);
  const places = chosen ? [chosen, null] : [context.allBasins, context.outside, null];
  const issues = KNOWN_SITUATIONS.flatMap(
    (id) => book.dimensions.get('issue')?.values.filter((value) => value.id === id) ?? [],
  );
  const rows = places.map((place) => {
    const slice: Slice = { annee: year, ...(place ? { bassin: place.id } : {}) };
    return {
      label: place?.fullName ?? 'Ensemble de la région',
      within: place?.within ?? context.region,
      shares: issues.map((issue) => desk.figure('sorties_part', { ...slice, issue: issue.id })),
      rate: desk.figure('taux_issue_positive', slice),
      known: desk.figure('sorties_situation_connue', slice),
      unknown: desk.figure('issues_inconnues', slice),
      response: desk.figure('taux_reponse', slice),
      low: desk.figure('taux_issue_positive_bas', slice),
      high: desk.figure('taux_issue_positive_haut', slice),
    };
  });
  const first = readable(rows, ({ shares }) => shares.slice(0, 1));
  return {
    kind: 'parts',
    name: chosen ? `issues-${chosen.id}` : 'issues',
    subtitle: `Situation après la sortie, sorties de ${year}, en % des sorties de situation connue`,
    parts: issues.map(({ id, label }) => ({
      label,
      colour: OUTCOME_COLOURS[id]?.[0] ?? 'paper',
      light: OUTCOME_COLOURS[id]?.[1] ?? true,
    })),
    rows: rows.map(({ label, shares, rate, known, response, low, high }) => ({
      place: label,
      label: `${label} : issue positive ${formatFigure(rate)}`,
      detail: `${formatQuantity(known)} de situation connue, ${formatFigure(response)} de réponse\u202F; bornes ${formatFigure(low)} et ${formatFigure(high)}`,
      marks: shares.map(toMark),
      braced: POSITIVE.length,
    })),
    reading: first
      ? `${first.within}, ${formatFigure(first.shares[0] as never)} des sorties de ${year} de situation connue mènent à un emploi durable.`
      : '',
    scope: `${SCOPE} dont la situation est connue, achèvements et sorties avant le terme ensemble.`,
    ...desk.credits(),
    note: `L’accolade réunit les issues positives. ${context.observation}`,
    alternative: `Barres empilées, une par lieu. ${rows.map(({ label, rate, shares }) => `${label} : issue positive ${formatFigure(rate)} ; ${issues.map((issue, index) => `${issue.label.toLowerCase()} ${formatFigure(shares[index] as never)}`).join(', ')}.`).join(' ')}`,
    table: {
      columns: [
        'Lieu de formation',
        ...issues.map(({ label }) => label),
        'Issue positive',
        'Réponse',
        'Borne basse',
        'Borne haute',
        'Situations connues',
        'Inconnues',
      ],
      rows: rows.map(({ label, shares, rate, response, low, high, known, unknown }) => [
        label,
        ...[...shares, rate, response, low, high, known, unknown].map(cellText),
      ]),
    },
    written: rows.flatMap(({ label, rate, known, response, low, high }) => [
      { series: label, name: 'Issue positive', mark: toMark(rate) },
      { series: label, name: 'Situations connues', mark: toMark(known) },
      { series: label, name: 'Réponse', mark: toMark(response) },
      { series: label, name: 'Borne basse', mark: toMark(low) },
      { series: label, name: 'Borne haute', mark: toMark(high) },
    ]),
  };
}
