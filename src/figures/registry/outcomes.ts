import type { Indicator, Measures, Terms } from '../indicator.ts';
import { JOB, KNOWN_SITUATIONS, LASTING_JOB, NOT_OBSERVED, OBSERVED, POSITIVE, UNKNOWN, WHO } from '../outcomes.ts';
import type { Reason, Situation } from '../tally.ts';

const SCOPE = 'Sorties des parcours rattachés au plan dont la situation a été observée.';
const OBSERVATION =
  'Situation observée environ six mois après la sortie, par enquête, par la déclaration sociale nominative ou par l’organisme. Les sorties trop récentes pour être observées sont hors du calcul, et comptées à part ; une sortie plus ancienne sans réponse est de situation inconnue.';
const SOURCE = 'Fichiers d’entrées en formation, colonnes de situation.';
const LIMITS =
  'Situations observées à des dates et par des sources différentes, réunies : la page des définitions dit leurs délais et leurs parts. Ce n’est ni un accès à l’emploi dans les six mois, ni un taux que d’autres producteurs calculent. Une formation qualifiante peut être un autre parcours du plan, compté alors aussi comme une entrée : aucune clé ne relie les deux.';
const NOUN = { singular: 'sortie', plural: 'sorties' };

/** Share of some situations among exits whose situation is known. */
const shareOfKnown =
  (situations: readonly Situation[], reasons: readonly Reason[] = WHO.all) =>
  ({ records }: Measures): Terms => ({
    numerator: records.exits(reasons, situations),
    denominator: records.exits(reasons, KNOWN_SITUATIONS),
  });

/** Same, over all observed exits: what the rate would be if every unknown situation were `counted` with the numerator, or not. */
const bound =
  (situations: readonly Situation[]) =>
  ({ records }: Measures): Terms => ({
    numerator: records.exits(WHO.all, situations),
    denominator: records.exits(WHO.all, OBSERVED),
  });

const rate = (
  parts: Pick<Indicator, 'id' | 'label' | 'definition' | 'numerator' | 'denominator' | 'compute'> & Partial<Indicator>,
): Indicator => ({
  kind: 'rate',
  material: 'records',
  noun: NOUN,
  scope: SCOPE,
  observation: OBSERVATION,
  source: SOURCE,
  limits: LIMITS,
  awaitsSituations: true,
  ...parts,
});

const KNOWN_EXITS = 'Sorties dont la situation est connue.';
const POSITIVE_EXITS =
  'Sorties vers un emploi durable ou court, l’alternance, la création d’entreprise ou une formation qualifiante.';

