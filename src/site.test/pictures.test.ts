import { join } from 'node:path';
import { describe, inject, it } from 'vitest';
import { expectPicture, paintPage } from './picture.ts';

const pdf = (part: string): string => join(inject('site'), `pdf/demonstration-bilan-2024${part}.pdf`);

describe('pages on paper look as they did', () => {
  it.each([
    ['couverture', '', 1],
    ['sommaire', '', 3],
    ['chapitre', '-chapitre-essentiel', 1],
    ['fiche-recto', '-fiche-lens', 1],
    ['fiche-verso', '-fiche-lens', 2],
  ])('%s', async (name, part, page) => {
    await expectPicture(await paintPage(pdf(part), page), name);
  });
});
