import { expect, it } from 'vitest';
import { TOLERANCES } from './tolerances.ts';

it('every tolerance is written down, from the limits that the code applies', () => {
  expect(
    TOLERANCES.map(({ words, meaning, number, rate }) => `${words} | ${meaning} | ${number} | ${rate}`).join('\n'),
  ).toMatchSnapshot();
});
