import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mendSource } from './mend.ts';

describe('quotes styled by a word processor', () => {
  it.each([
    ['<Chiffre de=“entrees” annee=”2023” />', '<Chiffre de="entrees" annee="2023" />'],
    ['<Chiffre de=« entrees » />', '<Chiffre de="entrees"   />'],
    ['<Chiffre de=‘entrees’ />', '<Chiffre de="entrees" />'],
  ])('are made straight around an attribute: %s', (typed, mended) => {
    expect(mendSource(typed)).toBe(mended);
  });

  it.each(['Il dit “oui” à tous.', '<Note titre="Le “bilan” et l’année">Dit “non”.</Note>', 'a < b “c” > d'])(
    'stay where they are words: %s',
    (text) => {
      expect(mendSource(text)).toBe(text);
    },
  );

  it('leave every sign at its place', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', 'A', 'a', '=', '“', '”', '«', '»', '"', ' ', '\n') }),
        (text) => {
          expect(mendSource(text)).toHaveLength(text.length);
        },
      ),
    );
  });
});
