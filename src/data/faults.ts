import type { Problem } from '../problem.ts';
import { type Encoding, openSource } from './bytes.ts';
import type { Dialect } from './dialect.ts';
import { type CellAddress, locate } from './locate.ts';

/** What is wrong with a cell, before it is known where the cell stands. */
export interface Fault {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly value?: string;
  readonly expected?: string;
  readonly remedy?: string;
  /** True for personal data: nothing of the file is used. */
  readonly refusesFile?: boolean;
}

interface PlacedFault extends CellAddress {
  readonly fault: Fault;
}

/** Faults of one kind beyond this many are counted, not listed. */
const SHOWN_PER_KIND = 20;

/** Gathers the faults of one file. A kind is a message: the same rule broken many times is said in full twenty times. */
export class Faults {
  readonly #placed: PlacedFault[] = [];
  readonly #counts = new Map<string, number>();

  add(record: number, field: number, fault: Fault): void {
    const count = (this.#counts.get(fault.message) ?? 0) + 1;
    this.#counts.set(fault.message, count);
    if (count <= SHOWN_PER_KIND) this.#placed.push({ record, field, fault });
  }

  /** True when something was found that forbids any use of the file. */
  get refusesFile(): boolean {
    return this.#placed.some(({ fault }) => fault.refusesFile);
  }

  /** The problems, with their places in the file; reads the file again when there are any. */
  async toProblems(file: string, encoding: Encoding, dialect: Dialect): Promise<Problem[]> {
    if (this.#placed.length === 0) return [];
    const places = await locate(await openSource(file), encoding, dialect, this.#placed);
    const seen = new Map<string, number>();
    return this.#placed.map((placed) => {
      const { refusesFile: _, ...fault } = placed.fault;
      const rank = (seen.get(fault.message) ?? 0) + 1;
      seen.set(fault.message, rank);
      const place = places.get(placed) ?? { line: 1, column: 1, recordLine: 1 };
      return {
        ...fault,
        file,
        line: place.line,
        column: place.column,
        message: fault.message + this.#suffix(fault.message, rank) + spanning(place),
      };
    });
  }

  #suffix(kind: string, rank: number): string {
    const hidden = (this.#counts.get(kind) ?? 0) - SHOWN_PER_KIND;
    return rank === SHOWN_PER_KIND && hidden > 0 ? ` (et ${hidden} autre${hidden > 1 ? 's' : ''} du même genre)` : '';
  }
}

const spanning = (place: { line: number; recordLine: number }): string =>
  place.line === place.recordLine ? '' : ` (ligne commencée en ${place.recordLine})`;
