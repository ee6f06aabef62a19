import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFRawStream,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { readPdf } from './pdf.ts';

/** All that a file says to whoever opens its bytes: as they are, and decoded as far as they are packed. */
export async function everythingIn(file: string): Promise<string[]> {
  const bytes = await readFile(file);
  const raw = bytes.toString('latin1');
  switch (extname(file)) {
    case '.pdf':
      return [raw, ...(await inPdf(file)), ...(await readPdf(file)).pages];
    case '.png':
      return [raw, ...inPng(bytes)];
    case '.woff2':
      return [raw];
    default:
      return [bytes.toString('utf8')];
  }
}

/** Streams unpacked, and every string of every object: attributes of tags, words for pictures, addresses. */
async function inPdf(file: string): Promise<string[]> {
  const document = await PDFDocument.load(await readFile(file), { updateMetadata: false });
  return document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => [
      ...stringsOf(object),
      ...(object instanceof PDFRawStream ? [Buffer.from(decodePDFRawStream(object).decode()).toString('latin1')] : []),
    ]);
}

function stringsOf(object: unknown): string[] {
  if (object instanceof PDFString || object instanceof PDFHexString) return [object.decodeText()];
  if (object instanceof PDFArray) return object.asArray().flatMap(stringsOf);
  if (object instanceof PDFStream) return stringsOf(object.dict);
  return object instanceof PDFDict ? object.values().flatMap(stringsOf) : [];
}

const SIGNATURE = 8;

/** Text chunks of a picture, unpacked where they are packed. */
function inPng(bytes: Buffer): string[] {
  const texts: string[] = [];
  for (let start = SIGNATURE; start < bytes.length; start += 12 + bytes.readUInt32BE(start)) {
    const data = bytes.subarray(start + 8, start + 8 + bytes.readUInt32BE(start));
    const type = bytes.toString('latin1', start + 4, start + 8);
    const name = data.indexOf(0);
    if (type === 'tEXt' || type === 'iTXt') texts.push(data.toString('utf8'));
    if (type === 'zTXt') texts.push(inflateSync(data.subarray(name + 2)).toString('latin1'));
    if (type === 'iTXt' && data[name + 1] === 1)
      texts.push(inflateSync(data.subarray(data.indexOf(0, data.indexOf(0, name + 3) + 1) + 1)).toString('utf8'));
  }
  return texts;
}
