import { allPlaces, type ChartContext } from '../charts/catalogue/context.ts';
import { formatFigure } from '../figures/format.ts';
import { aimsTable, coverageTable, filesTable, partnersTable, type ReferenceSources } from './reference.ts';
import type { Table, TableRow } from './table.ts';

const NOTE = 'p : provisoire. s : secret statistique. – : sans objet.';

const POOLED = 'Ces situations, de dates et de sources différentes, sont réunies.';

/** What has to stand beside a column of positive-outcome rates: their base, the response, both bounds. */
function outcomeNote({ book, year }: ChartContext): string {
  const [response, low, high] = ['taux_reponse', 'taux_issue_positive_bas', 'taux_issue_positive_haut'].map((id) =>
    formatFigure(book.figure(id, { annee: year })),
  );
  return `Issue positive : sur les sorties de situation connue ; pour la région, ${response} de réponse, bornes ${low} et ${high}. ${POOLED} Achèvement : sur les sorties de motif connu.`;
}

/** Entries, completion and outcomes by place of training; nobody is left out. */
function basins(context: ChartContext): Table {
  const { book, year } = context;
  const months = book.calendar.months.filter((month) => month.startsWith(String(year + 1))).length;
  const row = (head: string, basin: string | null, rest: Partial<TableRow> = {}): TableRow => {
    const where = basin === null ? {} : { bassin: basin };
    return {
      head,
      ...rest,
      cells: [
        book.figure('entrees', { annee: year - 1, ...where }),
        book.figure('entrees', { annee: year, ...where }),
        book.figure('entrees_evolution_taux', { annee: year, ...where }),
        basin === null ? '' : book.figure('part_entrees', { annee: year, ...where }),
        ...(months > 0 ? [book.figure('entrees', { annee: year + 1, ...where })] : []),
        book.figure('taux_achevement', { annee: year, ...where }),
        book.figure('taux_issue_positive', { annee: year, ...where }),
      ],
    };
  };
  const [outside] = allPlaces(context).slice(-1);
  return {
    name: 'bassins',
    subtitle: `Années ${year - 1}, ${year}${months > 0 ? ` et ${months} premiers mois de ${year + 1}` : ''}`,
    head: 'Lieu de formation',
    columns: [
      `Entrées ${year - 1}`,
      `Entrées ${year}`,
      'Évolution sur un an',
      `Part ${year}`,
      ...(months > 0 ? [`Entrées ${year + 1} (${months}\u00A0mois)`] : []),
      `Achèvement ${year}`,
      `Issue positive ${year}`,
    ],
    rows: [
      ...context.basins.map((place) => row(place.name, place.id, { place: place.id })),
      row(context.allBasins.name, context.allBasins.id, { total: true }),
      ...(outside ? [row(outside.name, outside.id, { place: outside.id, hollow: true })] : []),
      row('Ensemble de la région', null, { total: true }),
    ],
    note: `${NOTE} ${outcomeNote(context)} Les mois de ${year + 1} ne sont comparés à aucune année entière.`,
  };
}

/** Families of formations over the years, with their level. */
function families(context: ChartContext): Table {
  const { book, year } = context;
  const formations = new Map(
    [...(book.dimensions.get('famille')?.values ?? [])].map((family) => [family.id, family.label]),
  );
  return {
    name: 'familles',
    subtitle: `Places, entrées, remplissage et achèvement par famille, année ${year}`,
    head: 'Famille de formations',
    columns: [`Places ${year}`, `Entrées ${year}`, 'Remplissage', 'Achèvement', 'Issue positive'],
    rows: [
      ...[...formations].map(
        ([famille, head]): TableRow => ({
          head,
          cells: (['places', 'entrees', 'taux_remplissage', 'taux_achevement', 'taux_issue_positive'] as const).map(
            (id) => book.figure(id, { annee: year, famille }),
          ),
        }),
      ),
      {
        head: 'Ensemble',
        total: true,
        cells: (['places', 'entrees', 'taux_remplissage', 'taux_achevement', 'taux_issue_positive'] as const).map(
          (id) => book.figure(id, { annee: year }),
        ),
      },
    ],
    note: `${NOTE} ${outcomeNote(context)} Une famille réunit les titres qui se sont succédé sous plusieurs numéros du répertoire national.`,
  };
}

/** Entries and outcomes by département: the rest of the region is not a void. */
function departements(context: ChartContext): Table {
  const { book, year } = context;
  const columns = ['entrees', 'part_entrees', 'taux_achevement', 'taux_issue_positive'] as const;
  return {
    name: 'departements',
    subtitle: `Entrées, achèvement et issues par département de formation, année ${year}`,
    head: 'Département',
    columns: [`Entrées ${year}`, 'Part', 'Achèvement', 'Issue positive'],
    rows: [
      ...(book.dimensions.get('departement')?.values ?? []).map(
        (value): TableRow => ({
          head: value.label,
          cells: columns.map((id) => book.figure(id, { annee: year, departement: value.id })),
        }),
      ),
      {
        head: 'Ensemble de la région',
        total: true,
        cells: columns.map((id) => (id === 'part_entrees' ? '' : book.figure(id, { annee: year }))),
      },
    ],
    note: `${NOTE} ${outcomeNote(context)}`,
  };
}

/** Completers and early leavers, and what unknown situations could change. */
function outcomeBounds(context: ChartContext): Table {
  const { book, year } = context;
  const columns = [
    'taux_issue_positive',
    'taux_issue_positive_bas',
    'taux_issue_positive_haut',
    'taux_reponse',
    'taux_issue_positive_achevements',
    'taux_issue_positive_avant_terme',
  ] as const;
  const row = (head: string, basin: string | null, rest: Partial<TableRow> = {}): TableRow => ({
    head,
    ...rest,
    cells: columns.map((id) => book.figure(id, { annee: year, ...(basin === null ? {} : { bassin: basin }) })),
  });
  return {
    name: 'bornes',
    subtitle: `Taux d’issue positive des sorties de ${year}, ses deux bornes, et selon la fin du parcours`,
    head: 'Lieu de formation',
    columns: ['Situation connue', 'Borne basse', 'Borne haute', 'Réponse', 'Après un achèvement', 'Avant le terme'],
    rows: [
      ...allPlaces(context).map((place) =>
        row(place.name, place.id, { place: place.id, hollow: place.id === context.outside.id }),
      ),
      row('Ensemble de la région', null, { total: true }),
    ],
    note: `${NOTE} Borne basse : toutes les situations inconnues comptées comme négatives ; borne haute : comme positives. ${POOLED}`,
  };
}

/** What tables are made from. */
export interface TableSources extends ReferenceSources {
  readonly charts: ChartContext;
}

/** Tables an editor can ask for by name. */
export const TABLES: Readonly<Record<string, (sources: TableSources) => Table>> = {
  bassins: ({ charts }) => basins(charts),
  familles: ({ charts }) => families(charts),
  departements: ({ charts }) => departements(charts),
  bornes: ({ charts }) => outcomeBounds(charts),
  partenaires: partnersTable,
  objectifs: aimsTable,
  fichiers: filesTable,
  couverture: ({ charts }) => coverageTable(charts),
};

export const TABLE_NAMES: readonly string[] = Object.keys(TABLES);
