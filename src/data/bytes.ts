import { isAscii, isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

export type Encoding = 'UTF-8' | 'UTF-8 avec BOM' | 'UTF-16 LE' | 'UTF-16 BE' | 'Windows-1252';

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
  readonly kind: 'empty' | 'binary' | 'compressed' | 'nul' | 'damaged' | 'half';
  /** Offset in the uncompressed bytes. */
  readonly offset: number;
}

const HEAD = 65_536;

/** Files up to this size are read once and kept; larger ones are streamed each time. */
const KEPT_SIZE = 4_000_000;

/** A file whose bytes can be read several times. A piece holds its bytes until the next but one is asked for. */
export interface ByteSource {
  /** As it lies on disk. */
  readonly raw: () => AsyncIterable<Buffer>;
  /** Uncompressed. */
  readonly content: () => AsyncIterable<Buffer>;
}

/** Opens a file. @throws the system's error when it cannot be read */
export async function openSource(file: string): Promise<ByteSource> {
  const { size } = await stat(file);
  const kept = size <= KEPT_SIZE ? await readFile(file) : null;
  const raw = kept ? () => Readable.from([kept]) : () => readPieces(file);
  const stream = kept ? () => Readable.from([kept]) : () => createReadStream(file, { highWaterMark: PIECE });
  return { raw, content: file.endsWith('.gz') ? () => gunzip(stream()) : raw };
}

const PIECE = 1 << 18;

/**
 * Three rooms in turn for all pieces: the one at hand, the one before, of which the parser keeps the end until its next
 * piece, and the one being read meanwhile. A large file leaves nothing for the collector.
 */
async function* readPieces(file: string): AsyncGenerator<Buffer> {
  const handle = await open(file);
  const rooms = Array.from({ length: 3 }, () => Buffer.allocUnsafeSlow(PIECE));
  let turn = 0;
  const readNext = async (): Promise<Buffer> => {
    const room = rooms[turn++ % rooms.length] as Buffer;
    const { bytesRead } = await handle.read(room, 0, PIECE, null);
    return room.subarray(0, bytesRead);
  };
  let next = readNext();
  try {
    for (;;) {
      const piece = await next;
      if (piece.length === 0) return;
      next = readNext();
      yield piece;
    }
  } finally {
    await next.catch(() => undefined);
    await handle.close();
  }
}

function gunzip(stream: Readable): Readable {
  const unzipped = createGunzip();
  stream.on('error', (error) => unzipped.destroy(error));
  return stream.pipe(unzipped);
}

/** SHA-256 and size of a file as it lies on disk, compressed or not. */
export interface Fingerprint {
  readonly sha256: string;
  readonly size: number;
}

export async function fingerprint(source: ByteSource): Promise<Fingerprint> {
  const digest = createHash('sha256');
  let size = 0;
  for await (const chunk of source.raw()) {
    digest.update(chunk);
    size += chunk.length;
  }
  return { sha256: digest.digest('hex'), size };
}

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

function encodingOf(head: Buffer, utf8: Utf8Watch): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'UTF-16 LE';
  if (head[0] === 0xfe && head[1] === 0xff) return 'UTF-16 BE';
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'UTF-8 avec BOM';
  return utf8.firstFault() < 0 || utf8.hasSequences() ? 'UTF-8' : 'Windows-1252';
}

const MAGIC: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x25, 0x50, 0x44, 0x46],
  [0x1f, 0x8b],
];

function faultOf(head: Buffer, length: number, encoding: Encoding, nul: number, utf8: Utf8Watch): ByteFault | null {
  const byteOrderMark = encoding === 'UTF-8 avec BOM' ? 3 : encoding.startsWith('UTF-16') ? 2 : 0;
  if (length <= byteOrderMark) return { kind: 'empty', offset: 0 };
  if (MAGIC.some((magic) => magic.every((byte, index) => head[index] === byte))) return { kind: 'binary', offset: 0 };
  if (encoding.startsWith('UTF-16')) return length % 2 === 0 ? null : { kind: 'half', offset: length - 1 };
  if (nul >= 0) return { kind: 'nul', offset: nul };
  if (encoding.startsWith('UTF-8') && utf8.firstFault() >= 0) return { kind: 'damaged', offset: utf8.firstFault() };
  return null;
}

/** Follows a stream of bytes and remembers whether, and where, it stops being UTF-8. */
class Utf8Watch {
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

/** Windows-1252, 0x80 to 0x9F. Node's own decoder is wrong there in several versions. */
const CP1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** The text of a source, decoded, in pieces; without its byte order mark. */
export async function* readText(source: ByteSource, encoding: Encoding): AsyncGenerator<string> {
  const decode = decoderFor(encoding);
  for await (const chunk of source.content()) yield decode(chunk, false);
  yield decode(Buffer.alloc(0), true);
}

/** The text of whole characters. */
export const decode = (bytes: Buffer, encoding: Encoding): string => decoderFor(encoding)(bytes, true);

type Decode = (chunk: Buffer, last: boolean) => string;

function decoderFor(encoding: Encoding): Decode {
  if (encoding === 'Windows-1252') {
    return (chunk) =>
      chunk.toString('latin1').replace(/[\x80-\x9f]/g, (char: string) => CP1252[char.charCodeAt(0) - 0x80] ?? char);
  }
  const label = encoding === 'UTF-16 LE' ? 'utf-16le' : encoding === 'UTF-16 BE' ? 'utf-16be' : 'utf-8';
  const decoder = new TextDecoder(label);
  return (chunk, last) => decoder.decode(chunk, { stream: !last });
}
