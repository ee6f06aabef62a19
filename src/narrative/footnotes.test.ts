import { describe, expect, it } from 'vitest';
import { readChapter } from './check.ts';
import { fortyVocabulary } from './forty-vocabulary.fixture.ts';

const read = (body: string) => readChapter(`---\ntitre: T\n---\n\n${body}`, fortyVocabulary());

describe('a footnote', () => {
  it.each([
    ['by its number', 'Une phrase[^1].\n\n[^1]: Le texte de la note.'],
    ['by its name', '- Une phrase[^source].'],
  ])('is an error that sends to the note of the margin, and no typed number: %s', (_, body) => {
    const { remarks, numbers } = read(body);
    expect(
      remarks.map(
        ({ line, column, message, expected, remedy }) => `${line}:${column}  ${message} | ${expected} | ${remedy}`,
      ),
    ).toMatchSnapshot();
    expect(numbers.typed).toBe(0);
  });

  it('is not looked for in code', () => {
    expect(read('On tape `[^1]` ailleurs.').remarks).toEqual([]);
  });
});
