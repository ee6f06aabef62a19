import { describe, expect, it } from 'vitest';
import { readChapter } from './check.ts';
import { fortyVocabulary } from './forty-vocabulary.fixture.ts';

const said = (body: string) =>
  readChapter(`---\ntitre: T\n---\n\n${body}`, fortyVocabulary()).remarks.map(
    ({ line, column, message, expected, remedy }) => `${line}:${column}  ${message} | ${expected} | ${remedy}`,
  );

describe('the headings of a chapter', () => {
  it.each([
    ['a title of the page in the text', '# Grand titre\n\n## Suite'],
    ['a title of the page, underlined', 'Grand titre\n===\n\n## Suite'],
    ['a level that is skipped', '## Suite\n\n#### Détail\n\n#### Autre détail'],
    ['a first heading that skips a level', '### Détail'],
  ])('are refused: %s', (_, body) => {
    expect(said(body)).toMatchSnapshot();
  });

  it('may go down by one level and up by many', () => {
    expect(said('## A\n\n### B\n\n#### C\n\n## D\n\n### E')).toEqual([]);
  });
});
