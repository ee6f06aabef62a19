import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ByteSource } from './byte-source.ts';
import type { Dialect } from './dialect.ts';
import { locate } from './locate.ts';

/** A source that gives its bytes in small pieces: line ends and letters are cut anywhere. */
function sourceOf(text: string): ByteSource {
  const bytes = Buffer.from(text);
  const pieces = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, index) =>
    bytes.subarray(index * 7, index * 7 + 7),
  );
  return { raw: () => Readable.from(pieces), content: () => Readable.from(pieces) };
}

const cell = fc.string({ unit: fc.constantFrom('a', 'é', '𝔸', ' ', '1'), maxLength: 4 });
const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 });

it('finds a cell in the same place whether or not a quote elsewhere forbids to read line by line', async () => {
  await fc.assert(
    fc.asyncProperty(
      rows,
      fc.constantFrom<Dialect['lineEnd']>('\n', '\r\n', '\r'),
      fc.constantFrom(0, 1),
      async (table, lineEnd, skip) => {
        const dialect: Dialect = { separator: ';', lineEnd, skip, rowSeparator: null };
        const plain = [...(skip ? ['sep=;'] : []), ...table.map((cells) => cells.join(';'))].join(lineEnd);
        const wanted = table.flatMap((cells, record) => cells.map((_, field) => ({ record, field })));
        const find = (text: string) => locate(sourceOf(text), 'UTF-8', dialect, wanted);
        const quoted = await find(`${plain}${lineEnd}"b"`);
        for (const [address, place] of await find(plain)) expect(place).toEqual(quoted.get(address));
      },
    ),
  );
});
