import { describe, expect, it } from 'vitest';
import { readChapter } from './check.ts';
import { fortyVocabulary } from './forty-vocabulary.fixture.ts';

const said = (body: string) =>
  readChapter(`---\ntitre: T\n---\n\n${body}`, fortyVocabulary()).remarks.map(
    ({ line, column, severity, message, value, expected, remedy }) =>
      `${line}:${column}  ${severity}  ${message} | ${value} | ${expected} | ${remedy}`,
  );

describe('stars of bold', () => {
  it.each([
    ['that nothing closes', 'Un mot en **gras oublié.\n\nUn autre.'],
    ['that nothing opens', 'Un mot en gras** oublié.'],
    ['with a space inside', 'Un mot en ** gras ** manqué.'],
    ['across two paragraphs', '- Un **mot\n\n- Deux** mots'],
  ])('are told of: %s', (_, body) => {
    expect(said(body)).toMatchSnapshot();
  });

  it.each([
    'Un mot en **gras**, un ***autre***.',
    'Un mot en **gras avec <Chiffre de="entrees" /> entrées**.',
    'Une note \\*\\* de tableau.',
    'Le code `a ** b`.',
    '**« Gras »**, dit-on.',
  ])('say nothing when they do their work: %s', (body) => {
    expect(said(body)).toEqual([]);
  });
});
