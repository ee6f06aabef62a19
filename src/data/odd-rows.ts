import type { Fault } from './faults.ts';
import { shorten } from './suspicion.ts';

/** First words of a row of totals; the second half only speaks of totals in a row that lacks what a row must have. */
const TOTAL = /^\W*(?:grand |sous[- ])?tota(?:l|ux)\b/i;
const SUMMARY =
  /^(?:[\s*∑Σ]+$|\W*(?:ensemble|sommes?|moyennes?|cumul|r[ée]sultats?|r[ée]capitulatif|nb|nombre)(?![\p{L}\d_-]))/iu;

/** A row of totals, or `null`. Only the word that says so is repeated: what stands beside it may name somebody. */
export function totalFault(first: string, isIncomplete: () => boolean): Fault | null {
  const sure = TOTAL.exec(first);
  const word = sure ?? SUMMARY.exec(first);
  if (!word || (!sure && !isIncomplete())) return null;
  return {
    severity: 'error',
    message: 'ligne de total laissée dans le fichier',
    value: shorten(word[0].trim()),
    expected: 'des lignes de données seulement',
    remedy: 'retirez la ligne\u00A0: les totaux sont recalculés',
  };
}

/** The header once more, as page breaks and files put end to end leave it. */
export const isRepeatedHeader = (cells: readonly string[], header: readonly string[]): boolean =>
  cells.length === header.length &&
  cells.at(-1)?.length === header.at(-1)?.length &&
  cells.every((cell, rank) => cell.trim() === header[rank]?.trim());

export const REPEATED_HEADER: Fault = {
  severity: 'error',
  message: 'en-tête répété au milieu des lignes',
  expected: 'un seul en-tête, en première ligne',
  remedy: 'retirez la ligne\u00A0: un export par pages, ou des fichiers mis bout à bout, en laissent',
};

/** A row that has not as many cells as the header. */
export const illCutFault = (cells: readonly string[], width: number): Fault => ({
  severity: 'error',
  message: cells.length < width ? 'ligne avec trop peu de cellules' : 'ligne avec trop de cellules',
  value: `${cells.length} ${cells.length > 1 ? 'cellules' : 'cellule'}`,
  expected: `${width} cellules, comme l’en-tête`,
  remedy:
    cells.length === 1
      ? 'retirez la ligne, si c’est un titre ou une note\u202F; sinon, vérifiez ses séparateurs et ses guillemets'
      : 'vérifiez les séparateurs et les guillemets de cette ligne',
});

/** The same of the last row of a file that does not end with a line end. */
export const cutFault = (illCut: Fault): Fault => ({
  ...illCut,
  message: 'fichier coupé au milieu de sa dernière ligne',
  remedy: 'copiez ou exportez de nouveau le fichier\u202F; des lignes manquent sans doute après celle-ci',
});

export const noLineEnd = (cells: readonly string[]): Fault => ({
  severity: 'warning',
  message: 'pas de fin de ligne après la dernière ligne\u00A0: le fichier est peut-être coupé',
  value: shorten(cells.find((cell) => cell.trim() !== '')?.trim() ?? '(ligne vide)'),
  expected: 'une fin de ligne après chaque ligne',
  remedy: 'vérifiez que cette ligne est bien la dernière, et entière',
});
