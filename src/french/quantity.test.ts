import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantity as inFigures } from './agreement.ts';
import { formatDecimal, formatEuros, formatInteger, formatMultiple, formatPercent, formatPoints } from './number.ts';
import { findQuantities, parseQuantity, type QuantityKind } from './quantity.ts';

describe('a quantity in French', () => {
  it.each<[string, QuantityKind, number]>([
    ['3 523', 'number', 3523],
    ['3\u202F523', 'number', 3523],
    ['3523', 'number', 3523],
    ['1,9 million', 'number', 1_900_000],
    ['10 mille', 'number', 10_000],
    ['−5', 'number', -5],
    ['zéro', 'number', 0],
    ['neuf', 'number', 9],
    ['dix-sept', 'number', 17],
    ['vingt et un', 'number', 21],
    ['soixante-dix', 'number', 70],
    ['soixante et onze', 'number', 71],
    ['quatre-vingts', 'number', 80],
    ['quatre-vingt-dix', 'number', 90],
    ['quatre-vingt-dix-neuf', 'number', 99],
    ['nonante', 'number', 90],
    ['deux cents', 'number', 200],
    ['mille neuf cent quatre-vingt-quatre', 'number', 1984],
    ['trois mille cinq cent vingt-trois', 'number', 3523],
    ['deux millions trois cent mille', 'number', 2_300_000],
    ['une centaine', 'number', 100],
    ['deux milliers', 'number', 2000],
    ['90 %', 'share', 0.9],
    ['89,4\u202F%', 'share', 0.894],
    ['quatre-vingt-dix pour cent', 'share', 0.9],
    ['la moitié', 'share', 1 / 2],
    ['un tiers', 'share', 1 / 3],
    ['les deux tiers', 'share', 2 / 3],
    ['le quart', 'share', 1 / 4],
    ['les trois quarts', 'share', 3 / 4],
    ['trois quarts', 'share', 3 / 4],
    ['¾', 'share', 3 / 4],
    ['un cinquième', 'share', 1 / 5],
    ['neuf sur dix', 'share', 9 / 10],
    ['neuf sorties sur dix', 'share', 9 / 10],
    ['9 entrées en formation sur 10', 'share', 9 / 10],
    ['2,5 points', 'points', 2.5],
    ['trois fois', 'times', 3],
    ['×\u202F3,4', 'times', 3.4],
    ['80 M€', 'euros', 80_000_000],
    ['1,2 Md€', 'euros', 1_200_000_000],
    ['80 millions d’euros', 'euros', 80_000_000],
  ])('« %s » is read', (text, kind, value) => {
    expect(parseQuantity(text)).toMatchObject({ kind, value });
  });

  it.each(['entrées', 'la', '', 'le cinquième', 'quarts', 'sur dix', '90 % des sorties', 'dix sur neuf sur'])(
    '« %s » is none',
    (text) => {
      expect(parseQuantity(text)).toBeNull();
    },
  );

  it('is the very number that a division gives: 89,4 % is 447 / 500', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (thousandths) => {
        expect(parseQuantity(formatPercent(thousandths / 1000))?.value).toBe(thousandths / 1000);
      }),
    );
  });

  it('says what a fraction in words counts, and that it is less sharp', () => {
    expect(parseQuantity('neuf sorties sur dix')).toMatchObject({ noun: 'sorties', wording: 'words' });
    expect(parseQuantity('1,9 million')).toMatchObject({ step: 100_000 });
    expect(parseQuantity('une centaine')).toMatchObject({ wording: 'rounded' });
    expect(parseQuantity('89,4 %')).toMatchObject({ wording: 'digits', step: 0.001 });
  });

  it('is found in a sentence, articles aside', () => {
    const text = 'Une place sur deux, soit 1 200 places et un bureau, fait quatre-vingts pour cent du total.';
    expect(findQuantities(text).map(({ start, end, value }) => [text.slice(start, end), value])).toEqual([
      ['Une place sur deux', 0.5],
      ['1 200', 1200],
      ['quatre-vingts pour cent', 0.8],
    ]);
  });
});

describe('format, then parse, gives back the number', () => {
  const check = (value: number, text: string): void => expect(parseQuantity(text)?.value, text).toBeCloseTo(value, 6);

  it('whatever the number and its form', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), (n) => {
        check(n, formatInteger(n));
        check(n / 10, formatDecimal(n / 10));
        check(n % 1000, formatPoints(n % 1000));
        check(n % 1000, formatMultiple(n % 1000));
      }),
    );
  });

  it('to the precision that amounts and millions are given with', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 9_999 }), (n) => {
        check(n * 1e5, formatEuros(n * 1e5));
        expect(findQuantities(inFigures(n * 1e5, { singular: 'entrée', plural: 'entrées' }))[0]?.value).toBeCloseTo(
          n * 1e5,
          3,
        );
      }),
    );
  });
});
