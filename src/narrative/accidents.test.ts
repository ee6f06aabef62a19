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
  ])('are no accident: %s', (_, body) => {
    expect(said(body)).toEqual([]);
  });

  it.each([
    ['a less-than sign before a number', 'Les <20 ans sont rares.'],
    ['a stray brace', 'Il y a { des entrées.'],
    ['a tag that is not closed', '<Note titre="N">\n\nUne note.'],
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
