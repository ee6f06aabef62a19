import { describe, expect, it } from 'vitest';
import { anchorOf, type Exhibit, numberExhibits } from './exhibits.ts';

const exhibit = (kind: Exhibit['kind'], key: string): Exhibit => ({ kind, key, title: key });

describe('exhibits', () => {
  it('are numbered through the edition, each kind on its own', () => {
    const numbered = numberExhibits([
      { slug: 'a', exhibits: [exhibit('graphique', 'saison'), exhibit('carte', 'entrees')] },
      { slug: 'b', exhibits: [exhibit('graphique', 'issues'), exhibit('tableau', 'bassins')] },
    ]);
    expect([...numbered].map(([anchor, { number, chapter }]) => `${anchor} ${number} ${chapter}`)).toEqual([
      'graphique-saison 1 a',
      'carte-entrees 1 a',
      'graphique-issues 2 b',
      'tableau-bassins 1 b',
    ]);
  });

  it('have an anchor that says what they are', () => {
    expect(anchorOf({ kind: 'graphique', key: 'issues-lens' })).toBe('graphique-issues-lens');
  });
});
