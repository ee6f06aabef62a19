import type { Indicator, Measures } from '../indicator.ts';
import { NOT_OBSERVED, NOT_POSITIVE, POSITIVE, UNKNOWN } from '../outcomes.ts';
import type { Reason, Situation } from '../tally.ts';

const FATES: readonly { readonly id: string; readonly reason: Reason; readonly words: string }[] = [
  { id: 'entrees_achevees', reason: 'achevement', words: 'menées à leur terme' },
  { id: 'entrees_interrompues', reason: 'abandon', words: 'interrompues avant le terme' },
  { id: 'entrees_motif_inconnu', reason: 'inconnu', words: 'terminées pour un motif inconnu' },
];

const SEQUELS: readonly { readonly id: string; readonly situations: readonly Situation[]; readonly words: string }[] = [
  { id: 'positives', situations: POSITIVE, words: 'suivies d’une issue positive' },
  { id: 'autres', situations: NOT_POSITIVE, words: 'suivies d’une autre situation' },
  { id: 'inconnues', situations: [...UNKNOWN, ...NOT_OBSERVED], words: 'de situation inconnue ou pas encore observée' },
];

const counted = (
  id: string,
  words: string,
  compute: Indicator['compute'],
  isOpen: NonNullable<Indicator['isOpen']>,
): Indicator => ({
  id,
  label: `Entrées ${words}`,
  kind: 'count',
  material: 'records',
  noun: { singular: 'entrée', plural: 'entrées' },
  definition: `Nombre d’entrées de la période ${words}.`,
  numerator: `Entrées de la période ${words}.`,
  denominator: '',
  scope: 'Entrées en formation rattachées au plan, comptées à partir du 1er janvier 2023.',
  observation:
    'À la date d’arrêté, quelle que soit la date de la sortie. Provisoire tant qu’un parcours est en cours, ou une situation trop récente pour être observée.',
  source: 'Fichiers d’entrées en formation transmis par les financeurs, colonnes de sortie et de situation.',
  limits: 'Une promotion ne se compare à une autre que lorsque tous ses parcours sont terminés.',
  compute,
  isOpen,
});

const isUnderWay = ({ records }: Measures): boolean => records.cohort.open > 0;

/** Closed cohorts: what became of the entries of a year, as far as the cut-off date can tell. */
export const cohortIndicators: readonly Indicator[] = FATES.flatMap(({ id, reason, words }) => [
  counted(id, words, ({ records }) => records.cohort[reason], isUnderWay),
  ...(reason === 'inconnu'
    ? []
    : SEQUELS.map((sequel) =>
        counted(
          `${id}_${sequel.id}`,
          `${words} et ${sequel.words}`,
          ({ records }) => records.cohortExits(reason, sequel.situations),
          (measures) => isUnderWay(measures) || measures.records.cohortExits(reason, NOT_OBSERVED) > 0,
        ),
      )),
]);
