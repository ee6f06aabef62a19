import type { DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createBook } from './book.ts';
import { createCalendar } from './calendar.ts';
import { type ChangeIndicator, isChange } from './changes.ts';
import type { DimensionId } from './dimension.ts';
import type { Indicator } from './indicator.ts';
import { observeOnTime } from './observation.ts';
import { tablesOf } from './published-tables.ts';
import { INDICATORS } from './registry.ts';
import { figureId, type Slice } from './slice.ts';
import { SQL, type SqlTerms } from './sql.fixture.ts';
import { anyRow, CUT_OFF, load, toDataset } from './sql-data.fixture.ts';

const calendar = createCalendar({
  start: '2023-01-01',
  cutOff: CUT_OFF,
  referenceYear: 2022,
  provisionalMonths: 4,
  observationMonths: 6,
  eventsFrom: '2024-08-01',
  eventsTo: '2025-07-31',
});

/** Column of the SQL table of entries that each dimension reads. */
const COLUMNS: Readonly<Partial<Record<DimensionId, string>>> = { issue: 'situation' };

/** The query of one published table of an indicator: a row a figure. */
function query(
  { numerator, denominator, unless }: SqlTerms,
  dimensions: readonly DimensionId[],
  times: string,
): string {
  const within = (row: string, ids = dimensions): string =>
    ids.map((id) => `list_contains(d_${id}.members, ${row}.${COLUMNS[id] ?? id})`).join(' AND ') || 'true';
  const isKnown = (id: DimensionId): string =>
    id === 'bassin' && dimensions.length > 1 ? within('e', [id]) : `e.${COLUMNS[id] ?? id} IS NOT NULL`;
  const known = dimensions.map(isKnown).join(' AND ') || 'true';
  const fill = (sql: string): string =>
    sql
      .replaceAll('{e}', within('e'))
      .replaceAll(
        '{e-}',
        within(
          'e',
          dimensions.filter((id) => id !== 'issue'),
        ),
      )
      .replaceAll('{e*}', known)
      .replaceAll('{s}', within('s'))
      .replaceAll('{v}', within('v'));
  const from = [
    'times t',
    ...dimensions.map((id) => `(SELECT * FROM dimension_values WHERE dimension = '${id}') d_${id}`),
  ];
  const keys = ['t.id AS time', ...dimensions.map((id) => `d_${id}.id AS ${id}`)];
  // Seats are known for the year before the plan, entries are not.
  const beforePlan = numerator.includes('entries e') ? "t.id = '2022'" : 'false';
  return fill(`SELECT *, CASE WHEN refused THEN NULL ELSE CAST(n AS DOUBLE) / CAST(d AS DOUBLE) END AS value FROM (
    SELECT ${keys.join(', ')}, CAST(${numerator} AS DOUBLE) AS n,
      nullif(CAST(${denominator ?? '1'} AS DOUBLE), 0) AS d, coalesce(${unless ?? 'false'}, false) OR ${beforePlan} AS refused
    FROM ${from.join(', ')} WHERE ${times})`);
}

/** Years only, compared with the year before: both whole, and none of them provisional. */
const changeQuery = (base: string, { change }: ChangeIndicator, dimensions: readonly DimensionId[]): string => `
  WITH base AS (${base})
  SELECT a.*  EXCLUDE (value), ${
    change.as === 'relative'
      ? 'CASE WHEN b.value = 0 THEN NULL ELSE (a.value - b.value) / b.value END'
      : `(a.value - b.value) * ${change.of.kind === 'rate' ? 100 : 1}`
  } * CASE WHEN a.time IN ('2025', 'cumul') THEN NULL ELSE 1 END AS value
  FROM base a LEFT JOIN base b ON CAST(b.time AS INTEGER) = CAST(a.time AS INTEGER) - 1
    ${dimensions.map((id) => `AND b.${id} = a.${id}`).join(' ')}`;

const TIMES = {
  annee: 'length(t.id) = 4',
  'annee entiere': "t.id IN ('2023', '2024')",
  cumul: "t.id = 'cumul'",
  mois: "t.id LIKE '____-__'",
} as const;

/** Every published figure by its id, as SQL has it. */
async function recompute(connection: DuckDBConnection): Promise<Map<string, number | null>> {
  const values = new Map<string, number | null>();
  for (const indicator of INDICATORS) {
    for (const { dimensions, times } of tablesOf(indicator.id)) {
      const when = `(${times.map((time) => TIMES[time]).join(' OR ')})`;
      const sql = sqlOf(indicator, dimensions, when);
      const reader = await connection.runAndReadAll(sql);
      for (const row of reader.getRowObjects()) {
        const time = String(row.time);
        const slice = {
          ...(time.includes('-') ? { mois: time } : { annee: time === 'cumul' ? time : Number(time) }),
          ...Object.fromEntries(dimensions.map((id) => [id, String(row[id])])),
        } as Slice;
        values.set(figureId(indicator.id, slice), row.value === null ? null : Number(row.value));
      }
    }
  }
  return values;
}

function sqlOf(indicator: Indicator, dimensions: readonly DimensionId[], times: string): string {
  const terms = SQL[isChange(indicator) ? indicator.change.of.id : indicator.id];
  if (!terms) throw new Error(`no SQL for ${indicator.id}`);
  const base = query(terms, dimensions, times);
  return isChange(indicator) ? changeQuery(base, indicator, dimensions) : base;
}

it.each([1, 2, 3])(
  'every published figure is what SQL finds in random data set %d',
  async (seed) => {
    const rows = fc.sample(anyRow, { numRuns: 150, seed });
    const book = createBook({
      dataset: observeOnTime(toDataset(rows), calendar.lastObserved),
      calendar,
      rules: { minimumCount: 1, minimumDenominator: 1 },
      published: [],
      isDemonstration: true,
    });
    const sql = await recompute(await load(rows, calendar));
    const different = [...book.published.values()].filter(
      ({ id, value }) => !sql.has(id) || !same(value, sql.get(id) ?? null),
    );
    expect(different.map(({ id, value }) => `${id}: ${value}, SQL ${sql.get(id)}`)).toEqual([]);
    expect([...book.published.values()].filter(({ value }) => value).length).toBeGreaterThan(800);
  },
  120_000,
);

/** Differences of two rates are subtracted in another order: equal to the last bits. */
const same = (one: number | null, other: number | null): boolean =>
  one === null || other === null ? one === other : Math.abs(one - other) < 1e-9;
