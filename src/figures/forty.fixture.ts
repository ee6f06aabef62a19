import type { Column, Dataset, EntryTable } from './dataset.ts';
import type { Dimension, DimensionId } from './dimension.ts';

/**
 * Forty courses, small enough to be counted by eye. Columns: rank, entry, exit, reason, situation, place, family,
 * sex, size of the firm. A dash is an empty cell. The dates of observation are left out: figures do not read them.
 */
export const FORTY = `
 1 2023-03-06 2023-09-01 achevement emploi_durable         lille technicien F tpe
 2 2023-03-06 2023-09-01 achevement emploi_durable         lille technicien - tpe
 3 2023-03-06 2023-09-01 achevement emploi_durable         lille technicien H tpe
 4 2023-03-06 2023-09-01 achevement emploi_durable         lille technicien H tpe
 5 2023-03-06 2023-09-01 achevement emploi_durable         lille technicien H pme
 6 2023-03-06 2023-09-01 achevement emploi_court           lille technicien H pme
 7 2023-03-06 2023-09-01 achevement emploi_court           lens  technicien H pme
 8 2023-03-06 2023-09-01 achevement alternance             lens  technicien H pme
 9 2023-03-06 2023-09-01 achevement formation_qualifiante  lens  technicien H eti
10 2023-03-06 2023-09-01 achevement recherche_emploi       lens  technicien H ge
11 2023-03-06 2023-05-12 abandon    emploi_court           arras technicien H -
12 2023-03-06 2023-05-12 abandon    recherche_emploi       arras technicien H -
13 2023-10-02 2024-03-29 achevement emploi_durable         lille technicien F -
14 2023-10-02 2024-03-29 achevement emploi_durable         lille technicien H -
15 2023-10-02 2024-03-29 achevement creation_entreprise    lens  technicien H -
16 2023-10-02 2024-03-29 achevement inconnue               arras technicien H -
17 2024-01-08 2024-06-28 achevement emploi_durable         lille technicien F tpe
18 2024-01-08 2024-06-28 achevement emploi_durable         lille technicien F tpe
19 2024-01-08 2024-06-28 achevement emploi_durable         lille technicien - tpe
20 2024-01-08 2024-06-28 achevement emploi_durable         lille technicien H pme
21 2024-01-08 2024-06-28 achevement emploi_durable         lille superieur  H pme
22 2024-01-08 2024-06-28 achevement emploi_durable         lille superieur  H pme
23 2024-01-08 2024-06-28 achevement emploi_court           lens  superieur  H pme
24 2024-01-08 2024-06-28 achevement emploi_court           lens  superieur  H pme
25 2024-01-08 2024-06-28 achevement formation_qualifiante  lens  superieur  H eti
26 2024-01-08 2024-06-28 achevement alternance             arras superieur  H -
27 2024-01-08 2024-06-28 achevement autre                  arras superieur  H -
28 2024-01-08 2024-06-28 achevement inconnue               arras superieur  H -
29 2024-01-08 2024-03-15 abandon    emploi_court           lille superieur  F -
30 2024-01-08 2024-03-15 abandon    emploi_durable         lens  superieur  H -
31 2024-01-08 2024-03-15 abandon    recherche_emploi       arras superieur  H -
32 2024-01-08 2024-04-12 inconnu    inconnue               arras superieur  H -
33 2024-09-02 2025-06-27 achevement -                      lille technicien H -
34 2024-09-02 2025-06-27 achevement -                      arras technicien H -
35 2025-01-06 2025-07-04 achevement -                      lille technicien H -
36 2025-01-06 2025-07-04 achevement -                      lens  technicien H -
37 2025-01-06 2025-02-14 abandon    emploi_court           arras technicien H -
38 2025-05-05 -          -          -                      lille technicien F -
39 2025-05-05 -          -          -                      arras technicien H -
40 2025-05-05 -          -          -                      arras technicien H -
`;

const COMMUNES: Readonly<Record<string, string>> = { lille: '59350', lens: '62498', arras: '62041' };

/** Rows of the table, one array of cells a course; dashes are empty cells. */
export const fortyRows = (): string[][] =>
  FORTY.trim()
    .split('\n')
    .map((line) =>
      line
        .trim()
        .split(/\s+/)
        .map((cell) => (cell === '-' ? '' : cell)),
    );

