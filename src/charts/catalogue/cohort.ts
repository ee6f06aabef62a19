import type { Figure } from '../../figures/figure.ts';
import { formatFigure, formatQuantity } from '../../figures/format.ts';
import type { FlowChart, FlowNode } from '../chart.ts';
import type { ChartContext } from './context.ts';
import { Desk, toMark } from './desk.ts';
import { aloud, aloudQuantity, cellText } from './words.ts';

const OUTCOMES = [
  { id: 'positives', label: 'issue positive', colour: 'r2', band: 'r5' },
  { id: 'autres', label: 'autre situation', colour: 'r4', band: 'ground' },
  { id: 'inconnues', label: 'situation inconnue', colour: 'paper', band: 'ground' },
] as const;

const BRANCHES = [
  { id: 'entrees_achevees', label: 'parcours achevés', colour: 'r1', band: 'r5', followed: true },
  { id: 'entrees_interrompues', label: 'interrompus avant le terme', colour: 'r3', band: 'ground', followed: true },
  { id: 'entrees_motif_inconnu', label: 'de motif inconnu', colour: 'paper', band: 'ground', followed: false },
] as const;

/** The latest year whose paths have all ended; the year of the edition when none has. */
export function closedYear({ book, year }: ChartContext): number {
  const closed = book.calendar.years.filter(
    (annee) => annee <= year && book.figure('taux_achevement_cohorte', { annee }).status !== 'indisponible',
  );
  return closed.at(-1) ?? year;
}

interface Branch {
  readonly label: string;
  readonly figure: Figure;
  readonly node: FlowNode;
  readonly outcomes: readonly { readonly label: string; readonly figure: Figure; readonly node: FlowNode }[];
}

function branchesOf(desk: Desk, annee: number): Branch[] {
  return BRANCHES.map(({ id, label, colour, band, followed }) => {
    const figure = desk.figure(id, { annee });
    const outcomes = (followed ? OUTCOMES : []).map((outcome) => {
      const part = desk.figure(`${id}_${outcome.id}`, { annee });
      // Among the situations that are not known, some will be.
      const isAwaited = outcome.id === 'inconnues' && part.status === 'provisoire';
      const label = isAwaited ? `${outcome.label} ou à observer` : outcome.label;
      return { label, figure: part, node: { label, colour: outcome.colour, band: outcome.band, mark: toMark(part) } };
    });
    return { label, figure, node: { label, colour, band, mark: toMark(figure) }, outcomes };
  });
}

/** What became of the entries of a year, once all of them have ended. */
export function cohort(context: ChartContext): FlowChart {
  const desk = new Desk(context);
  const annee = closedYear(context);
  const entries = desk.figure('entrees', { annee });
  const rate = desk.figure('taux_achevement_cohorte', { annee });
  const branches = branchesOf(desk, annee);
  const stages = [`Entrées de ${annee}`, 'Fin du parcours', 'Situation ensuite'] as const;
  const start = { label: 'entrées', colour: 'ink', band: 'ground', mark: toMark(entries) };
  const [completed] = branches;
  const isFinal = branches.every(({ outcomes }) => outcomes.every(({ figure }) => figure.status !== 'provisoire'));
  return {
    kind: 'flow',
    name: 'cohorte',
    subtitle: `Ce que sont devenues les entrées de ${annee}, en nombre d’entrées`,
    stages,
    start,
    branches: branches.map(({ node, outcomes }) => ({ ...node, outcomes: outcomes.map((outcome) => outcome.node) })),
    reading: completed
      ? `sur ${formatQuantity(entries)} de ${annee}, ${formatFigure(completed.figure)} sont allées au terme, soit ${formatFigure(rate)} de celles dont le motif de sortie est connu.`
      : '',
    scope: `Entrées en formation de ${annee} rattachées au plan, ${context.region}, dont tous les parcours sont terminés.`,
    ...desk.credits(),
    note: `Une promotion suivie du premier jour à la situation d’après\u00A0: rien ne s’y ajoute d’une autre année. La hauteur est un nombre d’entrées.${isFinal ? '' : ' Situations provisoires (p)\u00A0: des sorties sont trop récentes pour être observées.'}`,
    alternative: `Flux de gauche à droite. ${aloudQuantity(entries)} en ${annee}. ${branches
      .map(
        ({ label, figure, outcomes }) =>
          `${aloud(figure)} ${label}${outcomes.length > 0 ? `, dont ${outcomes.map((outcome) => `${aloud(outcome.figure)} en ${outcome.label}`).join(', ')}` : ''}.`,
      )
      .join(' ')}`,
    table: {
      columns: ['Fin du parcours', 'Situation ensuite', `Entrées de ${annee}`],
      rows: [
        ['Ensemble', 'toutes', cellText(entries)],
        ...branches.flatMap(({ label, figure, outcomes }) => [
          [label, 'toutes', cellText(figure)],
          ...outcomes.map((outcome) => [label, outcome.label, cellText(outcome.figure)]),
        ]),
      ],
    },
    written: [],
  };
}
