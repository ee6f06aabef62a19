import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Figure } from '../figures/figure.ts';
import { parseQuantity } from '../french/quantity.ts';
import type { AttributeValue } from './attributes.ts';
import { figureText, wordFigure, wordingFaults } from './wording.ts';

const figure = (indicator: string, value: number, unit: string): Figure & { value: number } => ({
  id: `${indicator}[annee=2024]`,
  indicator,
  slice: { annee: 2024 },
  value,
  unit,
  numerator: null,
  denominator: null,
  status: 'definitif',
  origin: 'calcule',
  period: '2024-01-01/2024-12-31',
});
const entries = (value: number) => figure('entrees', value, 'entrées');
const rate = (value: number) => figure('taux_achevement', value, 'fraction');
const change = (value: number) => figure('entrees_evolution', value, 'entrées');
const points = (value: number) => figure('taux_achevement_evolution', value, 'points');
const times = (value: number) => figure('multiplication_places', value, 'fois');
const euros = (value: number) => figure('entrees', value, 'euros');
const as = (attributes: Record<string, AttributeValue>) => new Map(Object.entries(attributes));

describe('a figure in a sentence', () => {
  it.each([
    [entries(3523), {}, '3\u202F523'],
    [rate(0.8942), {}, '89,4\u202F%'],
    [rate(0.8942), { decimales: '0' }, '89\u202F%'],
    [points(-2.5), {}, '\u22122,5\u00A0points'],
    [points(1.95), { signe: 'sans' }, '2,0\u00A0points'],
    [change(-24), {}, '\u221224'],
    [change(-24), { signe: 'sans' }, '24'],
    [entries(24), { signe: 'avec' }, '+24'],
    [times(3.24), {}, '×\u202F3,2'],
    [euros(80e6), { format: 'euros' }, '80\u202FM€'],
    [euros(1.2e9), { format: 'euros' }, '1,2\u202FMd€'],
    [entries(1), { format: 'ordinal' }, '1er'],
    [entries(1), { format: 'ordinal', genre: 'f' }, '1re'],
    [entries(2), { format: 'ordinal' }, '2e'],
    [entries(0), { nom: 'entrée' }, '0\u00A0entrée'],
    [entries(1), { nom: 'entrée' }, '1\u00A0entrée'],
    [entries(2), { nom: 'entrée en formation' }, '2\u00A0entrées en formation'],
    [entries(2), { nom: 'bail', pluriel: 'baux' }, '2\u00A0baux'],
    [entries(1.9e6), { nom: 'entrée' }, '1,9\u00A0million d’entrées'],
    [entries(12), { 'en-lettres': true, nom: 'entrée' }, 'Douze\u00A0entrées'],
    [entries(21), { 'en-lettres': true, nom: 'entrée' }, 'Vingt et une\u00A0entrées'],
    [entries(21), { 'en-lettres': 'minuscule', nom: 'parcours' }, 'vingt et un\u00A0parcours'],
    [entries(1), { 'en-lettres': true, nom: 'place', genre: 'm' }, 'Un\u00A0place'],
  ] as const)('%# is « %s »', (value, attributes, text) => {
    expect(wordingFaults(value, as(attributes))).toEqual([]);
    expect(figureText(value, as(attributes))).toBe(text);
  });

  it('marks the number, not its noun', () => {
    expect(wordFigure(entries(1.9e6), as({ nom: 'entrée' }))).toEqual({
      number: '1,9\u00A0million',
      noun: ' d’entrées',
    });
  });

  it('gives way to its fallback when it has no value', () => {
    const withheld: Figure = { ...entries(0), value: null, status: 'secret' };
    expect(figureText(withheld, as({ repli: 'trop peu pour être publiées' }))).toBe('trop peu pour être publiées');
  });

  it.each([
    ['a noun after a rate', rate(0.9), { nom: 'entrée' }],
    ['a rate in letters', rate(0.9), { 'en-lettres': true }],
    ['a large number in letters', entries(3523), { 'en-lettres': true }],
    ['a rate in euros', rate(0.9), { format: 'euros' }],
    ['a count in per cent', entries(3), { format: 'pourcentage' }],
  ] as const)('refuses %s', (_, value, attributes) => {
    expect(wordingFaults(value, as(attributes))).toMatchSnapshot();
  });
});

describe('what is printed is read back as the same number', () => {
  const readBack = (value: Figure, attributes: Record<string, AttributeValue> = {}) =>
    parseQuantity(wordFigure(value, as(attributes)).number)?.value ?? Number.NaN;

  it('for counts, whole', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (count) => {
        expect(readBack(entries(count))).toBe(count);
      }),
    );
  });

  it('for rates and points, to the decimal shown', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (fraction) => {
        expect(Math.abs(readBack(rate(fraction)) - fraction)).toBeLessThanOrEqual(0.0005 + 1e-12);
        expect(Math.abs(readBack(points(fraction * 100), { signe: 'sans' }) - fraction * 100)).toBeLessThanOrEqual(
          0.05 + 1e-9,
        );
      }),
    );
  });

  it('for multiples and amounts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (tenths) => {
        expect(readBack(times(tenths / 10))).toBeCloseTo(tenths / 10, 9);
        expect(readBack(euros(tenths * 1e5), { format: 'euros' })).toBe(tenths * 1e5);
      }),
    );
  });
});