/** Cells as a column; an empty text is an empty cell. */
export function column(cells: readonly (string | number)[]): Column {
  const values = [...new Set(cells)];
  const codes = new Map(values.map((value, code) => [value, code]));
  return {
    codes: cells.map((cell) => codes.get(cell) ?? 0),
    values: values.map((value) => (value === '' ? null : value)),
  };
}

/** Rows as the columns figures read; `weight` is the number of entries a row stands for. */
export function tableOf(rows: readonly (readonly string[])[], weight = 1): EntryTable {
  const at = (rank: number) => rows.map((row) => row[rank] ?? '');
  return {
    size: rows.length,
    columns: new Map([
      ['date_entree', column(at(1))],
      ['date_sortie', column(at(2))],
      ['motif_sortie', column(at(3))],
      ['situation', column(at(4))],
      ['code_commune', column(at(5).map((place) => COMMUNES[place] ?? ''))],
      ['code_formation', column(at(6))],
      ['sexe', column(at(7))],
      ['taille_entreprise', column(at(8))],
      ['voie', column(rows.map(() => 'professionnelle'))],
      ['secteur', column(rows.map(() => 'industrie'))],
      ['financeur', column(rows.map(() => 'region'))],
      ['tranche_age', column(rows.map(() => ''))],
      ['niveau_entree', column(rows.map(() => ''))],
      ['effectif', column(rows.map(() => weight))],
    ]),
  };
}

const dimension = (id: DimensionId, values: string, groups: Dimension['groups'] = []): Dimension => ({
  id,
  label: id,
  values: values.split(' ').map((value) => ({ id: value, label: value })),
  groups,
});

export const DIMENSIONS: readonly Dimension[] = [
  dimension('bassin', 'dunkerque lille valenciennes lens hors-bassins', [
    { id: 'quatre-bassins', label: 'Les quatre bassins', members: ['dunkerque', 'lille', 'valenciennes', 'lens'] },
  ]),
  dimension('departement', '02 59 60 62 80'),
  dimension('famille', 'technicien superieur'),
  dimension('formation', 'technicien superieur'),
  dimension('niveau', '4 5'),
  dimension('voie', 'professionnelle apprentissage scolaire'),
  dimension('secteur', 'industrie logistique'),
  dimension('financeur', 'region opco'),
  dimension('sexe', 'F H'),
  dimension('age', 'moins_26 26_35'),
  dimension('niveau_entree', '3 4'),
  dimension('taille', 'tpe pme eti ge'),
  dimension(
    'issue',
    'emploi_durable emploi_court alternance creation_entreprise formation_qualifiante recherche_emploi autre inconnue',
  ),
  dimension('type', 'visite forum'),
];

/** The forty courses, with a few seats and events. */
export function fortyDataset(tables: readonly EntryTable[] = [tableOf(fortyRows())]): Dataset {
  const formation = (code: string, level: string) => ({
    code,
    title: code,
    family: code,
    familyLabel: code,
    level,
    rncp: '1',
    rome: '',
    certifier: '',
  });
  const commune = (code: string, basin: string) => ({
    code,
    name: code,
    departement: code.slice(0, 2),
    basin,
    population: 1,
  });
  return {
    entries: tables,
    seats: [
      { year: 2022, formation: 'technicien', basin: 'lille', seats: 4 },
      { year: 2022, formation: 'superieur', basin: 'lens', seats: 2 },
      { year: 2023, formation: 'technicien', basin: 'lille', seats: 20 },
      { year: 2024, formation: 'technicien', basin: 'lille', seats: 10 },
      { year: 2024, formation: 'superieur', basin: 'lens', seats: 14 },
      { year: 2025, formation: 'technicien', basin: 'lille', seats: 26 },
    ],
    events: [
      { date: '2024-07-30', kind: 'visite', basin: 'lille', participants: 7 },
      { date: '2024-09-10', kind: 'visite', basin: 'lille', participants: 20 },
      { date: '2024-11-05', kind: 'forum', basin: 'lens', participants: 100 },
      { date: '2025-03-03', kind: 'visite', basin: 'lille', participants: null },
    ],
    formations: new Map([formation('technicien', '4'), formation('superieur', '5')].map((item) => [item.code, item])),
    communes: new Map(
      [commune('59350', 'lille'), commune('62498', 'lens'), commune('62041', 'hors-bassins')].map((item) => [
        item.code,
        item,
      ]),
    ),
    dimensions: new Map(DIMENSIONS.map((item) => [item.id, item])),
  };
}
