import { join } from 'node:path';
import { formatMonth } from '../french/date.ts';
import { formatInteger } from '../french/number.ts';
import type { Problem } from '../problem.ts';
import { entriesByMonth } from './coverage.ts';
import { yearOfFile } from './entry-rules.ts';
import { PLAUSIBILITY } from './plausibility.ts';
import type { TableSchema } from './schema.ts';
import type { Table } from './table.ts';

/** Years too small to be compared. */
const ENOUGH = 20;

/** The period that entries should fill, day by day: `AAAA-MM-JJ`. */
export interface Period {
  readonly planStart: string;
  readonly cutOff: string;
}

/** What no single row shows: months without entries, years that jump, codes that never occur. Warnings, all of them. */
export function unlikely(
  folder: string,
  tables: readonly Table[],
  { planStart, cutOff }: Period,
  schema: TableSchema,
  schemaText: string,
): Problem[] {
  const counts = entriesByMonth(tables);
  const months = monthsBetween(planStart.slice(0, 7), cutOff.slice(0, 7));
  const byYear = Map.groupBy(months, (month) => month.slice(0, 4));
  return [...byYear]
    .flatMap(([year, covered]) => {
      const file = tables.find((table) => yearOfFile(table.file) === year)?.file ?? join(folder, 'entrees');
      return [...missingMonths(file, year, covered, counts), ...jump(file, year, covered, counts)];
    })
    .concat(unusedCodes(join(folder, 'schemas', 'entrees.schema.json'), tables, schema, schemaText));
}

/** Whole months only: a month that the cut-off or the start of the plan divides is expected all the same. */
function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  let [year, month] = first.split('-').map(Number) as [number, number];
  for (let text = first; text <= last; ) {
    months.push(text);
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
    text = `${year}-${String(month).padStart(2, '0')}`;
  }
  return months;
}

const warning = (
  file: string,
  line: number,
  parts: Omit<Problem, 'severity' | 'file' | 'line' | 'column'>,
): Problem => ({
  severity: 'warning',
  file,
  line,
  column: 1,
  ...parts,
});

function missingMonths(
  file: string,
  year: string,
  covered: readonly string[],
  counts: ReadonlyMap<string, number>,
): Problem[] {
  const missing = covered.filter((month) => !counts.has(month));
  if (missing.length === 0) return [];
  return [
    warning(file, 1, {
      rule: PLAUSIBILITY.missingMonth,
      message: `aucune entrée dans ${missing.length > 1 ? `${missing.length} mois` : 'un mois'} de ${year}`,
      value: missing.map(formatMonth).join(', '),
      expected: 'des entrées chaque mois du plan, jusqu’à la date d’arrêté',
      remedy: 'vérifiez que l’extraction couvre toute l’année',
    }),
  ];
}

/** More than half more, or less than half, of the year before, on the months in which both have entries. */
function jump(file: string, year: string, covered: readonly string[], counts: ReadonlyMap<string, number>): Problem[] {
  const before = String(Number(year) - 1);
  const common = covered.filter((month) => counts.has(month) && counts.has(before + month.slice(4)));
  const sum = (of: string): number =>
    common.reduce((total, month) => total + (counts.get(of + month.slice(4)) ?? 0), 0);
  const [now, then] = [sum(year), sum(before)];
  if (then < ENOUGH || (now <= then * 1.5 && now >= then * 0.5)) return [];
  const months = common.length === 12 ? '' : `, sur les ${common.length} mêmes mois`;
  return [
    warning(file, 1, {
      rule: PLAUSIBILITY.jump,
      message: `les entrées de ${year} s’écartent de plus de moitié de celles de ${before}`,
      value: `${formatInteger(now)} contre ${formatInteger(then)}${months}`,
      remedy: 'vérifiez qu’aucun fichier ne manque et qu’aucun n’est là deux fois',
    }),
  ];
}

/** Codes of a nomenclature that no row uses: perhaps a synonym took their place, or a producer does not know them. */
function unusedCodes(file: string, tables: readonly Table[], schema: TableSchema, schemaText: string): Problem[] {
  if (tables.length === 0) return [];
  return schema.fields.flatMap(({ name, categories }) => {
    const used = new Set(tables.flatMap((table) => table.columns.get(name)?.values ?? []));
    return categories
      .filter(({ value }) => !used.has(value))
      .map(({ value }) =>
        warning(file, lineOfCode(schemaText, name, value), {
          rule: PLAUSIBILITY.unusedCode,
          message: `code jamais rencontré dans ${name}`,
          value,
          remedy: 'vérifiez que les producteurs connaissent ce code, ou retirez-le du schéma',
        }),
      );
  });
}

function lineOfCode(text: string, field: string, code: string): number {
  const from = text.indexOf(`"${field}"`);
  const at = text.indexOf(`"value": ${JSON.stringify(code)}`, from);
  return at < 0 ? 1 : text.slice(0, at).split('\n').length;
}
