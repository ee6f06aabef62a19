import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DocumentToPrint } from './documents.ts';
import type { FileSize } from './links.ts';
import { type PrintingPlace, printDocument } from './print.ts';

/** Documents printed at the same time: each is a process of the browser, and most machines have two cores. */
const AT_ONCE = 3;

/**
 * Prints documents into the built folder, several at a time in one browser.
 * @param onPrinted told how many are done, of how many
 * @throws Error at the first that cannot be printed, once those at hand are done: nothing is written after
 */
export async function printAll(
  documents: readonly DocumentToPrint[],
  place: PrintingPlace,
  onPrinted: (done: number, of: number) => void,
): Promise<Map<string, FileSize>> {
  const sizes = new Map<string, FileSize>();
  const waiting = [...documents];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { bytes, pages } = await printDocument(next, place);
      const path = join(place.folder, next.file);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, bytes);
      sizes.set(next.file, { pages, bytes: bytes.length });
      onPrinted(sizes.size, documents.length);
    }
  };
  const giveUp = (error: unknown): never => {
    waiting.length = 0;
    throw error;
  };
  const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, () => work().catch(giveUp)));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return new Map(documents.flatMap(({ file }) => [[file, sizes.get(file) as FileSize] as const]));
}
