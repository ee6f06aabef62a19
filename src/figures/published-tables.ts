import type { DimensionId } from './dimension.ts';

/** Dimensions crossed with one another, and with which times, in what is published. */
export interface PublishedTable {
  readonly dimensions: readonly DimensionId[];
  /** `annee entiere`: years that are over only; details of the last months are too few to be shown. */
  readonly times: readonly ('annee' | 'annee entiere' | 'cumul' | 'mois')[];
}

const table = (times: PublishedTable['times'], ...dimensions: DimensionId[]): PublishedTable => ({ times, dimensions });

/** Years and the whole period, for each of these dimensions on its own. */
const each = (...dimensions: DimensionId[]): PublishedTable[] => dimensions.map((id) => table(['annee', 'cumul'], id));

/** Years and the whole period, for one dimension crossed with each of the others. */
const across = (first: DimensionId, ...others: DimensionId[]): PublishedTable[] =>
  others.map((other) => table(['annee', 'cumul'], first, other));

const total = table(['annee', 'cumul']);
const monthly = table(['mois']);
const yearly = table(['annee']);
const yearlyBy = (...dimensions: DimensionId[]): PublishedTable => table(['annee'], ...dimensions);
const situations = [table(['annee', 'cumul'], 'issue'), table(['annee entiere'], 'bassin', 'issue')];
const yearlyAndByBasin = [yearly, yearlyBy('bassin')];

/**
 * The published tables, indicator by indicator: the one list of what pages, files and sentences may show, and what
 * disclosure control protects as a whole. A slice that no table here holds is computed for no reader.
 */
const TABLES: Readonly<Record<string, readonly PublishedTable[]>> = {
  entrees: [
    total,
    ...each('bassin', 'departement', 'famille', 'financeur', 'formation', 'niveau', 'secteur'),
    ...each('age', 'niveau_entree', 'sexe', 'taille', 'voie'),
    ...across('bassin', 'famille', 'secteur', 'age', 'taille', 'voie'),
    ...across('famille', 'sexe'),
    monthly,
    table(['mois'], 'bassin'),
  ],
  entrees_evolution: yearlyAndByBasin,
  entrees_evolution_taux: yearlyAndByBasin,
  part_entrees: [
    ...each('bassin', 'departement', 'famille', 'financeur', 'niveau', 'secteur'),
    ...each('age', 'niveau_entree', 'sexe', 'taille', 'voie'),
    yearlyBy('bassin', 'age'),
    yearlyBy('bassin', 'taille'),
  ],
  part_entrees_evolution: [yearlyBy('bassin')],
  part_femmes: [total, ...each('bassin', 'famille', 'voie', 'niveau', 'secteur')],
  part_femmes_evolution: yearlyAndByBasin,
  part_tpe_pme: [total, ...each('bassin', 'famille', 'voie')],
  en_formation: [total, ...each('bassin', 'famille', 'voie'), monthly],
  sorties: [
    total,
    ...each('bassin', 'departement', 'famille', 'formation', 'niveau', 'voie', 'sexe', 'age'),
    ...situations,
    monthly,
  ],
  sorties_evolution: yearlyAndByBasin,
  sorties_evolution_taux: yearlyAndByBasin,
  sorties_motif_inconnu: [total, ...each('bassin')],
  achevements: [total, ...each('bassin', 'departement', 'famille', 'voie', 'niveau', 'sexe'), monthly],
  achevements_evolution: [yearly],
  achevements_evolution_taux: [yearly],
  sorties_avant_terme: [total, ...each('bassin', 'departement', 'famille', 'voie', 'niveau', 'sexe'), monthly],
  sorties_avant_terme_evolution: [yearly],
  sorties_avant_terme_evolution_taux: [yearly],
  sorties_avant_terme_emploi: [total, ...each('bassin')],
  sorties_avant_terme_emploi_part: [total, ...each('bassin')],
  taux_achevement: [
    total,
    ...each('bassin', 'departement', 'famille', 'formation', 'voie', 'niveau', 'sexe', 'age'),
    monthly,
  ],
  taux_achevement_evolution: yearlyAndByBasin,
  taux_achevement_cohorte: [total, ...each('bassin', 'famille')],
  entrees_achevees: [yearly],
  entrees_achevees_positives: [yearly],
  entrees_achevees_autres: [yearly],
  entrees_achevees_inconnues: [yearly],
  entrees_interrompues: [yearly],
  entrees_interrompues_positives: [yearly],
  entrees_interrompues_autres: [yearly],
  entrees_interrompues_inconnues: [yearly],
  entrees_motif_inconnu: [yearly],
  issues_positives: [total, ...each('bassin', 'famille')],
  issues_inconnues: [total, ...each('bassin', 'famille')],
  sorties_observees: [total, ...each('bassin')],
  sorties_trop_recentes: [total, ...each('bassin')],
  sorties_situation_connue: [total, ...each('bassin')],
  taux_issue_positive: [
    total,
    ...each('bassin', 'departement', 'famille', 'formation', 'voie', 'niveau', 'sexe', 'age'),
  ],
  taux_issue_positive_evolution: yearlyAndByBasin,
  taux_issue_positive_achevements: [total, ...each('bassin')],
  taux_issue_positive_avant_terme: [total, ...each('bassin')],
  taux_issue_positive_bas: [total, ...each('bassin')],
  taux_issue_positive_haut: [total, ...each('bassin')],
  taux_reponse: [total, ...each('bassin', 'famille', 'voie')],
  taux_emploi_durable: [total, ...each('bassin', 'famille', 'niveau')],
  sorties_part: situations,
  sorties_emploi_part: [total, ...each('bassin')],
  places: [total, ...each('bassin', 'famille', 'niveau'), ...across('bassin', 'famille')],
  places_evolution: yearlyAndByBasin,
  places_evolution_taux: yearlyAndByBasin,
  multiplication_places: [...yearlyAndByBasin, yearlyBy('famille')],
  taux_remplissage: [...yearlyAndByBasin, yearlyBy('famille'), yearlyBy('niveau'), yearlyBy('bassin', 'famille')],
  taux_remplissage_evolution: yearlyAndByBasin,
  places_inoccupees: yearlyAndByBasin,
  actions: [total, ...each('bassin', 'type'), monthly],
  participants: [total, ...each('bassin', 'type')],
};

/** The published tables of an indicator; none when it is only computed on demand, inside the house. */
export const tablesOf = (indicator: string): readonly PublishedTable[] => TABLES[indicator] ?? [];

/** The published tables of an indicator, as a slice is written: « annee », « annee + bassin », « mois ». */
export const describeTables = (indicator: string): readonly string[] => [
  ...new Set(
    tablesOf(indicator).map(({ times, dimensions }) =>
      [times[0] === 'mois' ? 'mois' : 'annee', ...dimensions].join(' + '),
    ),
  ),
];

/** Indicators that have published tables, in the order of the list. */
export const PUBLISHED_INDICATORS: readonly string[] = Object.keys(TABLES);
