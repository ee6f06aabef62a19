import { describe, expect, it } from 'vitest';
import { fold, nearest, nearestTo } from './nearest.ts';

describe('near words', () => {
  it('fold alike whatever their case, accents, spaces and hyphens', () => {
    expect(new Set(['Date d’entrée', 'date_dentree', 'DATE-D ENTRÉE'].map(fold)).size).toBe(1);
  });

  it('are proposed only when they are near', () => {
    expect(nearestTo('achvement', ['achevement', 'abandon'])).toBe('achevement');
    expect(nearestTo('Tourcoin', ['Lille', 'Tourcoing'])).toBe('Tourcoing');
    expect(nearestTo('xyz', ['achevement', 'abandon'])).toBeNull();
    expect(nearestTo('X', ['F', 'H'])).toBeNull();
  });

  it('are listed nearest first', () => {
    expect(nearest('entres', ['sorties', 'entrees', 'entree'], 2)).toEqual(['entrees', 'entree']);
  });
});
