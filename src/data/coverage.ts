import type { Table } from './table.ts';

/** Entries by month of entry, `AAAA-MM`, weights included; every table counted. */
export function entriesByMonth(tables: readonly Table[]): ReadonlyMap<string, number> {
  const months = new Map<string, number>();
  for (const table of tables) {
    const days = table.columns.get('date_entree');
    if (!days) continue;
    countCodes(table, days.values.length).forEach((count, code) => {
      const day = days.values[code];
      if (typeof day !== 'string' || count === 0) return;
      const month = day.slice(0, 7);
      months.set(month, (months.get(month) ?? 0) + count);
    });
  }
  return new Map([...months].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** How many entries have each code of the column of entry dates. */
function countCodes(table: Table, size: number): Float64Array {
  const counts = new Float64Array(size);
  const codes = table.columns.get('date_entree')?.codes ?? [];
  const { codes: weightCodes, values } = table.columns.get('effectif') ?? { codes: [], values: [null] };
  const weights = values.map((value) => (typeof value === 'number' ? value : 1));
  for (let row = 0; row < table.size; row++) {
    const code = codes[row] as number;
    counts[code] = (counts[code] as number) + (weights[weightCodes[row] ?? 0] ?? 1);
  }
  return counts;
}
