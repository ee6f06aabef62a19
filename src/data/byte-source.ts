import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

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
  return { raw, content: isCompressed(file) ? () => gunzip(stream()) : raw };
}

/** True for a file whose name says that it is compressed. */
export const isCompressed = (file: string): boolean => /\.gz$/i.test(file);

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
