import { describe, expect, it } from 'vitest';
import { readChapter } from './check.ts';
import { fortyVocabulary } from './forty-vocabulary.fixture.ts';

const remarks = (body: string) => readChapter(`---\ntitre: T\n---\n\n${body}`, fortyVocabulary()).remarks;

describe('words that ask to click', () => {
  it.each([
    ['for more', 'Pour en savoir plus, cliquez ici.'],
    ['in the words of a link', 'Les données\u00A0: [cliquez sur ce lien](/2024/donnees/).'],
    ['in a box', '<Encadre genre="retenir">\n- Il suffit de cliquer sur la carte.\n</Encadre>'],
    ['in a heading', '## Cliquer pour comparer'],
  ])('are an error %s', (_, body) => {
    expect(remarks(body)).toMatchSnapshot();
  });

  it('are not looked for in code, nor in longer words', () => {
    expect(remarks('Le `cliquez ici` des sites, et le cliquetis des ateliers.')).toEqual([]);
  });
});
