import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CodeList } from './codes.ts';
import { hashOf, KeyList, keyText, repeatedKeys } from './keys.ts';

const listOf = (ids: readonly string[]) => {
  const list = new KeyList();
  for (const id of ids) list.push(id);
  return list.take();
};

describe('identifiers as hashes', { timeout: 30_000 }, () => {
  it('find every identifier that comes twice, in one list or in two, and no other', () => {
    const id = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(fc.array(id, { maxLength: 60 }), { maxLength: 3 }), (lists) => {
        const all = lists.flat();
        const twice = new Set(all.filter((text, index) => all.indexOf(text) !== index));
        const expected = new Set([...twice].map((text) => keyText(...hashOf(text))));
        expect(repeatedKeys(lists.map(listOf))).toEqual(expected);
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it('of a hundred thousand records are all different', () => {
    const ids = Array.from({ length: 100_000 }, (_, index) => `hdf-2024-${String(index).padStart(6, '0')}`);
    expect(repeatedKeys([listOf(ids)]).size).toBe(0);
    expect(repeatedKeys([listOf(ids), listOf(['hdf-2024-099999'])]).size).toBe(1);
  });
});

describe('a list of codes', { timeout: 30_000 }, () => {
  it('gives back what was pushed, however large the codes become', () => {
    const code = fc.oneof(fc.nat(255), fc.nat(65_535), fc.nat(4_294_967_295));
    fc.assert(
      fc.property(fc.array(code, { maxLength: 50 }), fc.nat(3), (codes, rounds) => {
        const long = [...Array.from({ length: rounds * 20_000 }, (_, index) => index % 200), ...codes];
        const list = new CodeList();
        for (const value of long) list.push(value);
        expect(list.length).toBe(long.length);
        expect(Array.from(list.take())).toEqual(long);
      }),
      { seed: 3, numRuns: 60 },
    );
  });

  it('takes one byte a code as long as codes are small', () => {
    const list = new CodeList();
    for (let index = 0; index < 100_000; index++) list.push(index % 256);
    expect(list.take()).toBeInstanceOf(Uint8Array);
  });

  it('replaces the last code, also by a larger one', () => {
    const list = new CodeList();
    list.push(1);
    list.push(2);
    list.replaceLast(70_000);
    expect(Array.from(list.take())).toEqual([1, 70_000]);
  });
});
