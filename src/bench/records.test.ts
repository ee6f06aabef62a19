import { describe, expect, it } from 'vitest';
import { entryFiles } from './records.ts';

describe('the records of the bench', () => {
  it('are as many as wanted, under identifiers of their own, in the files of their years', () => {
    const files = entryFiles(20_000);
    const lines = [...files.values()].flatMap((text) => text.trimEnd().split('\n').slice(1));
    expect(lines).toHaveLength(20_000);
    expect(new Set(lines.map((line) => line.split(',', 1)[0])).size).toBe(20_000);
    for (const [path, text] of files) {
      const year = path.slice(-8, -4);
      expect(text.split('\n')[1]?.split(',')[1]).toMatch(new RegExp(`^${year}-`));
    }
  });
});
