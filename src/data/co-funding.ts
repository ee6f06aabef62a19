import type { Problem } from '../problem.ts';
import { PLAUSIBILITY } from './plausibility.ts';
import { applyRules, columnText, type Report, recordOf } from './rules.ts';
import type { Table } from './table.ts';

/** What two files of one co-funded course have in common; an empty exit is a course underway. */
const SAME = ['date_entree', 'date_sortie', 'code_formation', 'code_commune', 'sexe', 'tranche_age'] as const;
const MAY_BE_EMPTY: ReadonlySet<string> = new Set(['date_sortie']);

/**
 * Entries that two funders may both have sent: same dates, formation, commune, sex and age. Only probable, since no key
 * tells persons apart: listed as warnings, and counted all the same.
 */
export async function probableDuplicates(entries: readonly Table[]): Promise<Problem[]> {
  const keys = new Keys(entries);
  const doubtful = keys.ofSeveralFunders();
  if (doubtful.size === 0) return [];
  const first = new Map<number, { readonly table: Table; readonly row: number; readonly funder: string }>();
  const problems: Problem[] = [];
  for (const [rank, table] of entries.entries()) {
    const funderOf = columnText(table, 'financeur');
    const list = (_: Table, report: Report): void => {
      for (let row = 0; row < table.size; row++) {
        const key = keys.of(rank, row);
        if (!doubtful.has(key)) continue;
        const funder = funderOf(row);
        const earlier = first.get(key);
        if (!earlier) first.set(key, { table, row, funder });
        else if (earlier.funder !== funder) report(row, 'financeur', probable(earlier, funder));
      }
    };
    problems.push(...(await applyRules(table, [list])));
  }
  return problems;
}

const probable = (
  earlier: { readonly table: Table; readonly row: number; readonly funder: string },
  funder: string,
): Parameters<Report>[2] => ({
  severity: 'warning',
  rule: PLAUSIBILITY.coFunding,
  message: 'doublon probable, parcours cofinancé',
  value: `${earlier.funder} (${earlier.table.report.name}, ligne de données ${recordOf(earlier.table, earlier.row)}) et ${funder}`,
  expected: 'un parcours, une ligne, même avec deux financeurs',
  remedy: `demandez aux deux financeurs. Un seul parcours\u00A0: retirez une ligne. Deux parcours\u00A0: écrivez-le dans derogations.yaml («\u00A0${PLAUSIBILITY.coFunding}\u00A0»)`,
});

/** One number a row and set of equal cells, whatever the file; no key when a cell that must tell is empty. */
class Keys {
  readonly #tables: readonly Float64Array[];
  readonly #funders: readonly Float64Array[];
  readonly #size: number;

  constructor(entries: readonly Table[]) {
    const funders = codesOf(entries, 'financeur');
    this.#funders = funders.rows;
    this.#size = funders.size;
    this.#tables = entries.map((table) => new Float64Array(table.size));
    for (const name of SAME) {
      const { rows, size } = codesOf(entries, name);
      this.#tables.forEach((keys, rank) => {
        for (let row = 0; row < keys.length; row++) {
          const code = rows[rank]?.[row] as number;
          keys[row] = code === 0 && !MAY_BE_EMPTY.has(name) ? Number.NaN : (keys[row] as number) * size + code;
        }
      });
    }
  }

  of(table: number, row: number): number {
    return this.#tables[table]?.[row] ?? Number.NaN;
  }

  /** Keys that rows of at least two funders share: found by sorting, which takes little room for a million rows. */
  ofSeveralFunders(): ReadonlySet<number> {
    const all = new Float64Array(this.#tables.reduce((sum, keys) => sum + keys.length, 0));
    let end = 0;
    this.#tables.forEach((keys, rank) => {
      for (const [row, key] of keys.entries()) {
        const funder = this.#funders[rank]?.[row] as number;
        if (!Number.isNaN(key) && funder > 0) all[end++] = key * this.#size + funder;
      }
    });
    const sorted = all.subarray(0, end).sort();
    const found = new Set<number>();
    for (let index = 1; index < end; index++) {
      const [before, here] = [sorted[index - 1] as number, sorted[index] as number];
      const key = Math.floor(here / this.#size);
      if (before !== here && Math.floor(before / this.#size) === key) found.add(key);
    }
    return found;
  }
}

/** Codes of a column that mean the same in every file; 0 for an empty cell. */
function codesOf(entries: readonly Table[], name: string): { rows: Float64Array[]; size: number } {
  const codes = new Map<unknown, number>();
  const rows = entries.map((table) => {
    const column = table.columns.get(name);
    const result = new Float64Array(table.size);
    if (!column) return result;
    const known = column.values.map((value) => {
      if (value === null || value === '') return 0;
      const code = codes.get(value) ?? codes.size + 1;
      codes.set(value, code);
      return code;
    });
    for (let row = 0; row < result.length; row++) result[row] = known[column.codes[row] as number] as number;
    return result;
  });
  return { rows, size: codes.size + 1 };
}
