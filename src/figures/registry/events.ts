import type { Indicator } from '../indicator.ts';

const SCOPE = 'Événements du volet attractivité recensés par les partenaires du plan.';
const OBSERVATION = 'Au jour de l’événement, dans la période de recensement.';
const SOURCE = 'Fichier des actions d’attractivité.';

export const eventIndicators: readonly Indicator[] = [
  {
    id: 'actions',
    label: 'Actions d’attractivité',
    kind: 'count',
    material: 'events',
    noun: { singular: 'action', plural: 'actions' },
    definition: 'Nombre d’événements organisés pour faire connaître les métiers.',
    numerator: 'Événements de la période.',
    denominator: '',
    scope: SCOPE,
    observation: OBSERVATION,
    source: SOURCE,
    limits: 'Un même public peut assister à plusieurs événements.',
    compute: ({ events }) => events,
  },
  {
    id: 'participants',
    label: 'Participations aux actions d’attractivité',
    kind: 'count',
    material: 'events',
    noun: { singular: 'participation', plural: 'participations' },
    definition: 'Nombre de participations déclarées par les organisateurs.',
    numerator: 'Participations, là où elles ont été comptées.',
    denominator: '',
    scope: SCOPE,
    observation: OBSERVATION,
    source: SOURCE,
    limits: 'Les événements sans comptage n’y sont pas ; une personne venue deux fois compte deux fois.',
    compute: ({ participants }) => participants,
  },
];
