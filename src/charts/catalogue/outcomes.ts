import { formatFigure, formatQuantity } from '../../figures/format.ts';
import { KNOWN_SITUATIONS, POSITIVE } from '../../figures/outcomes.ts';
import type { Slice } from '../../figures/slice.ts';
import type { PartsChart } from '../chart.ts';
import { type ChartContext, placeOf } from './context.ts';
import { Desk, toMark } from './desk.ts';
import { aloud, cellText, readable } from './words.ts';

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
      label: `${label} : issue positive ${cellText(rate)}`,
      detail: `${formatQuantity(known)} de situation connue, ${formatFigure(response)} de réponse\u202F; bornes ${formatFigure(low)} et ${formatFigure(high)}`,
      marks: shares.map(toMark),
      braced: POSITIVE.length,
    })),
    reading: first
      ? `${first.within}, ${formatFigure(first.shares[0] as never)} des sorties de ${year} de situation connue mènent à un emploi durable.`
      : '',
    scope: `Sorties des parcours rattachés au plan dont la situation est connue, achèvements et sorties avant le terme ensemble.`,
    ...desk.credits(),
    note: `L’accolade réunit les issues positives. ${context.observation}`,
    alternative: `Barres empilées, une par lieu. ${rows.map(({ label, rate, shares }) => `${label} : issue positive ${aloud(rate)} ; ${issues.map((issue, index) => `${issue.label.toLowerCase()} ${aloud(shares[index] as never)}`).join(', ')}.`).join(' ')}`,
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
