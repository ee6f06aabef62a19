import type { CellValue, Repair } from './cell.ts';
import { readCell } from './cell.ts';
import type { Fault, Faults } from './faults.ts';
import { personalKind } from './guard.ts';
import type { Field } from './schema.ts';

/** What one distinct cell text turned out to be. */
interface Known {
  readonly code: number;
  readonly fault: Fault | null;
  readonly repair: Repair | null;
}

/** Turns the cells of one column into codes; a text met before costs one look in a map. */
export class ColumnEncoder {
  readonly field: Field;
  readonly repairs = new Map<Repair, number>();
  readonly #faults: Faults;
  readonly #known = new Map<string, Known>();
  readonly #codeOfValue = new Map<CellValue, number>();
  readonly #values: CellValue[] = [];
  #codes = new Uint32Array(1024);
  #size = 0;

  constructor(field: Field, faults: Faults) {
    this.field = field;
    this.#faults = faults;
  }

  push(text: string, record: number, rank: number): void {
    let known = this.#known.get(text);
    if (!known) {
      known = this.#learn(text);
      this.#known.set(text, known);
    }
    if (known.fault) this.#faults.add(record, rank, known.fault);
    if (known.repair) this.repairs.set(known.repair, (this.repairs.get(known.repair) ?? 0) + 1);
    if (this.#size === this.#codes.length) {
      const longer = new Uint32Array(this.#size * 2);
      longer.set(this.#codes);
      this.#codes = longer;
    }
    this.#codes[this.#size++] = known.code;
  }

  toColumn(): { codes: Uint32Array; values: readonly CellValue[] } {
    return { codes: this.#codes.slice(0, this.#size), values: this.#values };
  }

  #learn(text: string): Known {
    const personal = this.field.contact ? null : personalKind(text);
    if (personal) return { code: this.#codeOf(null), repair: null, fault: personalFault(personal) };
    const cell = readCell(text, this.field);
    if (cell.ok) return { code: this.#codeOf(cell.value), repair: cell.repair, fault: null };
    const { message, expected, remedy } = cell;
    return {
      code: this.#codeOf(null),
      repair: null,
      fault: { severity: 'error', message, value: shorten(text), expected, remedy },
    };
  }

  #codeOf(value: CellValue): number {
    const found = this.#codeOfValue.get(value);
    if (found !== undefined) return found;
    this.#codeOfValue.set(value, this.#values.length);
    return this.#values.push(value) - 1;
  }
}

const personalFault = (kind: string): Fault => ({
  severity: 'error',
  refusesFile: true,
  message: `donnée personnelle\u00A0: cellule qui ressemble à un ${kind}`,
  expected: 'aucune donnée qui désigne une personne',
  remedy: 'retirez cette donnée du fichier avant de le déposer',
});

const shorten = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text);
