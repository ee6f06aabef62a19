import { formatInteger } from '../french/number.ts';
import { readCell } from './cell.ts';
import { CodeList } from './codes.ts';
import type { Fault, Faults } from './faults.ts';
import { type PersonalKind, personalKind } from './guard.ts';
import { KeyList, type Keys } from './keys.ts';
import type { Field } from './schema.ts';
import { shorten, suspicionOf } from './suspicion.ts';
import type { CellValue, Repair } from './verdict.ts';

/** A column as codes into the list of its distinct values: small, and each distinct cell is validated once. */
export interface Column {
  readonly codes: Uint8Array | Uint16Array | Uint32Array;
  readonly values: readonly CellValue[];
}

/** What one distinct cell text turned out to be. */
interface Known {
  readonly code: number;
  readonly value: CellValue;
  readonly fault: Fault | null;
  readonly repair: Repair | null;
  readonly also: Readonly<Record<string, string>> | null;
}

/** How often cells were mended in one way, and the first of them. */
export interface Mending {
  count: number;
  readonly record: number;
  readonly from: string;
  readonly to: CellValue;
}

/** Texts remembered a column; beyond, a column of free text is read cell by cell. */
const REMEMBERED = 100_000;

/** Turns the cells of one column into codes; a text met before costs one look in a map. */
export class ColumnEncoder {
  readonly field: Field;
  readonly repairs = new Map<Repair, Mending>();
  readonly #faults: Faults;
  readonly #rank: number;
  readonly #known = new Map<string, Known>();
  readonly #codeOfValue = new Map<CellValue, number>();
  readonly #values: CellValue[] = [];
  readonly #codes: CodeList;
  /** Hashes of the values, in place of the values, in a column that is checked and not kept. */
  readonly #keys: KeyList | null;
  readonly #plain: RegExp;

  /** `expected`: rows there will be, about. */
  constructor(field: Field, rank: number, faults: Faults, expected: number) {
    this.field = field;
    this.#rank = rank;
    this.#faults = faults;
    this.#codes = new CodeList(field.opaque ? 0 : expected);
    this.#keys = field.opaque ? new KeyList(expected) : null;
    this.#plain = new RegExp(`^(?:${field.constraints.pattern ?? '.+'})$`);
  }

  /** @returns what the cell says of other columns of its row, or `null` */
  push(text: string, record: number): Known['also'] {
    if (this.#keys && this.#plain.test(text) && personalKind(text) === null) {
      this.#keys.push(text);
      return null;
    }
    let known = this.#known.get(text);
    if (!known) {
      known = this.#learn(text);
      if (this.#known.size < REMEMBERED) this.#known.set(text, known);
    }
    if (known.fault) this.#faults.add(record, this.#rank, known.fault);
    if (known.repair) this.#mended(known.repair, record, text, known.value);
    if (this.#keys === null) this.#codes.push(known.code);
    else if (known.value !== null) this.#keys.push(String(known.value));
    return known.also;
  }

  /** Fills the cell that was pushed last, if it was left empty. */
  fillLast(text: string): void {
    const known = this.#learn(text);
    if (this.#codes.last !== this.#codeOf(null) || known.fault) return;
    this.#codes.replaceLast(known.code);
  }

  /** The column and, when the values are not kept, their hashes; nothing is left here afterwards. */
  take(): { readonly column: Column | null; readonly keys: Keys | null } {
    return this.#keys
      ? { column: null, keys: this.#keys.take() }
      : { column: { codes: this.#codes.take(), values: this.#values }, keys: null };
  }

  #mended(repair: Repair, record: number, from: string, to: CellValue): void {
    const mending = this.repairs.get(repair);
    if (mending) mending.count += 1;
    else this.repairs.set(repair, { count: 1, record, from, to });
  }

  #learn(text: string): Known {
    const fault = faultOf(text, this.field);
    if (fault) return { code: this.#codeOf(null), value: null, repair: null, also: null, fault };
    const cell = readCell(text, this.field);
    if (cell.ok) return { ...cell, code: this.#codeOf(cell.value), fault: null };
    const { ok: _, ...words } = cell;
    const refusal: Fault = { severity: 'error', value: shorten(text), ...words };
    return { code: this.#codeOf(null), value: null, repair: null, also: null, fault: refusal };
  }

  #codeOf(value: CellValue): number {
    if (this.#keys) return 0;
    const found = this.#codeOfValue.get(value);
    if (found !== undefined) return found;
    this.#codeOfValue.set(value, this.#values.length);
    return this.#values.push(value) - 1;
  }
}

/** What no cell may hold, whatever its type: the guard speaks first. */
function faultOf(text: string, field: Field): Fault | null {
  const personal = field.contact ? null : personalKind(text);
  return personal ? personalFault(personal, field.name) : suspicionOf(text);
}

/** A cell that gives a person away: said once a column, with the number of cells, never with their text. */
export const personalFault = (kind: PersonalKind, column: string): Fault => ({
  severity: 'error',
  refusesFile: true,
  message: `donnée personnelle ${kind} ${column}`,
  counted: (count) =>
    `donnée personnelle dans la colonne «\u00A0${column}\u00A0»\u00A0: ${formatInteger(count)} ` +
    (count > 1 ? `cellules qui ressemblent à un ${kind}` : `cellule qui ressemble à un ${kind}`),
  expected: 'aucune donnée qui désigne une personne\u202F; rien du fichier n’est utilisé',
  remedy: 'retirez cette donnée du fichier avant de le déposer',
});
