import { describe, expect, it } from 'vitest';
import { inLetters } from './letters.ts';
import { parseQuantity } from './quantity.ts';

describe('numbers in letters', () => {
  it.each([
    [0, 'zéro'],
    [1, 'un'],
    [17, 'dix-sept'],
    [21, 'vingt et un'],
    [60, 'soixante'],
    [71, 'soixante et onze'],
    [77, 'soixante-dix-sept'],
    [80, 'quatre-vingts'],
    [81, 'quatre-vingt-un'],
    [91, 'quatre-vingt-onze'],
    [99, 'quatre-vingt-dix-neuf'],
  ])('%d is « %s »', (value, words) => {
    expect(inLetters(value)).toBe(words);
  });

  it('agree in the feminine', () => {
    expect([1, 21, 81, 11].map((value) => inLetters(value, true))).toEqual([
      'une',
      'vingt et une',
      'quatre-vingt-une',
      'onze',
    ]);
  });

  it('are read back as the same number', () => {
    for (let value = 2; value < 100; value++)
      expect(parseQuantity(inLetters(value, value % 2 === 0))?.value).toBe(value);
  });

  it('stop at ninety-nine', () => {
    expect(() => inLetters(100)).toThrow(RangeError);
  });
});
