import { type PublishedFigure, shown } from './registry.ts';

/** Places by the names they have in charts and tables. */
export const PLACES = {
  Dunkerque: 'dunkerque',
  Lille: 'lille',
  Valenciennes: 'valenciennes',
  Lens: 'lens',
  'Hors des quatre bassins': 'hors-bassins',
};
const perPlace = (row: (name: string, place: string) => string[]): string[][] =>
  Object.entries(PLACES).map(([name, place]) => row(name, place));
export const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));
/** Months of a year that are over at the cut-off date. */
export const observed = (year: number): string[] => MONTHS.slice(0, year === 2025 ? 8 : 12);

/** What drawings are compared with. */
export interface Known {
  readonly figure: (id: string) => PublishedFigure;
  /** Id and label of each family of formations. */
  readonly families: readonly (readonly [id: string, label: string])[];
}

/** What each chart of the frozen edition says in numbers: pieces of text that follow each other. */
export function drawnValues({ figure, families }: Known): Readonly<Record<string, () => string[][]>> {
  /** A figure as it is printed, its sign of a percentage left out where the axis has it. */
  const value = (id: string): string => shown(figure(id));
  const bareValue = (id: string): string => value(id).replace('%', '');
  const highest = (year: number, rest = ''): string =>
    String(Math.max(...observed(year).map((month) => figure(`entrees[${rest}mois=${year}-${month}]`).value ?? 0)));
  const counted = (slice: string, label: string): string[] => [
    label,
    value(`entrees[${slice}]`),
    value(`part_entrees[${slice}]`),
  ];

  const ISSUES = ['emploi_durable', 'emploi_court', 'alternance', 'formation_qualifiante', 'recherche_emploi'];
  function outcomes(name: string, place: string): string[][] {
    const of = (id: string): string => `${id}[annee=2024${place && `,bassin=${place}`}]`;
    const bounds = `bornes ${value(of('taux_issue_positive_bas'))} et ${value(of('taux_issue_positive_haut'))}`;
    return [
      ISSUES.map((issue) => bareValue(of('sorties_part').replace(']', `,issue=${issue}]`))),
      [`${name} : issue positive ${value(of('taux_issue_positive'))}`],
      [
        `${value(of('sorties_situation_connue'))} sorties de situation connue, ${value(of('taux_reponse'))} de réponse ; ${bounds}`,
      ],
    ];
  }

  return {
    'entrees-par-mois': () => [
      ...[2023, 2024, 2025].map((year) => [highest(year)]),
      ['2023', value('entrees[annee=2023]')],
      ['2024', `${value('entrees[annee=2024]')} publié`],
      ['2025', `${value('entrees[annee=2025]')} en 8 mois`],
    ],
    'places-et-entrees': () => [
      [2022, 2023, 2024, 2025].map((year) => value(`places[annee=${year}]`)),
      [2023, 2024, 2025].map((year) => value(`entrees[annee=${year}]`)),
      ...[2023, 2024].map((year) => [String(year), `places ${value(`multiplication_places[annee=${year}]`)}`]),
      [`${value('entrees[annee=2024]')} publié`],
    ],
    'sorties-et-achevement': () => [
      [2023, 2024, 2025].map((year) => value(`achevements[annee=${year}]`)),
      [2024, 2025].map((year) => value(`sorties_avant_terme[annee=${year}]`)),
      ...[2023, 2024].map((year) => [String(year), `${value(`taux_achevement[annee=${year}]`)} achevés`]),
      ['2025', `8 mois, ${value('taux_achevement[annee=2025]')} achevés`],
    ],
    issues: () => [
      ...outcomes('Ensemble des quatre bassins', 'quatre-bassins'),
      ...outcomes('Reste de la région', 'hors-bassins'),
      ...outcomes('Ensemble de la région', ''),
    ],
    carte: () =>
      perPlace((name, place) => [
        name.replace('quatre ', ''),
        value(`entrees[annee=2024,bassin=${place}]`),
        `entrées, ${value(`part_entrees[annee=2024,bassin=${place}]`)}`,
      ]),
    'achevement-par-bassin': () => [
      ...perPlace((name, place) => [
        name,
        ...[2023, 2024].map((year) => bareValue(`taux_achevement[annee=${year},bassin=${place}]`)),
      ]),
      ['Ensemble de la région', ...[2023, 2024].map((year) => bareValue(`taux_achevement[annee=${year}]`))],
    ],
    formations: () =>
      families.map(([id, label]) => [
        label,
        value(`entrees[annee=2024,famille=${id}]`),
        ...(figure(`taux_remplissage[annee=2024,famille=${id}]`).value === null
          ? []
          : [value(`taux_remplissage[annee=2024,famille=${id}]`)]),
      ]),
    saison: () => [[highest(2024)]],
    'saison-par-bassin': () => [
      ...perPlace((name, place) => [name, `${value(`entrees[annee=2024,bassin=${place}]`)} en 2024`]),
      ...perPlace((_, place) => [highest(2024, `bassin=${place},`)]),
    ],
    'parts-par-bassin': () =>
      perPlace((name, place) => [
        ...[2023, 2024].map((year) => value(`part_entrees[annee=${year},bassin=${place}]`)),
        name,
      ]),
    'en-formation': () => {
      const counts = [2023, 2024, 2025].flatMap((year) =>
        observed(year).map((month) => figure(`en_formation[mois=${year}-${month}]`).value ?? 0),
      );
      return [[String(Math.max(...counts))], [`${value('en_formation[mois=2025-08]')} p`]];
    },
    cohorte: () => {
      const of = (id: string): string => value(`${id}[annee=2023]`);
      const unknown = (id: string): string =>
        `situation inconnue${figure(id).status === 'provisoire' ? ' ou à observer' : ''}`;
      return [
        [of('entrees'), 'entrées'],
        [of('entrees_achevees'), 'parcours achevés'],
        [of('entrees_interrompues'), 'interrompus avant le terme'],
        [of('entrees_motif_inconnu'), 'de motif inconnu'],
        ...['achevees', 'interrompues'].flatMap((end) => [
          [of(`entrees_${end}_positives`), 'issue positive'],
          [of(`entrees_${end}_autres`), 'autre situation'],
          [of(`entrees_${end}_inconnues`), unknown(`entrees_${end}_inconnues[annee=2023]`)],
        ]),
      ];
    },
    'entrees-par-bassin': () => perPlace((name, place) => counted(`annee=2024,bassin=${place}`, name)),
    secteurs: () => [
      counted('annee=2024,secteur=industrie', 'Industrie'),
      counted('annee=2024,secteur=logistique', 'Logistique'),
      counted('annee=2024,secteur=transition_energetique', 'Transition énergétique'),
      counted('annee=2024,secteur=construction', 'Construction'),
      counted('annee=2024,secteur=autre', 'Autre secteur'),
    ],
    ages: () => [
      counted('age=moins_26,annee=2024', 'Moins de 26 ans'),
      counted('age=26_35,annee=2024', 'De 26 à 35 ans'),
      counted('age=36_45,annee=2024', 'De 36 à 45 ans'),
      counted('age=46_plus,annee=2024', '46 ans et plus'),
    ],
    tailles: () => [
      counted('annee=2024,taille=tpe', 'TPE, moins de 10 salariés'),
      counted('annee=2024,taille=pme', 'PME, de 10 à 249 salariés'),
      counted('annee=2024,taille=eti', 'Entreprise de taille intermédiaire'),
      counted('annee=2024,taille=ge', 'Grande entreprise'),
    ],
    'actions-par-mois': () => [
      ...MONTHS.slice(7).map((month) => [value(`actions[mois=2024-${month}]`)]),
      ...MONTHS.slice(0, 7).map((month) => [value(`actions[mois=2025-${month}]`)]),
    ],
  };
}
