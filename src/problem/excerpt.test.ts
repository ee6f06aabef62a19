import { describe, expect, it } from 'vitest';
import { excerptOf } from './excerpt.ts';

describe('an excerpt', () => {
  it('shows the lines around a place, and marks it', () => {
    expect(excerptOf('un\ndeux\ntrois\nquatre', { line: 3, column: 4 })).toBe(
      '2 │ deux\n3 │ trois\n  │    ^\n4 │ quatre',
    );
  });

  it('counts characters, not bytes', () => {
    expect(excerptOf('é😀x', { line: 1, column: 3 })).toBe('1 │ é😀x\n  │   ^');
  });

  it('stands at the ends of a text', () => {
    expect(excerptOf('seul', { line: 1, column: 1 })).toBe('1 │ seul\n  │ ^');
    expect(excerptOf('a\n', { line: 2, column: 1 })).toBe('1 │ a\n2 │\n  │ ^');
  });

  it('cuts a long line around its place', () => {
    const shown = excerptOf(`${'a'.repeat(500)}X${'b'.repeat(500)}`, { line: 1, column: 501 });
    const [line = '', mark = ''] = shown.split('\n');
    expect(line.length).toBeLessThan(110);
    expect(line[mark.indexOf('^')]).toBe('X');
  });
});
