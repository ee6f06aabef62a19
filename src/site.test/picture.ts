import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { expect } from 'vitest';

/** Where reference pictures are; each is small, and `npm run references` takes them anew. */
const REFERENCES = join(import.meta.dirname, 'references');
/** Part of the points of a picture that may differ: letters are not painted alike by every processor. */
const TOLERANCE = 0.002;

/** Paints a page of a PDF, as a reader would, at so many points an inch. */
export async function paintPage(file: string, number: number, resolution = 60): Promise<Buffer> {
  const task = getDocument({ data: new Uint8Array(await readFile(file)), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  const page = await document.getPage(number);
  const viewport = page.getViewport({ scale: resolution / 72 });
  const factory = document.canvasFactory as {
    create(width: number, height: number): { canvas: HTMLCanvasElement & { toBuffer(type: string): Buffer } };
  };
  const { canvas } = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height));
  await page.render({ canvas, viewport }).promise;
  const picture = canvas.toBuffer('image/png');
  await task.destroy();
  return picture;
}

/** Compares a picture with its reference, or puts it in its place when references are being replaced. */
export async function expectPicture(picture: Buffer, name: string, tolerance = TOLERANCE): Promise<void> {
  const file = join(REFERENCES, `${name}.png`);
  if (process.env.BILAN_REFERENCES) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, picture);
  }
  const [found, wanted] = [PNG.sync.read(picture), PNG.sync.read(await readFile(file))];
  expect([found.width, found.height], name).toEqual([wanted.width, wanted.height]);
  const different = pixelmatch(found.data, wanted.data, undefined, found.width, found.height, { threshold: 0.2 });
  expect(different / (found.width * found.height), `${name}: part of the points that differ`).toBeLessThan(tolerance);
}
