import type { Position } from '../narrative/source.ts';

/** Lines shown before and after the one that is wrong. */
const AROUND = 1;
/** Signs shown of a long line, half of them before the place. */
const WIDTH = 96;

/**
 * The lines around a place, numbered, with a mark under it:
 *
 *     13 │
 *     14 │ Il y a <chiffre de="entrees" /> entrées.
 *        │        ^
 */
export function excerptOf(text: string, { line, column }: Position): string {
  const lines = text.split(/\r?\n/);
  const [first, last] = [Math.max(1, line - AROUND), Math.min(lines.length, line + AROUND)];
  const width = String(last).length;
  const cut = Math.max(0, column - 1 - WIDTH / 2);
  const shown = Array.from({ length: last - first + 1 }, (_, index) => {
    const number = first + index;
    const signs = [...(lines[number - 1] ?? '')].slice(cut, cut + WIDTH).join('');
    return [
      `${String(number).padStart(width)} │ ${signs}`.trimEnd(),
      ...(number === line ? [`${' '.repeat(width)} │ ${' '.repeat(column - 1 - cut)}^`] : []),
    ];
  });
  return shown.flat().join('\n');
}
