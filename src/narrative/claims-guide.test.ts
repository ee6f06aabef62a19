import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { FORMS } from '../figures/claims/parse.ts';
import { TOLERANCES } from '../figures/tolerances.ts';

const guide = await readFile('content/README.md', 'utf8');

describe('the editors’ guide says of claims what the code does', () => {
  it('lists the forms that are understood', () => {
    expect(guide).toContain(FORMS.map((form) => `- ${form}`).join('\n'));
  });

  it('gives every tolerance, in one table', () => {
    const rows = TOLERANCES.map(
      ({ words, meaning, number, rate }) => `| ${words} | ${meaning} | ${number} | ${rate} |`,
    );
    expect(guide).toContain(`| mots | sens | nombre | taux |\n| --- | --- | --- | --- |\n${rows.join('\n')}`);
  });
});
