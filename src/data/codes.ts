type Codes = Uint8Array | Uint16Array | Uint32Array;

/** By how much a list that turns out longer than expected grows. */
const GROWTH = 1.1;

/**
 * A growing list of small whole numbers, one byte each as long as they fit, then two, then four. Room for the expected
 * length is asked for at once: what is not written to costs no memory, and nothing is copied at the end.
 */
export class CodeList {
  #codes: Codes;
  #length = 0;
  #limit = 0xff;

  constructor(expected = 16) {
    this.#codes = new Uint8Array(expected);
  }

  get length(): number {
    return this.#length;
  }

  get last(): number | undefined {
    return this.#codes[this.#length - 1];
  }

  push(code: number): void {
    if (code > this.#limit) {
      this.#limit = code > 0xffff ? 0xffff_ffff : 0xffff;
      this.#copyTo(this.#codes.length);
    }
    if (this.#length === this.#codes.length) this.#copyTo(Math.ceil(this.#length * GROWTH) + 16);
    this.#codes[this.#length++] = code;
  }

  /** Replaces the code that was pushed last. */
  replaceLast(code: number): void {
    this.#length -= 1;
    this.push(code);
  }

  #copyTo(length: number): void {
    const codes = allocate(length, this.#limit);
    codes.set(this.#codes.subarray(0, this.#length));
    this.#codes = codes;
  }

  /** All codes in one array; the list must not be used afterwards. */
  take(): Codes {
    return this.#codes.subarray(0, this.#length);
  }
}

function allocate(length: number, limit: number): Codes {
  return limit === 0xff ? new Uint8Array(length) : limit === 0xffff ? new Uint16Array(length) : new Uint32Array(length);
}
