import type { Indicator, Measures } from '../indicator.ts';
import { dimensionsOf, type Slice } from '../slice.ts';
import { KNOWN } from '../tally.ts';

const SCOPE =
  'Parcours de formation rattachés au plan, commencés à partir du 1er janvier 2023, dont la commune de formation est dans la région.';
const OBSERVATION = 'Au mois de l’entrée. Les derniers mois sont provisoires : des entrées y arrivent encore.';
const RECORDS = 'Fichiers d’entrées en formation transmis par les financeurs.';
const PERSONS =
  'Une même personne qui suit deux formations compte pour deux entrées ; aucune clé ne permet de compter des personnes. Un parcours qui en suit un autre du plan est une nouvelle entrée ; un parcours que deux financeurs ont transmis compte deux fois tant que le doublon n’est pas retiré.';

const known = (measures: Measures, slice: Slice): number => measures.elsewhere(slice).records.entries;

/** What a share is a share of: its dimension opened to all its known values; in a basin, the entries of that basin. */
function whole(slice: Slice): Slice {
  const named = dimensionsOf(slice);
  const opened = named.length > 1 ? named.filter((id) => id !== 'bassin') : named;
  return { ...slice, ...Object.fromEntries(opened.map((id) => [id, KNOWN])) };
}

export const entryIndicators: readonly Indicator[] = [
  {
    id: 'entrees',
    label: 'Entrées en formation',
    kind: 'count',
    material: 'records',
    noun: { singular: 'entrée', plural: 'entrées' },
    definition: 'Nombre d’entrées en formation dans la période.',
    numerator: 'Entrées de la période.',
    denominator: '',
    scope: SCOPE,
    observation: OBSERVATION,
    source: RECORDS,
    limits: PERSONS,
    compute: ({ records }) => records.entries,
  },
  {
    id: 'part_entrees',
    label: 'Part des entrées',
    kind: 'rate',
    material: 'records',
    noun: { singular: 'entrée', plural: 'entrées' },
    definition:
      'Part d’une tranche dans les entrées de la période\u202F; celle d’un public ou d’une taille d’entreprise dans un bassin, dans les entrées de ce bassin.',
    numerator: 'Entrées de la tranche.',
    denominator: 'Entrées de la période dont la tranche est connue.',
    answeredBy: 'entrees',
    scope: SCOPE,
    observation: OBSERVATION,
    source: RECORDS,
    limits: PERSONS,
    compute: (measures) => ({
      numerator: measures.records.entries,
      denominator: known(measures, whole(measures.slice)),
    }),
  },
  {
    id: 'part_femmes',
    label: 'Part des femmes',
    kind: 'rate',
    material: 'records',
    noun: { singular: 'entrée', plural: 'entrées' },
    definition: 'Part des entrées de femmes parmi les entrées dont le sexe est connu.',
    numerator: 'Entrées de femmes.',
    denominator: 'Entrées dont le sexe est connu.',
    scope: SCOPE,
    observation: OBSERVATION,
    source: RECORDS,
    answeredBy: 'entrees',
    limits: 'Aucune part n’a été publiée : rien d’extérieur ne permet de la vérifier.',
    compute: (measures) => ({
      numerator: known(measures, { ...measures.slice, sexe: 'F' }),
      denominator: known(measures, { ...measures.slice, sexe: KNOWN }),
    }),
  },
  {
    id: 'part_tpe_pme',
    label: 'Part des TPE et PME',
    kind: 'rate',
    material: 'records',
    noun: { singular: 'entrée', plural: 'entrées' },
    definition:
      'Part des entrées liées à une entreprise de moins de 250 salariés, parmi celles dont la taille de l’entreprise est connue.',
    numerator: 'Entrées liées à une TPE ou à une PME.',
    denominator: 'Entrées dont la taille de l’entreprise est connue.',
    scope: SCOPE,
    observation: 'Taille de l’entreprise qui accueille ou qui recrute, à l’entrée.',
    source: RECORDS,
    answeredBy: 'entrees',
    limits: 'La taille n’est connue que pour une partie des entrées ; la part ne dit rien des autres.',
    compute: (measures) => ({
      numerator:
        known(measures, { ...measures.slice, taille: 'tpe' }) + known(measures, { ...measures.slice, taille: 'pme' }),
      denominator: known(measures, { ...measures.slice, taille: KNOWN }),
    }),
  },
  {
    id: 'en_formation',
    label: 'Parcours en cours',
    kind: 'count',
    material: 'records',
    noun: { singular: 'parcours en cours', plural: 'parcours en cours' },
    definition: 'Nombre de parcours commencés et pas encore terminés au dernier jour de la période.',
    numerator: 'Entrées moins sorties depuis le début du plan, au dernier jour de la période.',
    denominator: '',
    scope: SCOPE,
    observation: 'Au dernier jour de la période, et au plus tard à la date d’arrêté.',
    source: RECORDS,
    limits: 'Une sortie transmise en retard compte encore comme un parcours en cours.',
    compute: ({ records }) => records.inTraining,
  },
];
