import { readFileSync, statSync } from 'node:fs';
import * as fontkit from 'fontkit';
import { describe, expect, it } from 'vitest';
import { CHARACTERS, FACES, makeFace } from './make.ts';

const open = (file: string): fontkit.Font => fontkit.create(readFileSync(`src/fonts/${file}`)) as fontkit.Font;

describe('the fonts', () => {
  it('have the narrow no-break space, and it is narrow', () => {
    for (const { file } of FACES) {
      const font = open(file);
      expect(font.hasGlyphForCodePoint(0x202f), file).toBe(true);
      const width = font.layout('\u202F').advanceWidth / font.unitsPerEm;
      expect(width, file).toBeCloseTo(0.19, 2);
    }
  });

  it('have every sign of the report', () => {
    for (const { file } of FACES) {
      const font = open(file);
      const missing = [...CHARACTERS].filter(
        (sign) => !font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0) && !'\u00AD\u2009'.includes(sign),
      );
      expect(missing, file).toEqual([]);
    }
  });

  it('keep the kerning of the originals', () => {
    const font = open('bilan-sans-600.woff2');
    const apart = font.layout('A').advanceWidth + font.layout('V').advanceWidth;
    expect(font.layout('AV').advanceWidth).toBeLessThan(apart);
  });

  it('weigh at most 60 kB together', () => {
    expect(FACES.reduce((sum, { file }) => sum + statSync(`src/fonts/${file}`).size, 0)).toBeLessThanOrEqual(60_000);
  });

  it('do not bear the reserved name of what they are made from, and keep its licence', () => {
    for (const { file } of FACES) expect(open(file).familyName).toMatch(/^Bilan (Serif|Sans)$/);
    for (const family of ['serif', 'sans'])
      expect(readFileSync(`src/fonts/LICENSE-bilan-${family}.txt`, 'utf8')).toContain('SIL Open Font License');
  });

  it('are the ones that the script makes', async () => {
    const [face] = FACES;
    const made = fontkit.create(await makeFace(face)) as fontkit.Font;
    const committed = open(face.file);
    expect([...made.characterSet].toSorted()).toEqual([...committed.characterSet].toSorted());
    expect(made.layout('Où l’on forme : 3\u202F523').advanceWidth).toBe(
      committed.layout('Où l’on forme : 3\u202F523').advanceWidth,
    );
  });
});
