import { formatInteger } from '../french/number.ts';
import type { Problem } from '../problem.ts';
import { openSource } from './byte-source.ts';
import type { Encoding } from './decode.ts';
import type { Dialect } from './dialect.ts';
import { type CellAddress, locate, START } from './locate.ts';

/** What is wrong with a cell, before it is known where the cell stands. */
export interface Fault {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly value?: string | undefined;
  readonly expected?: string | undefined;
  readonly remedy?: string | undefined;
  /** Another record that the remedy names by its line, which is known once the file is read again. */
  readonly other?: OtherRecord | undefined;
  /** Name by which a derogation lets a warning of plausibility pass. */
  readonly rule?: string | undefined;
  /** True for personal data: nothing of the file is used, and nothing else is said of it. */
  readonly refusesFile?: boolean | undefined;
  /** For a fault that is said once, at its first place, unless all are asked for: the message with the number of cells. */
  readonly counted?: ((count: number) => string) | undefined;
}

interface OtherRecord {
  readonly record: number;
  readonly remedy: (line: number) => string;
}

interface PlacedFault extends CellAddress {
  readonly fault: Fault;
}

/** Faults of one kind beyond this many are counted, not listed. */
export const SHOWN_PER_KIND = 20;
/** Faults of one kind that are listed when all are asked for: as many as somebody would mend by hand. */
export const ALL_FAULTS = 100_000;

/** Gathers the faults of one file. A kind is a message: the same rule broken many times is said in full twenty times. */
export class Faults {
  readonly #shown: number;
  readonly #placed: PlacedFault[] = [];
  readonly #counts = new Map<string, number>();
  #refusesFile = false;
  readonly #refused: number[] = [];

  constructor(shown = SHOWN_PER_KIND) {
    this.#shown = shown;
  }

  add(record: number, field: number, fault: Fault): void {
    const count = (this.#counts.get(fault.message) ?? 0) + 1;
    this.#counts.set(fault.message, count);
    if (count <= (this.#isSaidOnce(fault) ? 1 : this.#shown)) this.#placed.push({ record, field, fault });
    if (fault.refusesFile) this.#refusesFile = true;
    if (fault.severity === 'error' && record > 0 && record !== this.#refused.at(-1)) this.#refused.push(record);
  }

  /** True when something was found that forbids any use of the file. */
  get refusesFile(): boolean {
    return this.#refusesFile;
  }

  /** Records with an error, in order. */
  get refused(): readonly number[] {
    return this.#refused;
  }

  /** The problems, with their places in the file; reads the file again when there are any. */
  async toProblems(file: string, encoding: Encoding, dialect: Dialect): Promise<Problem[]> {
    const told = this.#refusesFile ? this.#placed.filter(({ fault }) => fault.refusesFile) : this.#placed;
    if (told.length === 0) return [];
    const others = new Map(told.flatMap(({ fault }) => (fault.other ? [[fault, { ...fault.other, field: 0 }]] : [])));
    const places = await locate(await openSource(file), encoding, dialect, [...told, ...others.values()]);
    const seen = new Map<string, number>();
    return told.map((placed) => {
      const { refusesFile: _, counted, other: __, message, ...fault } = placed.fault;
      const rank = (seen.get(message) ?? 0) + 1;
      seen.set(message, rank);
      const place = places.get(placed) ?? START;
      const total = this.#counts.get(message) ?? 1;
      const hidden = counted || rank < this.#shown ? 0 : total - rank;
      const words = counted ? counted(this.#isSaidOnce(placed.fault) ? total : 1) : message + andOthers(hidden);
      const other = others.get(placed.fault);
      const remedy = other ? other.remedy((places.get(other) ?? START).line) : fault.remedy;
      const problem = {
        ...fault,
        remedy,
        file,
        line: place.line,
        column: place.column,
        message: words + spanning(place),
      };
      return hidden > 0 ? { ...problem, others: hidden } : problem;
    });
  }

  #isSaidOnce(fault: Fault): boolean {
    return fault.counted !== undefined && this.#shown < ALL_FAULTS;
  }
}

const andOthers = (hidden: number): string =>
  hidden > 0 ? ` (et ${formatInteger(hidden)} autre${hidden > 1 ? 's' : ''} du même genre)` : '';

const spanning = (place: { line: number; recordLine: number }): string =>
  place.line === place.recordLine ? '' : ` (ligne commencée en ${place.recordLine})`;
