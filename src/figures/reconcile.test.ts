import { describe, expect, it } from 'vitest';
import { entries, rate } from './claims/subject.fixture.ts';
import type { Figure } from './figure.ts';
import type { Precision, Published } from './published.ts';
import { disagreements, formatGap, reconcile } from './reconcile.ts';

const published = (precision: Precision, value: number, unit: string, ref = 'ref'): Published => ({
  ref,
  indicator: unit === '%' ? 'taux_achevement' : 'entrees',
  slice: { annee: 2024 },
  sliceText: 'annee=2024',
  value,
  unit,
  precision,
  quotation: 'des mots',
  source: 'Une source',
  url: 'https://example.org/',
  date: '2025-09',
  explanation: null,
});

describe('a published figure is found again', () => {
  it.each<[Precision, number, string, Figure, boolean]>([
    ['exact', 3523, 'entrées', entries(3523), true],
    ['exact', 3523, 'entrées', entries(3524), false],
    ['exact', 89.4, '%', rate([8944, 10_000]), true],
    ['exact', 89.4, '%', rate([8946, 10_000]), false],
    ['exact', 90, '%', rate([8951, 10_000]), true],
    ['plus_de', 90, '%', rate([9001, 10_000]), true],
    ['plus_de', 90, '%', rate([9, 10]), false],
    ['pres_de', 10_000, 'entrées', entries(10_000), true],
    ['pres_de', 10_000, 'entrées', entries(9500), true],
    ['pres_de', 10_000, 'entrées', entries(9499), false],
    ['pres_de', 10_000, 'entrées', entries(10_001), false],
    ['pres_de', 90, '%', rate([885, 1000]), true],
    ['pres_de', 90, '%', rate([884, 1000]), false],
    ['environ', 10_000, 'entrées', entries(10_500), true],
    ['environ', 10_000, 'entrées', entries(10_501), false],
    ['environ', 90, '%', rate([92, 100]), true],
    ['environ', 90, '%', rate([9201, 10_000]), false],
    ['exact', 3523, 'entrées', entries(null, { annee: 2024 }, { status: 'secret' }), false],
  ])('%s %d %s: %#', (precision, value, unit, figure, expected) => {
    expect(reconcile(published(precision, value, unit), figure).agrees).toBe(expected);
  });
});

describe('the gap', () => {
  it.each<[number, string, Figure, string]>([
    [3523, 'entrées', entries(3523), '0'],
    [10_000, 'entrées', entries(9640), '−360'],
    [90, '%', rate([924, 1000]), '+2,4\u00A0points'],
    [90, '%', rate([9, 10]), '0,0\u00A0point'],
    [3523, 'entrées', entries(null, { annee: 2024 }, { status: 'secret' }), '–'],
  ])('of %d %s is written in the unit of the figure: %#', (value, unit, figure, expected) => {
    expect(formatGap(reconcile(published('exact', value, unit), figure))).toBe(expected);
  });
});

describe('sources disagree with the data, or with one another', () => {
  const rows = (...values: readonly (readonly [Precision, number])[]) =>
    values.map(([precision, value], index) =>
      reconcile(published(precision, value, 'entrées', `r${index}`), entries(9640)),
    );

  it('when one of them says what the figure is not', () => {
    const groups = disagreements(rows(['pres_de', 10_000], ['plus_de', 10_000], ['environ', 8600]));
    expect(groups.map((group) => group.map(({ published: { ref } }) => ref))).toEqual([['r0', 'r1', 'r2']]);
  });

  it('alone too, and not when all agree', () => {
    expect(disagreements(rows(['pres_de', 10_000], ['environ', 9600]))).toEqual([]);
    expect(disagreements(rows(['plus_de', 10_000]))).toHaveLength(1);
    expect(disagreements(rows(['pres_de', 10_000]))).toEqual([]);
  });
});
