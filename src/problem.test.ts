import { describe, expect, it } from 'vitest';
import { byPlace, displayPath, formatProblem, type Problem } from './problem.ts';

const problem = (parts: Partial<Problem>): Problem => ({
  severity: 'error',
  file: '/projet/data/a.csv',
  line: 1,
  column: 1,
  message: 'm',
  ...parts,
});

describe('a problem', () => {
  it('has its place on the first line, then value, expectation and remedy', () => {
    expect(
      formatProblem(
        problem({ line: 12, column: 4, value: '-3', expected: 'un entier', remedy: 'corrigez' }),
        '/projet',
      ),
    ).toBe('data/a.csv:12:4  m\n    valeur  \u00A0: -3\n    attendu \u00A0: un entier\n    à faire \u00A0: corrigez');
  });

  it('says when it is only a warning', () => {
    expect(formatProblem(problem({ severity: 'warning' }), '/projet')).toBe('data/a.csv:1:1  avertissement\u00A0: m');
  });

  it('shows a path as given when it lies outside the working folder', () => {
    expect(displayPath('/ailleurs/a.csv', '/projet')).toBe('/ailleurs/a.csv');
    expect(displayPath('data/a.csv', '/projet')).toBe('data/a.csv');
  });

  it('is sorted by file, line and column', () => {
    const list = [problem({ line: 2 }), problem({ file: '/projet/b' }), problem({ column: 2 }), problem({})];
    expect(list.toSorted(byPlace).map(({ file, line, column }) => [file, line, column])).toEqual([
      ['/projet/b', 1, 1],
      ['/projet/data/a.csv', 1, 1],
      ['/projet/data/a.csv', 1, 2],
      ['/projet/data/a.csv', 2, 1],
    ]);
  });
});
