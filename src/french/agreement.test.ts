import { describe, expect, it } from 'vitest';
import { agree, elide, enumerate, quantity } from './agreement.ts';

const entry = { singular: 'entrée en formation', plural: 'entrées en formation' };

describe('agreement', () => {
  it('keeps the singular below two', () => {
    expect([0, 1, 1.9, 2, -1].map((value) => agree(value, entry))).toEqual([
      'entrée en formation',
      'entrée en formation',
      'entrée en formation',
      'entrées en formation',
      'entrée en formation',
    ]);
  });

  it('writes a quantity, with the article after a million', () => {
    expect(quantity(0, entry)).toBe('0\u00A0entrée en formation');
    expect(quantity(3523, entry)).toBe('3\u202F523\u00A0entrées en formation');
    expect(quantity(1.9e6, entry)).toBe('1,9\u00A0million d’entrées en formation');
    expect(quantity(1.96e6, entry)).toBe('2\u00A0millions d’entrées en formation');
    expect(quantity(2e9, entry)).toBe('2\u00A0milliards d’entrées en formation');
  });

  it('elides before a vowel only', () => {
    expect([elide('de', 'entrées'), elide('de', 'sorties'), elide('que', 'il')]).toEqual([
      'd’entrées',
      'de sorties',
      'qu’il',
    ]);
  });

  it('enumerates without a comma before the last item', () => {
    expect(enumerate(['Dunkerque', 'Lille', 'Lens'])).toBe('Dunkerque, Lille et Lens');
    expect(enumerate(['Lens'])).toBe('Lens');
    expect(enumerate(['oui', 'non'], 'ou')).toBe('oui ou non');
  });
});
