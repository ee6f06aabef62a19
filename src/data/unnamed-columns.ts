import { formatInteger } from '../french/number.ts';
import type { Fault, Faults } from './faults.ts';

/** Columns without a name: a separator too many at the end of all lines makes one, and it is empty. */
export class UnnamedColumns {
  readonly #ranks: readonly number[];
  readonly #filled = new Map<number, { count: number; readonly record: number }>();

  constructor(ranks: readonly number[]) {
    this.#ranks = ranks;
  }

  see(cell: string, rank: number, record: number): void {
    if (cell.trim() === '' || !this.#ranks.includes(rank)) return;
    const filled = this.#filled.get(rank);
    if (filled) filled.count += 1;
    else this.#filled.set(rank, { count: 1, record });
  }

  get areEmpty(): boolean {
    return this.#filled.size === 0;
  }

  /** Each column that holds something is told of at its first cell, which is not repeated; empty ones once together. */
  report(faults: Faults): void {
    for (const [rank, { count, record }] of this.#filled) faults.add(record, rank, filledFault(count));
    const empty = this.#ranks.filter((rank) => !this.#filled.has(rank));
    if (empty.length > 0) faults.add(0, empty[0] as number, emptyFault(empty.length));
  }
}

const filledFault = (count: number): Fault => ({
  severity: 'error',
  message: `colonne sans nom\u00A0: ${formatInteger(count)} ${count > 1 ? 'cellules remplies' : 'cellule remplie'}`,
  expected: 'un nom dans l’en-tête pour chaque colonne',
  remedy: 'donnez à la colonne son nom, ou retirez-la\u202F; si cette ligne a une cellule de trop, corrigez-la',
});

const emptyFault = (count: number): Fault => ({
  severity: 'warning',
  message: `${count > 1 ? 'colonnes vides et sans nom, laissées' : 'colonne vide et sans nom, laissée'} de côté (${formatInteger(count)})`,
  remedy: 'rien d’urgent\u00A0: retirez les séparateurs en trop à la source',
});
