const CHUNK = 32_768;
type Codes = Uint8Array | Uint16Array | Uint32Array;

/**
 * A growing list of small whole numbers, one byte each as long as they fit, then two, then four.
 * It grows by chunks: nothing is copied on the way, and nothing is kept in reserve.
 */
export class CodeList {
  readonly #full: Codes[] = [];
  #chunk: Codes = new Uint8Array(CHUNK);
  #used = 0;
  #limit = 0xff;

  get length(): number {
    return this.#full.length * CHUNK + this.#used;
  }

  get last(): number | undefined {
    return this.#chunk[this.#used - 1];
  }

  push(code: number): void {
    if (code > this.#limit) this.#widen(code);
    if (this.#used === CHUNK) {
      this.#full.push(this.#chunk);
      this.#chunk = allocate(CHUNK, this.#limit);
      this.#used = 0;
    }
    this.#chunk[this.#used++] = code;
  }

  /** Replaces the code that was pushed last. */
  replaceLast(code: number): void {
    this.#used -= 1;
    this.push(code);
  }

  #widen(code: number): void {
    this.#limit = code > 0xffff ? 0xffff_ffff : 0xffff;
    const wider = allocate(CHUNK, this.#limit);
    wider.set(this.#chunk);
    this.#chunk = wider;
  }

  /** All codes in one array; the list is empty afterwards. */
  take(): Codes {
    const all = allocate(this.length, this.#limit);
    const last = this.#chunk.subarray(0, this.#used);
    all.set(last, this.#full.length * CHUNK);
    while (this.#full.length > 0) {
      const chunk = this.#full.pop() as Codes;
      all.set(chunk, this.#full.length * CHUNK);
    }
    this.#used = 0;
    return all;
  }
}

function allocate(length: number, limit: number): Codes {
  return limit === 0xff ? new Uint8Array(length) : limit === 0xffff ? new Uint16Array(length) : new Uint32Array(length);
}
