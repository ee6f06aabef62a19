import { describe, expect, it } from 'vitest';
import type { DeclaredBreak } from './breaks.ts';
import type { Figure, KnownFigure } from './figure.ts';
import { mayColour, rankFault, topOf } from './ranking.ts';

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

describe('the highest', () => {
  const highest = (figures: readonly Figure[], breaks: readonly DeclaredBreak[] = []) => topOf(figures, { breaks });
  const withStatus = (value: number | null, status: Figure['status']): Figure => ({ ...count(0), value, status });

  it('is above all others, whatever their order', () => {
    expect(highest([count(3), count(12), count(11)])?.value).toBe(12);
    expect(highest([rate(0.5), rate(0.9), rate(0.88)])?.value).toBe(0.9);
    expect(highest([count(3), withStatus(null, 'sans-objet')])?.value).toBe(3);
  });

  it('is nobody when the two highest are too near', () => {
    expect(highest([count(3), count(12), count(12)])).toBeNull();
    expect(highest([rate(0.5), rate(0.9), rate(0.895)])).toBeNull();
    expect(highest([rate(0.9), rate(0.5, 99)])).toBeNull();
  });

  it('is nobody when one of them is withheld or may still grow', () => {
    expect(highest([count(12), withStatus(null, 'secret')])).toBeNull();
    expect(highest([count(12), withStatus(3, 'provisoire')])).toBeNull();
    expect(highest([])).toBeNull();
  });

  it('is nobody when the series breaks among them, wherever the highest stands', () => {
    const parted = [{ indicator: 'x', month: '2024-03', label: 'nouvelle saisie' }];
    const monthly = (value: number, mois: string): KnownFigure => ({ ...count(value), slice: { mois } });
    const later = [monthly(3, '2024-03'), monthly(12, '2024-04')];
    expect(highest([monthly(3, '2024-01'), monthly(12, '2024-02'), monthly(4, '2024-03')], parted)).toBeNull();
    expect(highest([monthly(3, '2024-01'), ...later], parted)).toBeNull();
    expect(highest(later, parted)?.value).toBe(12);
    expect(highest([count(3), count(12)], parted)?.value).toBe(12);
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
