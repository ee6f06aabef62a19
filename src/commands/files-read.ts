import type { LoadedData } from '../data/load.ts';
import { toldByFiguresFile } from '../data/report.ts';
import type { FileReport } from '../data/table.ts';
import { quantity } from '../french/agreement.ts';
import { nounOf } from '../french/plural.ts';

/** « 12 fichiers, 14 189 lignes »; without records, what was read and what figures.json says of the others, which may be no number of rows. */
export function filesRead(data: Pick<LoadedData, 'reports' | 'hasRecords'>): string {
  const told = toldByFiguresFile(data);
  const files = sizeOf(data.reports.filter((report) => !told.includes(report)));
  return told.length === 0 ? files : `${files}\u202F; figures.json tient lieu des entrées, non lues (${sizeOf(told)})`;
}

function sizeOf(reports: readonly FileReport[]): string {
  const files = quantity(reports.length, nounOf('fichier'));
  if (reports.some(({ rows }) => rows === null)) return files;
  const rows = reports.reduce((sum, report) => sum + (report.rows ?? 0), 0);
  return `${files}, ${quantity(rows, nounOf('ligne'))}`;
}
