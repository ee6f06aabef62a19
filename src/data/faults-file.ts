import { displayPath, type Problem } from '../problem.ts';

const HEADER = ['fichier', 'ligne', 'colonne', 'gravite', 'message', 'valeur', 'attendu', 'a_faire'];

/**
 * Problems as a CSV to open beside the file that has them: semicolons and a byte order mark, for a French spreadsheet.
 * No cell can be taken for a formula.
 */
export function faultsToCsv(problems: readonly Problem[], workingFolder: string): string {
  const rows = problems.map((problem) => [
    displayPath(problem.file, workingFolder),
    String(problem.line),
    String(problem.column),
    problem.severity === 'error' ? 'erreur' : 'avertissement',
    problem.message,
    problem.value ?? '',
    problem.expected ?? '',
    problem.remedy ?? '',
  ]);
  return `\uFEFF${[HEADER, ...rows].map((row) => row.map(quote).join(';')).join('\n')}\n`;
}

function quote(cell: string): string {
  const inert = /^[=+\-@\t]/.test(cell) ? `'${cell}` : cell;
  return /[";\n\r]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
