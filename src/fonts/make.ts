import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import fontverter from 'fontverter';
import subsetFont from 'subset-font';
import { addBlankGlyph, readTables, rename, writeTables } from './sfnt.ts';

/** The faces of the report: two families, five static files. */
export const FACES = [
  {
    file: 'bilan-serif-400.woff2',
    family: 'Bilan Serif',
    style: 'Regular',
    from: '@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2',
  },
  {
    file: 'bilan-serif-400-italic.woff2',
    family: 'Bilan Serif',
    style: 'Italic',
    from: '@fontsource/source-serif-4/files/source-serif-4-latin-400-italic.woff2',
  },
  {
    file: 'bilan-serif-600.woff2',
    family: 'Bilan Serif',
    style: 'SemiBold',
    from: '@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2',
  },
  {
    file: 'bilan-sans-400.woff2',
    family: 'Bilan Sans',
    style: 'Regular',
    from: '@fontsource/archivo-narrow/files/archivo-narrow-latin-400-normal.woff2',
  },
  {
    file: 'bilan-sans-600.woff2',
    family: 'Bilan Sans',
    style: 'SemiBold',
    from: '@fontsource/archivo-narrow/files/archivo-narrow-latin-600-normal.woff2',
  },
] as const;

const CREDITS = {
  'Bilan Serif': 'Modified from Source Serif 4, (c) 2014-2021 Adobe. SIL Open Font License 1.1.',
  'Bilan Sans': 'Modified from Archivo Narrow, (c) 2019 The Archivo Narrow Project Authors. SIL Open Font License 1.1.',
} as const;

/** French, figures and the signs of a report. */
export const CHARACTERS =
  ` !"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_\`abcdefghijklmnopqrstuvwxyz{|}~` +
  'ÀÂÄÆÇÈÉÊËÎÏÔÖÙÛÜŒàâäæçèéêëîïôöùûüÿœ«»‹›‘’“”–—…·•°²³¹©§€×÷±−½¼¾ªº\u00A0\u00AD\u2009';

const NARROW_NO_BREAK_SPACE = 0x202f;
/** Width of the narrow space, in ems: about half a word space, as French composition wants before ; ! ? %. */
const NARROW_WIDTH = 0.19;

/** Makes one face: subset, U+202F added (no npm font has it), renamed because « Source » is a reserved name. */
export async function makeFace(face: (typeof FACES)[number]): Promise<Buffer> {
  const original = await readFile(createRequire(import.meta.url).resolve(face.from));
  const subset = await subsetFont(original, CHARACTERS, {
    targetFormat: 'truetype',
    keepFeatures: ['kern', 'liga', 'tnum', 'ccmp'],
    noHinting: true,
    dropTables: ['STAT', 'BASE'],
  });
  const tables = readTables(Buffer.from(subset));
  const unitsPerEm = tables.get('head')?.readUInt16BE(18) ?? 1000;
  addBlankGlyph(tables, NARROW_NO_BREAK_SPACE, Math.round(NARROW_WIDTH * unitsPerEm));
  rename(tables, face.family, face.style, CREDITS[face.family]);
  return fontverter.convert(writeTables(tables), 'woff2');
}
