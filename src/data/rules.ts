import { nearestTo } from '../french/nearest.ts';
import type { Problem } from '../problem.ts';
import { openSource } from './byte-source.ts';
import { type Fault, Faults } from './faults.ts';
import { locate } from './locate.ts';
import type { Table } from './table.ts';

/** A rule looks at rows of a table and reports what breaks it. */
export type Report = (
  row: number,
  column: string,
  fault: Omit<Fault, 'severity'> & { severity?: Fault['severity'] },
) => void;

export type Rule = (table: Table, report: Report) => void;

/** What is wrong with a table beyond its cells, and the numbers of the records that have an error. */
export interface Judgement {
  readonly table: Table;
  readonly problems: readonly Problem[];
  readonly refused: readonly number[];
}

/** What rules have against a table, placed. */
export const applyRules = async (table: Table, rules: readonly Rule[]): Promise<readonly Problem[]> =>
  (await judgeTable(table, rules)).problems;

/** Runs rules over a table that was read, and places what they report. */
export async function judgeTable(table: Table, rules: readonly Rule[], shown?: number): Promise<Judgement> {
  const faults = new Faults(shown);
  const report: Report = (row, column, fault) => {
    const rank = table.fieldRanks.get(column) ?? 0;
    faults.add(recordOf(table, row), Math.max(0, rank), { severity: 'error', ...fault });
  };
  for (const rule of rules) rule(table, report);
  return { table, problems: await problemsOf(faults, table), refused: faults.refused };
}

/** Faults of a table with their places in its file. */
export const problemsOf = (faults: Faults, { file, report, dialect }: Table): Promise<Problem[]> =>
  faults.toProblems(file, report.encoding ?? 'UTF-8', dialect);

/** A record of one of several files. */
export interface Occurrence {
  readonly table: Table;
  readonly record: number;
}

/** Lines on which records start, file by file. */
export async function linesOf<Of extends Occurrence>(occurrences: readonly Of[]): Promise<ReadonlyMap<Of, number>> {
  const lines = new Map<Of, number>();
  for (const [table, group] of Map.groupBy(occurrences, (occurrence) => occurrence.table)) {
    const addresses = group.map((occurrence) => ({ occurrence, record: occurrence.record, field: 0 }));
    const source = await openSource(table.file);
    const places = await locate(source, table.report.encoding ?? 'UTF-8', table.dialect, addresses);
    for (const [{ occurrence }, place] of places) lines.set(occurrence, place.line);
  }
  return lines;
}

/** Number of a row's record in its file, where the header is 0. */
export function recordOf(table: Table, row: number): number {
  let record = row + 1;
  for (const skipped of table.skipped) {
    if (skipped > record) break;
    record += 1;
  }
  return record;
}

/** Reads a column of a table row by row, as text; empty where there is no value. */
export function columnText(table: Table, name: string): (row: number) => string {
  const column = table.columns.get(name);
  if (!column) return () => '';
  const { codes } = column;
  const texts = column.values.map((value) => (value === null ? '' : String(value)));
  return (row) => texts[codes[row] as number] ?? '';
}

/**
 * Every value of a column must be one of the known ones; an empty cell is the schema's business. `known`: what each
 * value means, in words, or nothing.
 */
export const isOneOf =
  (column: string, known: ReadonlyMap<string, string>, where: string) =>
  (table: Table, report: Report): void => {
    const { codes, values } = table.columns.get(column) ?? { codes: [], values: [] };
    const strangers = new Map<number, Parameters<Report>[2]>();
    values.forEach((value, code) => {
      if (value === null || known.has(String(value))) return;
      const nearest = nearestTo(String(value), known.keys());
      const meaning = nearest && known.get(nearest) ? ` (${known.get(nearest)})` : '';
      strangers.set(code, {
        message: `valeur inconnue dans ${column}`,
        value: String(value),
        expected: `une valeur de ${where}`,
        remedy: nearest
          ? `vouliez-vous écrire «\u00A0${nearest}\u00A0»${meaning}\u202F?`
          : `corrigez la cellule, ou complétez ${where}`,
      });
    });
    if (strangers.size === 0) return;
    for (let row = 0; row < table.size; row++) {
      const fault = strangers.get(codes[row] as number);
      if (fault) report(row, column, fault);
    }
  };

/** True when a file has all of these columns: what is asked of several says nothing in a file that lacks one. */
export const hasColumns = ({ fieldRanks }: Table, ...columns: readonly string[]): boolean =>
  columns.every((column) => (fieldRanks.get(column) ?? -1) >= 0);

/** No two rows have the same values in these columns. */
export const isUnique =
  (...columns: readonly string[]) =>
  (table: Table, report: Report): void => {
    if (!hasColumns(table, ...columns)) return;
    const first = new Map<string, number>();
    const readers = columns.map((column) => columnText(table, column));
    for (let row = 0; row < table.size; row++) {
      const parts = readers.map((read) => read(row));
      // An empty or refused part is told of where it stands, and makes no two rows alike.
      if (parts.includes('')) continue;
      const key = parts.join('\u0000');
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, row);
      else {
        report(row, columns[0] ?? '', {
          message: `${columns.join(', ')} en double`,
          value: key.replaceAll('\u0000', ', '),
          expected: 'une valeur qui ne se répète pas',
          other: { record: recordOf(table, earlier), remedy: (line) => `comparez avec la ligne ${line}` },
        });
      }
    }
  };
