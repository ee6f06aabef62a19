import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as Fontkit from 'fontkit';
import { TEXT_SIZE, type Weight } from './theme.ts';

/** Width of a text in the font of the drawings, in the units of the drawing. */
export type MeasureText = (text: string, weight?: Weight, size?: number) => number;

const FILES: Readonly<Record<Weight, string>> = { 400: 'bilan-sans-400.woff2', 600: 'bilan-sans-600.woff2' };

/**
 * Measures with the very fonts that are shipped, kerning included: every machine finds the same widths, which are the
 * browser's to a thousandth of a unit. Fonts are read when first needed.
 */
export function createMeasure(folder: string = fileURLToPath(new URL('../fonts', import.meta.url))): MeasureText {
  const fonts = new Map<Weight, Fontkit.Font>();
  const widths = new Map<string, number>();
  const fontOf = (weight: Weight): Fontkit.Font => {
    const font = fonts.get(weight) ?? openFont(join(folder, FILES[weight]));
    fonts.set(weight, font);
    return font;
  };
  return (text, weight = 400, size = TEXT_SIZE) => {
    const key = `${weight} ${text}`;
    let ems = widths.get(key);
    if (ems === undefined) {
      const font = fontOf(weight);
      ems = font.layout(text).advanceWidth / font.unitsPerEm;
      widths.set(key, ems);
    }
    return ems * size;
  };
}

/** The font library is loaded when a text is first measured: listing figures never needs it. */
function openFont(file: string): Fontkit.Font {
  const { create } = createRequire(import.meta.url)('fontkit') as typeof Fontkit;
  return create(readFileSync(file)) as Fontkit.Font;
}
