import type { ByteSource } from './byte-source.ts';

export type Encoding = 'UTF-8' | 'UTF-8 avec BOM' | 'UTF-16 LE' | 'UTF-16 BE' | 'Windows-1252';

/** Windows-1252, 0x80 to 0x9F. Node's own decoder is wrong there in several versions. */
const CP1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** The text of a source, decoded, in pieces; without its byte order mark. */
export async function* readText(source: ByteSource, encoding: Encoding): AsyncGenerator<string> {
  const decode = decoderFor(encoding);
  for await (const chunk of source.content()) yield decode(chunk, false);
  yield decode(Buffer.alloc(0), true);
}

/** The text of whole characters. */
export const decode = (bytes: Buffer, encoding: Encoding): string => decoderFor(encoding)(bytes, true);

type Decode = (chunk: Buffer, last: boolean) => string;

function decoderFor(encoding: Encoding): Decode {
  if (encoding === 'Windows-1252') {
    return (chunk) =>
      chunk.toString('latin1').replace(/[\x80-\x9f]/g, (char: string) => CP1252[char.charCodeAt(0) - 0x80] ?? char);
  }
  const label = encoding === 'UTF-16 LE' ? 'utf-16le' : encoding === 'UTF-16 BE' ? 'utf-16be' : 'utf-8';
  const decoder = new TextDecoder(label);
  return (chunk, last) => decoder.decode(chunk, { stream: !last });
}
