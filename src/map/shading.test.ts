import { describe, expect, it } from 'vitest';
import { unitOf } from '../figures/compute.ts';
import type { Figure } from '../figures/figure.ts';
import type { Indicator } from '../figures/indicator.ts';
import { findIndicator } from '../figures/registry.ts';
import { shadingOf } from './shading.ts';

const IDS = ['dunkerque', 'lille', 'valenciennes', 'lens'];
const figure = (unit: string, bassin: string, value: number | null, denominator: number | null = null): Figure => ({
  id: '',
  indicator: '',
  slice: { annee: 2024, bassin },
  value,
  unit,
  numerator: null,
  denominator,
  status: value === null ? 'secret' : 'definitif',
  origin: 'calcule',
  period: '',
});
const indicator = (id: string): Indicator => findIndicator(id) as Indicator;
const shade = (id: string, values: readonly (number | null)[], denominators: readonly number[] = []) => {
  const unit = unitOf(indicator(id));
  return shadingOf({
    indicator: indicator(id),
    basins: IDS.map((place, index) => figure(unit, place, values[index] ?? null, denominators[index] ?? null)),
    outside: figure(unit, 'hors-bassins', values[4] ?? null, denominators[4] ?? null),
  });
};

describe('the shading of a map', () => {
  it('of a rate is a ramp only when basins differ by more than five points', () => {
    expect(shade('taux_achevement', [0.882, 0.884, 0.93, 0.9, 0.6])).toEqual({ kind: 'basins' });
    expect(shade('taux_achevement', [0.85, 0.9, 0.85, 0.9, 0.6])).toEqual({ kind: 'basins' });
    expect(shade('taux_achevement', [0.82, 0.884, 0.93, 0.9, 0.6])).toMatchObject({ kind: 'classes', ramp: 'seq' });
  });

  it('has classes of equal width, between round bounds, the unit written once', () => {
    expect(shade('taux_achevement', [0.82, 0.884, 0.93, 0.9])).toEqual({
      kind: 'classes',
      ramp: 'seq',
      colours: [1, 3, 5],
      bounds: ['80', '85', '90', '95\u202F%'],
      of: { dunkerque: 1, lille: 3, valenciennes: 5, lens: 5 },
    });
  });

  it('gives no colour to a value that is withheld', () => {
    expect(shade('taux_achevement', [0.82, null, 0.93, 0.9])).toMatchObject({
      of: { dunkerque: 1, valenciennes: 5, lens: 5 },
    });
    expect(shade('taux_achevement', [null, null, null, null])).toEqual({ kind: 'basins' });
  });

  it('of a count is circles, with a key of round counts', () => {
    expect(shade('entrees', [617, 970, 602, 496, 838])).toEqual({
      kind: 'circles',
      legend: [
        { value: 800, text: '800\u00A0entrées' },
        { value: 400, text: '400' },
        { value: 200, text: '200' },
        { value: 100, text: '100' },
      ],
    });
  });

  it('of parts of one whole is one bar', () => {
    expect(shade('part_entrees', [0.2, 0.3, 0.1, 0.2, 0.2], [3523, 3523, 3523, 3523, 3523])).toEqual({
      kind: 'shares',
      total: '3\u202F523\u00A0entrées',
    });
  });

  it('of a change has as many classes below stability as above, whatever the values', () => {
    const shading = shade('entrees_evolution_taux', [0.071, 0.03, -0.01, 0.058, 0.011]);
    expect(shading).toMatchObject({
      ramp: 'div',
      bounds: ['\u22127,5', '\u22124,5', '\u22121,5', '+1,5', '+4,5', '+7,5\u202F%'],
      of: { dunkerque: 5, lille: 4, valenciennes: 3, lens: 5 },
    });
    expect(shade('taux_achevement_evolution', [5, -2, 0, 0.8])).toMatchObject({
      ramp: 'div',
      of: { dunkerque: 5, lille: 2, valenciennes: 3, lens: 3 },
    });
  });

  it('of a change of a rate keeps the colours of the basins when five points or less separate them', () => {
    expect(shade('taux_achevement_evolution', [2.5, -1, 0, 0.4])).toEqual({ kind: 'basins' });
    expect(shade('entrees_evolution_taux', [0.03, 0.01, -0.01, 0.02])).toEqual({ kind: 'basins' });
  });
});
