import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import type { Calendar } from './calendar.ts';
import type { Dataset } from './dataset.ts';
import { column, DIMENSIONS, fortyDataset } from './forty.fixture.ts';
import { SITUATION } from './sql.fixture.ts';

export const CUT_OFF = '2025-08-31';

/** Columns of a file of entries, and the values that a random record may have there; empty ones too. */
const VALUES = {
  motif_sortie: ['achevement', 'achevement', 'abandon', 'inconnu'],
  situation: ['', ...(DIMENSIONS.find(({ id }) => id === 'issue')?.values.map(({ id }) => id) ?? [])],
  code_commune: ['59350', '62498', '62041'],
  code_formation: ['technicien', 'superieur'],
  voie: ['professionnelle', 'apprentissage', 'scolaire'],
  secteur: ['industrie', 'logistique'],
  financeur: ['region', 'opco'],
  sexe: ['F', 'H', ''],
  tranche_age: ['moins_26', '26_35', ''],
  niveau_entree: ['3', '4', ''],
  taille_entreprise: ['tpe', 'pme', 'eti', 'ge', ''],
} as const;
type Name = 'date_entree' | 'date_sortie' | 'effectif' | keyof typeof VALUES;
export type Row = Readonly<Record<Name, string | number>>;

const day = (number: number): string =>
  new Date(Date.UTC(2022, 11, 1) + number * 86_400_000).toISOString().slice(0, 10);
const LAST_DAY = (Date.parse(CUT_OFF) - Date.UTC(2022, 11, 1)) / 86_400_000;

/** Any record that the door lets in, entries before the plan included: they count for nothing. */
export const anyRow: fc.Arbitrary<Row> = fc
  .record({
    entered: fc.nat(LAST_DAY),
    stayed: fc.nat(300),
    effectif: fc.integer({ min: 1, max: 4 }),
    ...(Object.fromEntries(
      Object.entries(VALUES).map(([name, values]) => [name, fc.constantFrom(...(values as readonly string[]))]),
    ) as Record<keyof typeof VALUES, fc.Arbitrary<string>>),
  })
  .map(({ entered, stayed, ...row }) => {
    const left = entered + stayed <= LAST_DAY;
    return {
      ...row,
      date_entree: day(entered),
      date_sortie: left ? day(entered + stayed) : '',
      motif_sortie: left ? row.motif_sortie : '',
      situation: left ? row.situation : '',
    };
  });

export const toDataset = (rows: readonly Row[]): Dataset => {
  const names = Object.keys(rows[0] ?? {}) as Name[];
  const columns = new Map<string, ReturnType<typeof column>>(
    names.map((name) => [name, column(rows.map((row) => row[name]))]),
  );
  return fortyDataset([{ size: rows.length, columns }]);
};

const text = (value: string | number | null): string =>
  value === '' || value === null ? 'NULL' : typeof value === 'number' ? String(value) : `'${value}'`;
const tuples = (rows: readonly (readonly (string | number | null)[])[]): string =>
  rows.map((row) => `(${row.map(text).join(', ')})`).join(', ');

/** The same data as tables. */
export async function load(rows: readonly Row[], calendar: Calendar): Promise<DuckDBConnection> {
  const { communes, formations, seats, events } = fortyDataset();
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const names = Object.keys(rows[0] ?? {}) as Name[];
  await connection.run(`CREATE TABLE raw (${names.map((name) => `${name} ${typeOf(name)}`).join(', ')})`);
  await connection.run(`INSERT INTO raw VALUES ${tuples(rows.map((row) => names.map((name) => row[name])))}`);
  await connection.run(
    `CREATE TABLE communes AS SELECT * FROM (VALUES ${tuples([...communes.values()].map(({ code, basin, departement }) => [code, basin, departement]))}) AS c(code, bassin, departement)`,
  );
  await connection.run(
    `CREATE TABLE formations AS SELECT * FROM (VALUES ${tuples([...formations.values()].map(({ code, family, level }) => [code, family, level]))}) AS f(code, famille, niveau)`,
  );
  await connection.run(`CREATE TABLE entries AS
    SELECT r.date_entree, r.date_sortie, r.motif_sortie AS motif, ${SITUATION} AS situation, r.effectif, c.bassin,
      c.departement, f.code AS formation, f.famille, f.niveau, r.voie, r.secteur, r.financeur, r.sexe,
      r.tranche_age AS age, r.niveau_entree, r.taille_entreprise AS taille
    FROM raw r JOIN communes c ON c.code = r.code_commune JOIN formations f ON f.code = r.code_formation
    WHERE r.date_entree >= DATE '2023-01-01'`);
  await connection.run(`CREATE TABLE seats AS
    SELECT s.year, s.bassin, s.seats, f.famille, f.niveau FROM
      (VALUES ${tuples(seats.map(({ year, formation, basin, seats: number }) => [year, formation, basin, number]))})
      AS s(year, formation, bassin, seats) JOIN formations f ON f.code = s.formation`);
  await connection.run(`CREATE TABLE events AS SELECT CAST(date AS DATE) AS date, type, bassin, participants FROM
    (VALUES ${tuples(events.map(({ date, kind, basin, participants }) => [date, kind, basin, participants]))})
    AS v(date, type, bassin, participants)`);
  const years = [2022, 2023, 2024, 2025].map((year) => [String(year), `${year}-01-01`, `${year}-12-31`, year, year]);
  const months = calendar.months.map((month) => [month, `${month}-01`, null, 0, 0]);
  await connection.run(`CREATE TABLE times AS
    SELECT id, CAST(first AS DATE) AS first, least(DATE '${CUT_OFF}', coalesce(CAST(last AS DATE), last_day(CAST(first AS DATE)))) AS last,
      first_year, last_year, last <= '${CUT_OFF}' AND id <> 'cumul' AS whole
    FROM (VALUES ${tuples([...years, ['cumul', '2023-01-01', CUT_OFF, 2023, 2025], ...months])})
    AS t(id, first, last, first_year, last_year)`);
  const values = DIMENSIONS.flatMap(({ id, values: own, groups }) => [
    ...own.map((value) => [id, value.id, value.id]),
    ...groups.flatMap((group) => group.members.map((member) => [id, group.id, member])),
  ]);
  await connection.run(`CREATE TABLE dimension_values AS
    SELECT dimension, id, list(member) AS members FROM (VALUES ${tuples(values)}) AS d(dimension, id, member)
    GROUP BY ALL`);
  return connection;
}

const typeOf = (name: Name): string =>
  name.startsWith('date_') ? 'DATE' : name === 'effectif' ? 'INTEGER' : 'VARCHAR';
