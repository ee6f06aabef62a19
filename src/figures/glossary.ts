/** Words that the report uses in one sense only, with the indicators that count them. French, in alphabetical order. */
export interface Term {
  readonly word: string;
  readonly meaning: string;
  readonly indicators: readonly string[];
}

export const GLOSSARY: readonly Term[] = [
  {
    word: 'Achèvement',
    meaning: 'Sortie en fin de parcours. Ce n’est pas l’obtention d’un titre.',
    indicators: ['achevements', 'taux_achevement'],
  },
  {
    word: 'Bassin',
    meaning: 'Ensemble de communes nommé dans les réglages ; un parcours est rangé au lieu où se tient la formation.',
    indicators: [],
  },
  {
    word: 'Borne basse, borne haute',
    meaning: 'Ce que serait un taux si toutes les situations inconnues étaient négatives, ou toutes positives.',
    indicators: ['taux_issue_positive_bas', 'taux_issue_positive_haut'],
  },
  {
    word: 'Cohorte',
    meaning: 'Entrées d’une même année, suivies jusqu’à la dernière sortie.',
    indicators: ['taux_achevement_cohorte'],
  },
  {
    word: 'Entrée',
    meaning: 'Premier jour d’un parcours. Une personne qui suit deux parcours entre deux fois.',
    indicators: ['entrees'],
  },
  {
    word: 'Issue positive',
    meaning:
      'Emploi durable ou court, alternance, création d’entreprise ou formation qualifiante, à la date où la situation est observée.',
    indicators: ['issues_positives', 'taux_issue_positive'],
  },
  {
    word: 'Parcours',
    meaning: 'Une formation suivie, de son entrée à sa sortie : une ligne des fichiers.',
    indicators: ['en_formation'],
  },
  { word: 'Place', meaning: 'Capacité ouverte dans une formation pour une année.', indicators: ['places'] },
  {
    word: 'Points',
    meaning: 'Différence entre deux taux : de 80 % à 82 %, deux points.',
    indicators: [],
  },
  {
    word: 'Provisoire',
    meaning:
      'Qui change encore : les derniers mois reçoivent des entrées et des sorties en retard. Aucune évolution n’en est tirée.',
    indicators: [],
  },
  {
    word: 'Secret statistique',
    meaning: 'Un nombre trop petit n’est montré nulle part, ni ce qui permettrait de le retrouver.',
    indicators: [],
  },
  {
    word: 'Sortie',
    meaning: 'Dernier jour d’un parcours, quel qu’en soit le motif.',
    indicators: ['sorties'],
  },
  {
    word: 'Sortie avant le terme',
    meaning: 'Parcours quitté avant sa fin ; quand c’est pour un emploi, elle compte aussi comme issue positive.',
    indicators: ['sorties_avant_terme', 'sorties_avant_terme_emploi'],
  },
  {
    word: 'Tranche',
    meaning: 'La part du plan dont parle un chiffre : une période et, s’il y a lieu, un bassin, une famille, un sexe.',
    indicators: [],
  },
];

/** What readers may look for here, and no file of the plan measures. */
export const NOT_MEASURED: readonly { readonly subject: string; readonly reason: string }[] = [
  {
    subject: 'La certification',
    reason: 'les fichiers disent qu’un parcours est allé à son terme, non qu’un titre a été obtenu.',
  },
  { subject: 'La satisfaction', reason: 'ni les stagiaires ni les entreprises ne sont interrogés.' },
  {
    subject: 'Les personnes',
    reason: 'aucune clé ne relie deux parcours : on compte des entrées et des sorties, jamais des personnes.',
  },
  {
    subject: 'La réponse aux attentes des publics',
    reason: 'rien ne dit si la formation suivie, ou l’emploi trouvé, est celui que la personne cherchait.',
  },
];
