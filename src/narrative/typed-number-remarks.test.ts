import { describe, expect, it } from 'vitest';
import { readChapter } from './check.ts';
import { fortyVocabulary } from './forty-vocabulary.fixture.ts';
import { readText } from './read-text.ts';

const vocabulary = fortyVocabulary();
const read = (body: string) => readChapter(`---\ntitre: T\n---\n\n${body}`, vocabulary);
const said = (body: string) =>
  read(body).remarks.map(({ line, column, message, remedy }) => `${line}:${column}  ${message} | ${remedy}`);

describe('a number typed by hand is an error, with what to paste', () => {
  it.each([
    ['the figure that has its value', 'Le plan compte 18 entrées.'],
    ['the source that published it', 'Il faut 37 000 recrutements.'],
    ['a way to free it, when nothing has its value', 'Il faut 4 321 boulons.'],
    ['the second of two on a line', 'On compte <Chiffre de="entrees" /> entrées et 4 321 boulons.'],
    ['none that counts something else', 'Le plan compte 18 sorties.'],
    ['the one that the sentence speaks of first', 'En 2023, le plan compte 16 entrées.'],
    ['those of what the share is of', 'Il y a 50 % des places.'],
    ['both ends of a range', 'Les 26-35 ans.'],
    ['in a heading', '## Les 18 entrées'],
    ['in a list', '- 18 entrées'],
    ['in a cell of a table', '| a | b |\n| --- | --- |\n| x | 18 entrées |'],
    ['in the words of an image', '![18 entrées](a.jpg)'],
    ['in an attribute that readers meet', '<Graphique nom="saison" titre="Les 18 entrées" />'],
    ['in the words shown over a link', '[Les entrées](03-former.mdx "Les 18 entrées")'],
    ['in the words shown over an image', '![Un atelier](a.jpg "Les 18 entrées")'],
    ['in code, which readers meet as well', 'On a `18 entrées`, dans `data/2024.csv`, colonne `niveau_4`.'],
    ['in a block of code', '```\n18 entrées\n```'],
    ['in a box', '<Encadre genre="retenir">\n- Il y a 18 entrées.\n</Encadre>'],
  ])('%s', (_, body) => {
    expect(said(body)).toMatchSnapshot();
  });

  it('and a small number that a source happens to hold is told apart from it', () => {
    const published = new Map([['zones-emploi', { text: '24' }]]);
    const { remarks } = readChapter('La réponse vient en 24 heures.', { ...vocabulary, published });
    expect(remarks.map(({ remedy }) => remedy)).toMatchSnapshot();
  });

  it('in front matter, where only the text form can stand', () => {
    const { remarks } = readText('Les 18 entrées', (offset) => ({ line: 2, column: 8 + offset }), vocabulary);
    expect(remarks).toMatchObject([{ line: 2, column: 12, remedy: expect.stringContaining('[[entrees]]') }]);
  });

  it('but not in a quotation, in a comment, nor inside tags', () => {
    expect(
      said('«\u00A0neuf stagiaires sur dix\u00A0», {/* 18 */} <Chiffre de="entrees" mois="2024-01" repli="peu" />'),
    ).toEqual([]);
  });
});

describe('a number declared free', () => {
  it('may stand, with its reason', () => {
    const { remarks, freed } = read('Réponse en <NombreLibre raison="délai de la loi">24 heures</NombreLibre>.');
    expect(remarks).toEqual([]);
    expect(freed).toEqual([{ text: '24 heures', reason: 'délai de la loi', line: 5, column: 12 }]);
  });

  it.each([
    ['a figure of the edition', '<NombreLibre raison="essai">18 entrées</NombreLibre>'],
    ['no number', '<NombreLibre raison="essai">quelques heures</NombreLibre>'],
    ['no reason', '<NombreLibre>24 heures</NombreLibre>'],
  ])('is refused with %s', (_, body) => {
    expect(said(body)).toMatchSnapshot();
  });
});

describe('the numbers of a chapter', () => {
  it('are all counted', () => {
    const { numbers } = read(
      'En 2024, <Chiffre de="entrees" /> entrées dans les quatre bassins, <Publie ref="opco2i" /> à venir, 12 perdues, deux volets, <NombreLibre raison="r">24 heures</NombreLibre>.',
    );
    expect(numbers).toEqual({ bound: 1, asserted: 0, sourced: 1, freed: 2, admitted: 2, quoted: 0, typed: 1 });
  });

  it('are counted as well in somebody else’s words, which are not judged', () => {
    const { numbers, remarks } = read('Elle dit « 33 % des sorties ».\n\n> Et 44 % des entrées, « 55 % » ailleurs.');
    expect(remarks).toEqual([]);
    expect(numbers).toMatchObject({ quoted: 3, typed: 0 });
  });
});
