import { readFileSync } from 'node:fs';
import * as fontkit from 'fontkit';
import { fileURLToPath } from 'node:url';
import type { Weight } from './theme.ts';

const FILES: Readonly<Record<Weight, string>> = { 400: 'bilan-sans-400.woff2', 600: 'bilan-sans-600.woff2' };
const fonts = new Map<Weight, fontkit.Font>();
const widths = new Map<string, number>();

function fontOf(weight: Weight, folder: string): fontkit.Font {
  let font = fonts.get(weight);
  if (!font) {
    font = fontkit.create(readFileSync(`${folder}/${FILES[weight]}`)) as fontkit.Font;
    fonts.set(weight, font);
  }
  return font;
}

/** Folder of the fonts; a bundled module cannot find it by its own place. */
let folder = fileURLToPath(new URL('../fonts', import.meta.url));
export const setFontFolder = (path: string): void => {
  folder = path;
};

/** Width of a text in the font of the drawings, kerning included: the same on every machine. */
export function measureText(text: string, weight: Weight, size: number): number {
  const key = `${weight} ${text}`;
  let ems = widths.get(key);
  if (ems === undefined) {
    const font = fontOf(weight, folder);
    ems = font.layout(text).advanceWidth / font.unitsPerEm;
    widths.set(key, ems);
  }
  return ems * size;
}
