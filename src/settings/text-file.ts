import { readFile } from 'node:fs/promises';
import { encodingOf } from '../data/bytes.ts';
import { decode, type Encoding } from '../data/decode.ts';
import { Utf8Watch } from '../data/utf8-watch.ts';
import type { Problem } from '../problem.ts';

/** A text that somebody wrote, and what is wrong with the way it was saved. */
export interface TextFile {
  /** Decoded in the encoding it seems to be in, so that the rest of it can be judged in the same run. */
  readonly text: string;
  readonly fault: Problem | null;
}

/** Reads a text of the content or of the settings, which is UTF-8. @throws the system's error when it cannot be read */
export const readTextFile = async (file: string): Promise<TextFile> => decodeText(await readFile(file), file);

/** The text of the bytes of a file. */
export function decodeText(bytes: Buffer, file: string): TextFile {
  const watch = new Utf8Watch();
  watch.push(bytes);
  const offset = watch.firstFault();
  if (offset < 0) return { text: bytes.toString('utf8'), fault: null };
  const encoding = encodingOf(bytes, watch);
  return { text: decode(bytes, encoding), fault: notUtf8(file, bytes, offset, encoding) };
}

function notUtf8(file: string, bytes: Buffer, offset: number, encoding: Encoding): Problem {
  const lines = decode(bytes.subarray(0, offset), 'UTF-8').split('\n');
  const byte = bytes.subarray(offset, offset + 1);
  return {
    severity: 'error',
    file,
    line: lines.length,
    column: [...(lines.at(-1) ?? '')].length + 1,
    message: 'fichier enregistré dans un autre encodage que l’UTF-8',
    value: encoding.startsWith('UTF-16')
      ? encoding
      : `octet ${byte.toString('hex').toUpperCase()}, qui vaut «\u00A0${decode(byte, 'Windows-1252')}\u00A0» en Windows-1252`,
    expected: 'un texte en UTF-8, où les lettres accentuées se lisent partout',
    remedy:
      'dans votre éditeur de texte, choisissez «\u00A0Enregistrer sous\u00A0», puis l’encodage «\u00A0UTF-8\u00A0», sous le même nom',
  };
}
