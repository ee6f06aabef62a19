import { describe, expect, it } from 'vitest';
import { typeset } from '../french/typography.ts';
import { ALLOWED, DISGUISED, INNOCENT, REFUSED } from './typed-numbers.fixture.ts';
import { findNumbers } from './typed-numbers.ts';

const free = { names: ['OPCO 2i', 'France 2030', 'rev3', 'EPR2', 'bac + 2'], wordings: ['quatre bassins'] };

describe('a number typed by hand', () => {
  it('has sixty sentences to be judged by', () => {
    expect([ALLOWED.length, REFUSED.length]).toEqual([30, 30]);
  });

  it.each(ALLOWED)('is not seen in « %s »', (sentence) => {
    expect(findNumbers(sentence, free).typed).toEqual([]);
    expect(findNumbers(typeset(sentence), free).typed).toEqual([]);
  });

  it.each(REFUSED)('is seen in « %s »: %s', (sentence, number) => {
    expect(findNumbers(sentence, free).typed[0]?.text).toBe(number);
    expect(findNumbers(typeset(sentence), free).typed[0]?.text).toBe(typeset(number));
  });

  it.each(DISGUISED)('is seen under its disguise in « %s »: %s', (sentence, number) => {
    expect(findNumbers(sentence, free).typed.map(({ text }) => text)).toEqual([number]);
  });

  it.each(INNOCENT)('is not taken for one in « %s »', (sentence) => {
    expect(findNumbers(sentence, free).typed).toEqual([]);
  });

  it('is nowhere in silence: what is let through is counted', () => {
    const { admitted, words } = findNumbers('En 2024, l’OPCO 2i et les quatre bassins ont deux volets.', free);
    expect(admitted.map(({ admission }) => admission).toSorted()).toEqual(['date', 'libre', 'nom']);
    expect(words).toBe(1);
  });

  it('is a name only where the whole name stands', () => {
    expect(findNumbers('Le rev3000 et les 24 bassins', free).typed.map(({ text }) => text)).toEqual(['3000', '24']);
  });
});
