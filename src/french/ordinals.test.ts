import { expect, it } from 'vitest';
import { splitOrdinals } from './ordinals.ts';

const raised = (text: string): string =>
  splitOrdinals(text)
    .map((one) => (one.raised ? `^${one.text}^` : one.text))
    .join('');

it('the letters of an ordinal are told from its number, and from the letters of words', () => {
  expect(raised('depuis le 1er mai, 2e année')).toBe('depuis le 1^er^ mai, 2^e^ année');
  expect(raised('XIXe')).toBe('XIX^e^');
  expect(raised('2024, 12 entrées, dernière')).toBe('2024, 12 entrées, dernière');
  expect(raised('')).toBe('');
});
