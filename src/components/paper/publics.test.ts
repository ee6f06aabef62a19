import { describe, expect, it } from 'vitest';
import type { Figure } from '../../figures/figure.ts';
import { formatFigure, formatTerms } from '../../figures/format.ts';
import { partsOf } from './publics.ts';

const count = (value: number | null): Figure => ({
  id: 'entrees[annee=2024]',
  indicator: 'entrees',
  slice: { annee: 2024 },
  value,
  unit: 'entrées',
  numerator: null,
  denominator: null,
  status: value === null ? 'secret' : 'definitif',
  origin: 'calcule',
  period: '2024-01-01/2024-12-31',
});

const shown = (...values: (number | null)[]): string[] =>
  partsOf(values.map(count), 20).map((part) =>
    `${formatFigure(part)} ${formatTerms(part) ?? ''}`.replaceAll(/[\u00A0\u202F]/g, ' ').trim(),
  );

describe('parts of a place’s entries', () => {
  it('are of what is known, each with its two terms', () => {
    expect(shown(30, 60, 10)).toEqual([
      '30,0 % 30 sur 100 entrées',
      '60,0 % 60 sur 100 entrées',
      '10,0 % 10 sur 100 entrées',
    ]);
  });

  it('are all withheld when one count is: the whole would tell it', () => {
    expect(shown(30, null, 60)).toEqual(['s', 's', 's']);
  });

  it('are withheld on too small a whole', () => {
    expect(shown(10, 9)).toEqual(['s', 's']);
    expect(shown(10, 10)).toEqual(['50,0 % 10 sur 20 entrées', '50,0 % 10 sur 20 entrées']);
  });
});
