import { monthShort } from '../french/date.ts';
import { formatInteger } from '../french/number.ts';
import { entriesByMonth } from './coverage.ts';
import { yearOfFile } from './entry-rules.ts';
import { separatorName } from './explain.ts';
import type { LoadedData } from './load.ts';
import { mendedInWords } from './mended.ts';
import type { FileReport } from './table.ts';

/** How one file was read, in words. */
export interface FileLine {
  readonly name: string;
  readonly rows: string;
  readonly encoding: string;
  readonly separator: string;
  readonly refused: string;
  readonly mended: string;
  readonly hash: string;
}

/** How each file was read: what the report says on paper and on the page. */
export const fileLines = ({ reports }: Pick<LoadedData, 'reports'>): FileLine[] => reports.map(describeFile);

/** The sign of what a figures file withholds. */
const WITHHELD = 's';

const describeFile = (report: FileReport): FileLine => ({
  name: report.name,
  rows: report.rows === null ? WITHHELD : formatInteger(report.rows),
  encoding: report.encoding ?? 'non lu',
  separator: report.separator ? separatorName(report.separator) : 'non lu',
  refused: report.refused === null ? 'tout le fichier' : formatInteger(report.refused),
  mended: report.repairs === null ? WITHHELD : mendedInWords(report.repairs),
  hash: report.sha256 ? `${report.sha256.slice(0, 12)}…` : '',
});

/** Entries by month of entry, a line a year; `null` for a month without any. */
export function coverage({ entries }: Pick<LoadedData, 'entries'>): { year: string; months: (number | null)[] }[] {
  const counts = entriesByMonth(entries);
  const years = [...new Set([...counts.keys()].map((month) => month.slice(0, 4)))];
  return years.map((year) => ({
    year,
    months: Array.from(
      { length: 12 },
      (_, index) => counts.get(`${year}-${String(index + 1).padStart(2, '0')}`) ?? null,
    ),
  }));
}

/** Files of entries that were not read: a figures file says how they were, where it was written. */
export const toldByFiguresFile = ({ reports, hasRecords }: Pick<LoadedData, 'reports' | 'hasRecords'>): FileReport[] =>
  hasRecords ? [] : reports.filter(({ name }) => yearOfFile(name) !== null);

const MONTH_RANKS = Array.from({ length: 12 }, (_, index) => index + 1);

/** `npm run check -- --rapport`: files, rows, encoding, separator, refused, mended, then coverage by month. */
export function dataReport(data: Pick<LoadedData, 'reports' | 'entries' | 'hasRecords'>): string {
  const files = fileLines(data).map(({ name, rows, encoding, separator, refused, mended }) => [
    name,
    rows,
    encoding,
    separator,
    refused,
    mended,
  ]);
  const months = MONTH_RANKS.map(monthShort);
  const told = toldByFiguresFile(data).map(({ name }) => name);
  const covered = coverage(data).map(({ year, months: counts }) => [
    year,
    ...counts.map((count) => (count === null ? '–' : formatInteger(count))),
  ]);
  return [
    columns([['Fichier', 'Lignes', 'Codage', 'Séparateur', 'Refusées', 'Remis en forme'], ...files], [1, 4]),
    ...(told.length > 0 ? [`${told.join(', ')}\u00A0: non lus, d’après figures.json`] : []),
    '',
    ...(covered.length > 0 ? ['Entrées par mois', columns([['', ...months], ...covered], MONTH_RANKS), ''] : []),
  ].join('\n');
}

/** Rows set in columns; those of numbers to the right. */
function columns(rows: readonly (readonly string[])[], right: readonly number[]): string {
  const widths = (rows[0] ?? []).map((_, rank) => Math.max(...rows.map((row) => (row[rank] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, rank) => (right.includes(rank) ? cell.padStart(widths[rank] ?? 0) : cell.padEnd(widths[rank] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
