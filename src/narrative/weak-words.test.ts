import { describe, expect, it } from 'vitest';
import { readChapter } from './check.ts';
import { fortyVocabulary } from './forty-vocabulary.fixture.ts';
import { isWeakWord } from './weak-words.ts';

const vocabulary = fortyVocabulary();
const weak = (body: string) =>
  readChapter(body, vocabulary)
    .remarks.filter(isWeakWord)
    .map(({ column, message }) => `${column}  ${message}`);

describe('a word that weighs or compares numbers without saying them is warned of', () => {
  it.each([
    ['La majorité des sorties.', ['4  mot vague «\u00A0majorité\u00A0»']],
    ['La quasi-totalité des sorties.', ['4  mot vague «\u00A0quasi-totalité\u00A0»']],
    ['On compte plusieurs centaines d’entrées.', ['11  mot vague «\u00A0plusieurs centaines\u00A0»']],
    ['Davantage d’entrées ici.', ['1  mot vague «\u00A0Davantage d’entrées\u00A0»']],
    ['Plus d’entrées qu’en 2023.', ['1  mot vague «\u00A0Plus d’entrées qu’\u00A0»']],
    ['Lille a moins de sorties que Lens.', ['9  mot vague «\u00A0moins de sorties que\u00A0»']],
    ['Le taux est plus élevé qu’à Lens.', ['13  mot vague «\u00A0plus élevé qu’\u00A0»']],
    ['Il est supérieur à celui de Lens.', ['8  mot vague «\u00A0supérieur à\u00A0»']],
    ['Lille devance Lens.', ['7  mot vague «\u00A0devance\u00A0»']],
    ['Les entrées grimpent.', ['13  mot vague «\u00A0grimpent\u00A0»']],
    ['Le nombre s’effondre.', ['11  mot vague «\u00A0s’effondre\u00A0»']],
    ['La progression des entrées.', ['4  mot vague «\u00A0progression des entrées\u00A0»']],
    ['Le recul du taux.', ['4  mot vague «\u00A0recul du taux\u00A0»']],
    [
      'Les entrées s’envolent, le taux se dégrade.',
      ['13  mot vague «\u00A0s’envolent\u00A0»', '33  mot vague «\u00A0se dégrade\u00A0»'],
    ],
    [
      'Lens ferme la marche, Lille est numéro un.',
      ['6  mot vague «\u00A0ferme la marche\u00A0»', '33  mot vague «\u00A0numéro un\u00A0»'],
    ],
    ['Presque tous vont au bout.', ['1  mot vague «\u00A0Presque tous\u00A0»']],
    ['L’essentiel des entrées vient de Lille.', ['1  mot vague «\u00A0L’essentiel des entrées\u00A0»']],
    ['Le doublement des entrées.', ['4  mot vague «\u00A0doublement\u00A0»']],
  ])('%s', (sentence, expected) => {
    expect(weak(sentence)).toEqual(expected);
  });

  it.each([
    'Attirer davantage de femmes.',
    'Il n’y a plus d’entrées.',
    'Un technicien supérieur de maintenance.',
    'Le dédoublement des groupes.',
    'La Région dit « davantage d’entrées ».',
  ])('and no other: %s', (sentence) => {
    expect(weak(sentence)).toEqual([]);
  });
});
