import { isAscii, isUtf8 } from 'node:buffer';

/** Follows a stream of bytes and remembers whether, and where, it stops being UTF-8. */
export class Utf8Watch {
  #carry = Buffer.alloc(0);
  #offset = 0;
  #fault = -1;
  #sequences = 0;

  push(chunk: Buffer): void {
    const bytes = this.#carry.length > 0 ? Buffer.concat([this.#carry, chunk]) : chunk;
    const end = bytes.length - incompleteTail(bytes);
    const whole = bytes.subarray(0, end);
    if (this.#fault >= 0 || !isUtf8(whole)) this.#examine(whole);
    else if (!isAscii(whole)) this.#sequences += 1;
    this.#offset += end;
    this.#carry = Buffer.from(bytes.subarray(end));
  }

  /** Offset of the first byte that is not UTF-8, or −1. A sequence cut by the end of the file counts. */
  firstFault(): number {
    return this.#fault < 0 && this.#carry.length > 0 ? this.#offset : this.#fault;
  }

  /** True when some characters are written in several bytes, as only UTF-8 writes them. */
  hasSequences(): boolean {
    return this.#sequences > 0;
  }

  #examine(bytes: Buffer): void {
    for (let index = 0; index < bytes.length; ) {
      const length = sequenceLength(bytes, index);
      if (length === 0) {
        if (this.#fault < 0) this.#fault = this.#offset + index;
        index += 1;
      } else {
        if (length > 1) this.#sequences += 1;
        index += length;
      }
    }
  }
}

/** Length of the valid UTF-8 sequence at an index, 0 when there is none. */
function sequenceLength(bytes: Buffer, index: number): number {
  const byte = bytes[index] ?? 0;
  const length = byte < 0x80 ? 1 : byte < 0xc2 ? 0 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : byte < 0xf5 ? 4 : 0;
  return length > 0 && isUtf8(bytes.subarray(index, index + length)) && index + length <= bytes.length ? length : 0;
}

/** Bytes at the end that may be the beginning of a sequence continued in the next chunk. */
function incompleteTail(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}
