import { describe, expect, it } from 'vitest';
import { readChapter } from './check.ts';
import { fortyVocabulary } from './forty-vocabulary.fixture.ts';

const vocabulary = fortyVocabulary();

describe('a quote that is missing around a value is told of, at the value', () => {
  it.each([
    [
      'a value without its closing quote',
      'À Lille, <Chiffre de="entrees" bassin="lille> entrées.\n\nEt "<Chiffre de="entrees" />".',
    ],
    ['a value without its closing quote, in a tag alone', 'À Lille, <Chiffre de="entrees" bassin="lille /> entrées.'],
    ['a title without its closing quote', '<Note titre="Une note de marge>\n\nUne note.\n\n</Note>'],
    ['a value without closing quote before another', '<Graphique nom="saison titre="Deux moments" />'],
    ['a value without quotes', 'Il y a <Chiffre de=entrees /> entrées.'],
    ['a value without quotes after one with them', 'Là, <Chiffre de="entrees" bassin=lille/> entrées.'],
    ['a value without its opening quote', 'Il y a <Chiffre de=entrees" /> entrées.'],
    ['a styled quote that nothing closes', '<Encadre genre=“retenir>\n\nUn mot.\n\n</Encadre>'],
    ['after a value that holds an angle', '<Note titre="a > b" genre=x>Un mot.</Note>'],
    ['around words with an apostrophe', '<Note titre="L’année>Un mot.</Note>'],
    ['in no tag at all', 'Les <20 ans, dit-on, sont="rares.'],
    ['inside a value, where quotes are too many', '<Note titre="Les "grands" mots">Un mot.</Note>'],
  ])('%s', (_, body) => {
    const { remarks } = readChapter(body, vocabulary);
    expect(
      remarks.map(
        ({ line, column, message, value, expected, remedy }) =>
          `${line}:${column}  ${message} | ${value ?? ''} | ${expected} | ${remedy}`,
      ),
    ).toMatchSnapshot();
  });
});
