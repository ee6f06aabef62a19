import { describe, expect, it } from 'vitest';
import { chapterSchema } from '../settings/chapter.ts';
import { readYaml } from '../settings/yaml.ts';
import { readChapter } from './check.ts';
import { fortyVocabulary } from './forty-vocabulary.fixture.ts';

const vocabulary = fortyVocabulary();
const said = (body: string) =>
  readChapter(body, vocabulary).remarks.map(
    ({ line, column, severity, message, remedy }) => `${line}:${column}  ${severity}  ${message} | ${remedy}`,
  );

describe('the commonest accidents', () => {
  it.each([
    ['styled quotes around an attribute', 'Il y a <Chiffre de=“entrees” /> entrées.'],
    ['French quotes around an attribute', 'Il y a <Chiffre de=« entrees » /> entrées.'],
    ['a year between quotes', 'Il y a <Chiffre de="entrees" annee="2023" /> entrées.'],
    ['a year between braces', 'Il y a <Chiffre de="entrees" annee={2023} /> entrées.'],
    ['a less-than sign with its space', 'Les x < y sont rares.'],
    ['words between brackets', 'Il écrit « [sic] (voir plus haut) » et [sic] (voir plus haut).'],
    ['a list of a few items', '1. Un mot.\n2. Un autre.'],
  ])('are no accident: %s', (_, body) => {
    expect(said(body)).toEqual([]);
  });

  it.each([
    ['a less-than sign before a number', 'Les <20 ans sont rares.'],
    ['a stray brace', 'Il y a { des entrées.'],
    ['a tag that is not closed', '<Note titre="N">\n\nUne note.'],
    ['a tag without content that is not closed', 'Il y a <Chiffre de="entrees"> entrées.'],
    ['a tag closed in another paragraph', '<Encadre genre="retenir">Un texte.\n\nUn autre.</Encadre>'],
    ['words in a tag that prints its own', 'Il y a <Chiffre de="entrees">18</Chiffre> entrées.'],
    ['a tag with nothing in it', '<Note titre="N" />'],
    ['an attribute that says nothing', 'En <NombreLibre raison="…">24 heures</NombreLibre>.'],
    ['a comment of HTML', 'Un texte. <!-- À revoir. -->'],
    ['an address between angle brackets', 'Voir <https://exemple.fr/a>.'],
    ['an electronic address between angle brackets', 'Écrivez à <a@exemple.fr>.'],
    ['a link whose address stands elsewhere', 'Voir [les sorties][s].\n\n[s]: former.mdx "Les 18 sorties"'],
    ['an image whose address stands elsewhere', '![Un atelier][a]\n\n[a]: atelier.jpg'],
    ['a link whose address is nowhere', 'Voir [les sorties][s].'],
    ['a space inside a link', 'Voir [les sorties] (03-former.mdx).'],
    ['a link the wrong way round', 'Voir (les sorties)[03-former.mdx].'],
    ['a form that is not closed', 'Il y a [[entrees entrées.'],
    ['a form over two lines', 'Il y a [[entrees\nbassin=lille]] entrées.'],
    ['a tag in the words of an image', '![Les <Chiffre de="entrees" bassin="lille" /> entrées](a.jpg)'],
    ['a tag in an attribute', `<Graphique nom="saison" titre='Les <Constat de="entrees" est="en hausse" />' />`],
    ['Markdown in an attribute', '<Graphique nom="saison" titre="Les **mois**" />'],
    ['a sentence that makes a list', '3523. entrées, et l’année finit.'],
    ['a tag with a small letter', 'Il y a <chiffre de="entrees" /> entrées.'],
    ['an accent in the name of an attribute', 'Il y a <Chiffre de="entrees" année="2023" /> entrées.'],
    ['a line break of HTML', 'Un vers<br>un autre.'],
    ['a line break of HTML that is closed', 'Un vers<br />un autre.'],
    ['a closing tag of HTML', 'Un mot</b> de trop.'],
    ['letters in bold by HTML', 'Un mot en <b>gras</b>.'],
    ['a paste from a word processor', 'Les en\u00ADtrées\tsont peut\u2011être là\u200B.'],
  ])('have their own message: %s', (_, body) => {
    expect(said(body)).toMatchSnapshot();
  });

  it('have their own message: a colon in a title', () => {
    const reading = readYaml('titre: Former : des places\ndescription: D', 'a.mdx', chapterSchema, 2);
    expect(reading).toMatchSnapshot();
  });
});
