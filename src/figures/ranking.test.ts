import { describe, expect, it } from 'vitest';
import type { Figure, KnownFigure } from './figure.ts';
import { highest, mayColour, rankFault } from './ranking.ts';

const figure = (value: number, denominator: number | null, unit: string): KnownFigure => ({
  id: `x[${value}]`,
  indicator: 'x',
  slice: { annee: 2024 },
  value,
  unit,
  numerator: null,
  denominator,
  status: 'definitif',
  origin: 'calcule',
  period: '2024-01-01/2024-12-31',
});
const rate = (value: number, denominator = 400) => figure(value, denominator, 'fraction');
const count = (value: number) => figure(value, null, 'entrées');

describe('a rank', () => {
  it.each([
    ['rates a point apart', rate(0.9), rate(0.89), null],
    ['rates less than a point apart', rate(0.9), rate(0.8901), 'close'],
    ['a denominator of 99', rate(0.9, 99), rate(0.5), 'small'],
    ['a denominator of 100', rate(0.9, 100), rate(0.5), null],
    ['equal rates', rate(0.9), rate(0.9), 'same'],
    ['changes in points', figure(1.5, null, 'points'), figure(0.6, null, 'points'), 'close'],
    ['counts one apart', count(12), count(11), null],
  ] as const)('of %s', (_, one, other, expected) => {
    expect(rankFault(one, other)).toBe(expected);
    expect(rankFault(other, one)).toBe(expected);
  });
});

describe('the highest of several figures', () => {
  const withheld: Figure = { ...count(0), value: null, status: 'secret' };
  it('is the one that no other equals', () => {
    expect(highest([count(3), count(5), count(4)])).toEqual(count(5));
    expect(highest([count(5), count(5), count(4)])).toBeNull();
    expect(highest([rate(0.9), rate(0.895)])).toBeNull();
    expect(highest([rate(0.9), rate(0.8), rate(0.2, 99)])).toBeNull();
  });

  it('is nobody’s to tell when one of them is withheld', () => {
    expect(highest([count(5), withheld])).toBeNull();
    expect(highest([])).toBeNull();
  });
});

describe('a map', () => {
  it('colours a rate only when it spreads over more than five points', () => {
    expect(mayColour([rate(0.85), rate(0.9)])).toBe(false);
    expect(mayColour([rate(0.849), rate(0.87), rate(0.9)])).toBe(true);
    expect(mayColour([figure(-1, null, 'points'), figure(4.1, null, 'points')])).toBe(true);
  });

  it('colours counts, and nothing when there is nothing', () => {
    expect(mayColour([count(3), count(4)])).toBe(true);
    expect(mayColour([])).toBe(false);
  });
});
