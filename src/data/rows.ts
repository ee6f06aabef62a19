import type { Table } from './table.ts';
import type { CellValue } from './verdict.ts';

/** A row of a reference file as an object; entries stay in columns. */
export type Row = Readonly<Record<string, CellValue>>;

/** The rows of a (small) table, in file order. */
export function rowsOf(table: Table): Row[] {
  return Array.from({ length: table.size }, (_, index) =>
    Object.fromEntries(
      [...table.columns].map(([name, column]) => [name, column.values[column.codes[index] as number] ?? null]),
    ),
  );
}

/** A cell that the schema requires to be text. */
export const text = (row: Row, name: string): string => String(row[name] ?? '');

/** A cell that may be empty. */
export const textOrNull = (row: Row, name: string): string | null => (row[name] == null ? null : String(row[name]));

/** A cell that the schema requires to be a number. */
export const number = (row: Row, name: string): number => Number(row[name] ?? 0);
