import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatDecimal,
  formatEuros,
  formatInteger,
  formatMultiple,
  formatOrdinal,
  formatPercent,
  formatPoints,
  formatShort,
  withSign,
} from './number.ts';

describe('numbers in French', () => {
  it('groups thousands with a narrow no-break space, from four digits on', () => {
    expect([0, 999, 3523, 9999, 1234567].map(formatInteger)).toEqual([
      '0',
      '999',
      '3\u202F523',
      '9\u202F999',
      '1\u202F234\u202F567',
    ]);
  });

  it('writes a percentage with one decimal and a narrow space before the sign', () => {
    expect(formatPercent(0.894)).toBe('89,4\u202F%');
    expect(formatPercent(1)).toBe('100,0\u202F%');
  });

  it('rounds in decimal, half away from zero', () => {
    expect(formatPercent(0.8945)).toBe('89,5\u202F%');
    expect(formatPercent(0.8996)).toBe('90,0\u202F%');
    expect(formatDecimal(1.005, 2)).toBe('1,01');
    expect(formatDecimal(-2.25)).toBe('\u22122,3');
  });

  it('uses a true minus sign, and no sign before zero', () => {
    expect(formatInteger(-1234)).toBe('\u22121\u202F234');
    expect(withSign(-2.5, formatDecimal)).toBe('\u22122,5');
    expect(withSign(2.5, formatDecimal)).toBe('+2,5');
    expect(withSign(-0.04, formatDecimal)).toBe('0,0');
  });

  it('puts points in the plural from two on', () => {
    expect(formatPoints(1.9)).toBe('1,9\u00A0point');
    expect(formatPoints(1.95)).toBe('2,0\u00A0points');
    expect(formatPoints(2)).toBe('2,0\u00A0points');
    expect(formatPoints(-2.5)).toBe('\u22122,5\u00A0points');
  });

  it('writes amounts as M€ and Md€ in one piece', () => {
    expect([80e6, 1.2e9, 4500, 1.25e6].map(formatEuros)).toEqual([
      '80\u202FM€',
      '1,2\u202FMd€',
      '4\u202F500\u202F€',
      '1,3\u202FM€',
    ]);
  });

  it('drops needless zeros only after a comma', () => {
    expect([80, 100, 1.5].map((value) => formatShort(value))).toEqual(['80', '100', '1,5']);
  });

  it('writes multiples and ordinals', () => {
    expect(formatMultiple(3.24)).toBe('×\u202F3,2');
    expect([formatOrdinal(1), formatOrdinal(1, true), formatOrdinal(2)]).toEqual(['1er', '1re', '2e']);
  });

  it('never prints an ordinary space, a dot or an ASCII hyphen', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e12, max: 1e12 }), (value) => {
        for (const text of [formatInteger(value), formatDecimal(value, 2), formatPercent(value)]) {
          expect(text).not.toMatch(/[ .-]/);
        }
      }),
    );
  });
});
