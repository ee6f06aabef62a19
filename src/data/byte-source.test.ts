import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSource } from './byte-source.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bilan-octets-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('a file too large to be kept', { timeout: 30_000 }, () => {
  it('is given whole and in order, each piece standing until the next but one is asked for', async () => {
    const bytes = Buffer.from(Uint32Array.from({ length: 1_300_001 }, (_, index) => index * 2_654_435_761).buffer);
    const file = join(folder, 'grand.csv');
    await writeFile(file, bytes);
    const pieces: Buffer[] = [];
    let before: Buffer = Buffer.alloc(0);
    for await (const piece of (await openSource(file)).content()) {
      if (pieces.length > 0) expect(Buffer.compare(before, pieces.at(-1) as Buffer)).toBe(0);
      pieces.push(Buffer.from(piece));
      before = piece;
    }
    expect(pieces.length).toBeGreaterThan(4);
    expect(Buffer.compare(Buffer.concat(pieces), bytes)).toBe(0);
  });

  it('may be left before its end', async () => {
    const file = join(folder, 'grand.csv');
    await writeFile(file, Buffer.alloc(5_000_000, 'a'));
    for await (const piece of (await openSource(file)).content()) {
      expect(piece[0]).toBe(97);
      break;
    }
  });
});
