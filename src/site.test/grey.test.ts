import { join } from 'node:path';
import { PNG } from 'pngjs';
import { describe, expect, inject, it } from 'vitest';
import { readPdf, type TextBox } from './pdf.ts';
import { paintPage } from './picture.ts';

/** Points an inch: thin strokes of small letters are then as dark as they are. */
const RESOLUTION = 220;
const A4_HEIGHT = 841.92;
const site = inject('site');

/** Relative luminance of a grey from 0 to 1, as WCAG defines it. */
const luminance = (grey: number): number => (grey <= 0.04045 ? grey / 12.92 : ((grey + 0.055) / 1.055) ** 2.4);

/** The page in grey, as an office printer has it: Rec. 601, from 0 to 1. */
async function greyPage(file: string, page: number): Promise<(left: number, top: number) => number> {
  const { data, width } = PNG.sync.read(await paintPage(file, page, RESOLUTION));
  return (left, top) => {
    const at = 4 * (top * width + left);
    const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
    return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
  };
}

/** Contrast of the letters of a text with what they are written on, whichever is darker. */
function contrastOf({ left, right, bottom, top }: TextBox, grey: Awaited<ReturnType<typeof greyPage>>): number {
  const toDots = (points: number): number => Math.round((points * RESOLUTION) / 72);
  let [darkest, lightest] = [1, 0];
  for (let y = toDots(A4_HEIGHT - top); y <= toDots(A4_HEIGHT - bottom); y++) {
    for (let x = toDots(left); x <= toDots(right); x++) {
      const value = luminance(grey(x, y));
      darkest = Math.min(darkest, value);
      lightest = Math.max(lightest, value);
    }
  }
  return (lightest + 0.05) / (darkest + 0.05);
}

describe('on a grey printer', () => {
  it.each(['-fiche-lens', '-synthese', '-chapitre-essentiel', '-chapitre-ou-l-on-forme'])(
    'every text of %s stands out from what it is written on, dark bars included',
    async (part) => {
      const file = join(site, `pdf/demonstration-bilan-2024${part}.pdf`);
      const { boxes } = await readPdf(file);
      let seen = 0;
      for (const [page, texts] of boxes.entries()) {
        const grey = await greyPage(file, page + 1);
        for (const box of texts) {
          seen += 1;
          expect(contrastOf(box, grey), `page ${page + 1}, « ${box.text} »`).toBeGreaterThanOrEqual(4.5);
        }
      }
      expect(seen).toBeGreaterThan(50);
    },
  );
});
