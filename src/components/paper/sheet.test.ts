import { describe, expect, it } from 'vitest';
import type { Figure } from '../../figures/figure.ts';
import { assertion } from './sheet.ts';

const figure = (value: number | null, denominator: number | null = null): Figure => ({
  id: 'essai[annee=2024]',
  indicator: 'essai',
  slice: { annee: 2024 },
  value,
  unit: 'fraction',
  numerator: null,
  denominator,
  status: value === null ? 'secret' : 'definitif',
  origin: 'calcule',
  period: '2024-01-01/2024-12-31',
});

const said = (change: number | null, completion: number | null, region: number | null = 0.9, exits = 400): string =>
  assertion({ within: 'dans le bassin de Lens' }, 2024, {
    change: figure(change),
    completion: figure(completion, exits),
    regionCompletion: figure(region, 2000),
  }).replaceAll(/[\u00A0\u202F]/g, ' ');

describe('the assertion of a sheet', () => {
  it('follows the figures, up, level or down', () => {
    expect(said(12, 0.93)).toBe(
      'Dans le bassin de Lens, l’année 2024 compte plus d’entrées que 2023 ; le taux d’achèvement y est supérieur à celui de la région.',
    );
    expect(said(0, 0.905)).toContain('autant d’entrées que 2023 ; le taux d’achèvement y est voisin de celui');
    expect(said(-3, 0.8)).toContain('moins d’entrées que 2023 ; le taux d’achèvement y est inférieur à celui');
  });

  it('does not set a rate over fewer than a hundred exits above or below another', () => {
    expect(said(12, 0.5, 0.9, 100)).toContain('inférieur à celui de la région');
    expect(said(12, 0.5, 0.9, 99)).toBe('Dans le bassin de Lens, l’année 2024 compte plus d’entrées que 2023.');
  });

  it('does not speak of what is withheld', () => {
    expect(said(null, 0.93)).toBe('Dans le bassin de Lens, le taux d’achèvement y est supérieur à celui de la région.');
    expect(said(12, null)).toBe('Dans le bassin de Lens, l’année 2024 compte plus d’entrées que 2023.');
    expect(said(null, null)).toBe('Trop peu d’entrées pour comparer ce lieu à la région.');
  });
});
