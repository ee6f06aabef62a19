import type { ByteSource } from './byte-source.ts';
import type { Encoding } from './decode.ts';
import { Utf8Watch } from './utf8-watch.ts';

/** What a look at all the bytes of a file says, before any of it is parsed. */
export interface Inspection {
  /** First bytes of the (uncompressed) content. */
  readonly head: Buffer;
  /** Bytes of the content. */
  readonly length: number;
  /** Last bytes of the content. */
  readonly tail: Buffer;
  readonly encoding: Encoding;
  readonly hasCarriageReturns: boolean;
  readonly fault: ByteFault | null;
}

export interface ByteFault {
  readonly kind: 'empty' | 'binary' | 'markup' | 'zipped' | 'compressed' | 'utf16' | 'nul' | 'damaged' | 'half';
  /** Offset in the uncompressed bytes. */
  readonly offset: number;
}

const HEAD = 65_536;

/** Reads a whole file once: its encoding, its line ends, and what makes it unreadable as text. */
export const inspect = (source: ByteSource): Promise<Inspection> => inspectContent(source).catch(explainGzip);

/** A compressed file that is cut or is no such file: the error of the decompressor becomes a fault like others. */
function explainGzip(error: NodeJS.ErrnoException): Inspection {
  if (!error.code?.startsWith('Z_')) throw error;
  const nothing = Buffer.alloc(0);
  const fault: ByteFault = { kind: 'compressed', offset: 0 };
  return { head: nothing, length: 0, tail: nothing, encoding: 'UTF-8', hasCarriageReturns: false, fault };
}

const TAIL = 8;

async function inspectContent(source: ByteSource): Promise<Inspection> {
  const heads: Buffer[] = [];
  const utf8 = new Utf8Watch();
  let tail: Buffer = Buffer.alloc(0);
  let length = 0;
  let nul = -1;
  let hasCarriageReturns = false;
  for await (const chunk of source.content()) {
    if (length < HEAD) heads.push(Buffer.from(chunk.subarray(0, HEAD)));
    if (nul < 0) {
      const found = chunk.indexOf(0);
      if (found >= 0) nul = length + found;
    }
    hasCarriageReturns ||= chunk.includes(0x0d);
    utf8.push(chunk);
    length += chunk.length;
    tail = Buffer.concat([tail, chunk.subarray(-TAIL)]).subarray(-TAIL);
  }
  const head = Buffer.concat(heads).subarray(0, HEAD);
  const encoding = encodingOf(head, utf8);
  const fault = faultOf(head, length, encoding, nul, utf8);
  return { head, length, tail: Buffer.from(tail), encoding, hasCarriageReturns, fault };
}

/** The encoding that a byte order mark, or the bytes themselves, speak for. */
export function encodingOf(head: Buffer, utf8: Utf8Watch): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'UTF-16 LE';
  if (head[0] === 0xfe && head[1] === 0xff) return 'UTF-16 BE';
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'UTF-8 avec BOM';
  return utf8.firstFault() < 0 || utf8.hasSequences() ? 'UTF-8' : 'Windows-1252';
}

const MAGIC: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x25, 0x50, 0x44, 0x46],
];
const GZIP = [0x1f, 0x8b];
/** A table saved as a web page, as some systems name .xls or .csv; or JSON. */
const MARKUP = /^(?:\xEF\xBB\xBF)?\s*(?:<[!?a-z]|[[{]\s*["{[])/i;
/** Characters among which the zeros of an unmarked UTF-16 are counted. */
const SOME = 1000;

const startsWith = (head: Buffer, magic: readonly number[]): boolean =>
  magic.every((byte, index) => head[index] === byte);

/** True when nearly every second byte is zero, and the others are not: Latin letters in UTF-16. */
function looksLikeUtf16(head: Buffer): boolean {
  const zeros = [0, 0];
  const some = head.subarray(0, SOME);
  some.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] as number) + 1;
  });
  const [even, odd] = zeros as [number, number];
  return Math.max(even, odd) > some.length * 0.4 && Math.min(even, odd) === 0;
}

function faultOf(head: Buffer, length: number, encoding: Encoding, nul: number, utf8: Utf8Watch): ByteFault | null {
  const byteOrderMark = encoding === 'UTF-8 avec BOM' ? 3 : encoding.startsWith('UTF-16') ? 2 : 0;
  if (length <= byteOrderMark) return { kind: 'empty', offset: 0 };
  if (MAGIC.some((magic) => startsWith(head, magic))) return { kind: 'binary', offset: 0 };
  if (startsWith(head, GZIP)) return { kind: 'zipped', offset: 0 };
  if (MARKUP.test(head.toString('latin1', 0, SOME))) return { kind: 'markup', offset: 0 };
  if (encoding.startsWith('UTF-16')) return length % 2 === 0 ? null : { kind: 'half', offset: length - 1 };
  if (nul >= 0 && looksLikeUtf16(head)) return { kind: 'utf16', offset: 0 };
  if (nul >= 0) return { kind: 'nul', offset: nul };
  if (encoding.startsWith('UTF-8') && utf8.firstFault() >= 0) return { kind: 'damaged', offset: utf8.firstFault() };
  return null;
}