export const outcomeIndicators: readonly Indicator[] = [
  {
    ...rate({
      id: 'issues_positives',
      label: 'Issues positives',
      definition: 'Nombre de sorties suivies d’une issue positive.',
      numerator: POSITIVE_EXITS,
      denominator: '',
      compute: ({ records }) => records.exits(WHO.all, POSITIVE),
    }),
    kind: 'count',
    noun: { singular: 'issue positive', plural: 'issues positives' },
  },
  {
    ...rate({
      id: 'issues_inconnues',
      label: 'Situations inconnues',
      definition: 'Nombre de sorties observées dont la situation est restée inconnue.',
      numerator: 'Sorties observées de situation inconnue.',
      denominator: '',
      compute: ({ records }) => records.exits(WHO.all, UNKNOWN),
    }),
    kind: 'count',
    noun: { singular: 'situation inconnue', plural: 'situations inconnues' },
  },
  {
    ...rate({
      id: 'sorties_observees',
      label: 'Sorties observées',
      definition: 'Nombre de sorties dont la situation a été cherchée, connue ou non.',
      numerator: 'Sorties observées.',
      denominator: '',
      compute: ({ records }) => records.exits(WHO.all, OBSERVED),
    }),
    kind: 'count',
  },
  {
    ...rate({
      id: 'sorties_situation_connue',
      label: 'Sorties de situation connue',
      definition: 'Nombre de sorties dont la situation est connue.',
      numerator: KNOWN_EXITS,
      denominator: '',
      compute: ({ records }) => records.exits(WHO.all, KNOWN_SITUATIONS),
    }),
    kind: 'count',
  },
  {
    ...rate({
      id: 'sorties_trop_recentes',
      label: 'Sorties trop récentes',
      definition: 'Nombre de sorties trop proches de la date d’arrêté pour que leur situation ait pu être observée.',
      numerator: 'Sorties des derniers mois, observées ou non.',
      denominator: '',
      scope: 'Sorties des parcours rattachés au plan.',
      observation: 'Mois de sortie dont toutes les sorties n’ont pas encore atteint le délai d’observation.',
      limits: 'Elles sont hors des taux d’issue positive, même quand une réponse est arrivée plus tôt que les autres.',
      compute: ({ records }) => records.exits(WHO.all, NOT_OBSERVED),
    }),
    kind: 'count',
  },
  rate({
    id: 'taux_issue_positive',
    answeredBy: 'sorties_observees',
    label: 'Taux d’issue positive',
    definition: 'Part des issues positives parmi les sorties dont la situation est connue.',
    numerator: POSITIVE_EXITS,
    denominator: KNOWN_EXITS,
    compute: shareOfKnown(POSITIVE),
  }),
  rate({
    id: 'taux_issue_positive_achevements',
    label: 'Taux d’issue positive après un achèvement',
    definition: 'Taux d’issue positive des parcours menés à leur terme.',
    numerator: POSITIVE_EXITS,
    denominator: 'Sorties en fin de parcours dont la situation est connue.',
    compute: shareOfKnown(POSITIVE, WHO.completers),
  }),
  rate({
    id: 'taux_issue_positive_avant_terme',
    label: 'Taux d’issue positive après une sortie avant le terme',
    definition: 'Taux d’issue positive des parcours quittés avant leur fin.',
    numerator: POSITIVE_EXITS,
    denominator: 'Sorties avant le terme dont la situation est connue.',
    compute: shareOfKnown(POSITIVE, WHO.earlyLeavers),
  }),
  rate({
    id: 'taux_issue_positive_bas',
    label: 'Taux d’issue positive, borne basse',
    definition: 'Taux d’issue positive si toutes les situations inconnues étaient négatives.',
    numerator: POSITIVE_EXITS,
    denominator: 'Sorties observées, de situation connue ou non.',
    compute: bound(POSITIVE),
  }),
  rate({
    id: 'taux_issue_positive_haut',
    label: 'Taux d’issue positive, borne haute',
    definition: 'Taux d’issue positive si toutes les situations inconnues étaient positives.',
    numerator: 'Issues positives et situations inconnues.',
    denominator: 'Sorties observées, de situation connue ou non.',
    compute: bound([...POSITIVE, ...UNKNOWN]),
  }),
  rate({
    id: 'taux_reponse',
    label: 'Taux de réponse',
    definition: 'Part des sorties observées dont la situation est connue.',
    numerator: KNOWN_EXITS,
    denominator: 'Sorties observées, de situation connue ou non.',
    compute: bound(KNOWN_SITUATIONS),
  }),
  rate({
    id: 'taux_emploi_durable',
    answeredBy: 'sorties_observees',
    label: 'Taux d’emploi durable',
    definition: 'Part des sorties vers un emploi durable parmi les sorties dont la situation est connue.',
    numerator: 'Sorties vers un contrat à durée indéterminée, ou d’au moins six mois.',
    denominator: KNOWN_EXITS,
    compute: shareOfKnown(LASTING_JOB),
  }),
  rate({
    id: 'sorties_part',
    answeredBy: 'sorties_observees',
    label: 'Part d’une situation parmi les sorties',
    definition: 'Part d’une situation parmi les sorties dont la situation est connue.',
    numerator: 'Sorties dont la situation est celle de la tranche.',
    denominator: KNOWN_EXITS,
    compute: ({ records, elsewhere, slice }) => {
      const { issue, ...rest } = slice;
      // An unknown situation is no part of the known ones: its share has no meaning, which is not 0 %.
      if (UNKNOWN.some((unknown) => unknown === issue)) return { numerator: 0, denominator: 0 };
      return {
        numerator: records.exits(WHO.all, KNOWN_SITUATIONS),
        denominator: elsewhere(rest).records.exits(WHO.all, KNOWN_SITUATIONS),
      };
    },
  }),
  rate({
    id: 'sorties_emploi_part',
    answeredBy: 'sorties_observees',
    label: 'Part des sorties vers un emploi',
    definition: 'Part des sorties vers un emploi, durable ou court, parmi les sorties dont la situation est connue.',
    numerator: 'Sorties vers un emploi durable ou court.',
    denominator: KNOWN_EXITS,
    compute: shareOfKnown(JOB),
  }),
];
