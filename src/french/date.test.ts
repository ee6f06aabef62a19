import { describe, expect, it } from 'vitest';
import { formatDate, formatDay, formatMonth, formatPeriod, lastDayOf, monthInitial, monthShort } from './date.ts';

describe('dates in French', () => {
  it('writes the first of the month as 1er', () => {
    expect(formatDay('2025-09-01')).toBe('1er\u00A0septembre 2025');
    expect(formatDay('2025-08-31')).toBe('31\u00A0août 2025');
  });

  it('says the year once when a period stays inside it', () => {
    expect(formatPeriod('2024-01-01/2024-12-31')).toBe('du 1er\u00A0janvier au 31\u00A0décembre 2024');
    expect(formatPeriod('2023-01-01/2025-08-31')).toBe('du 1er\u00A0janvier 2023 au 31\u00A0août 2025');
    expect(formatPeriod('2025-08-31/2025-08-31')).toBe('le 31\u00A0août 2025');
  });

  it('knows months by name, short form and initial', () => {
    const months = Array.from({ length: 12 }, (_, index) => index + 1);
    expect(months.map(monthInitial).join('')).toBe('JFMAMJJASOND');
    expect(months.map(monthShort).join(' ')).toBe('janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.');
    expect(formatMonth('2024-03')).toBe('mars\u00A02024');
  });

  it('says a date as closely as it is known', () => {
    expect(['2025-04-14', '2025-09', '2025'].map(formatDate)).toEqual([
      '14\u00A0avril 2025',
      'septembre\u00A02025',
      '2025',
    ]);
  });

  it('knows how long February is', () => {
    expect([lastDayOf('2024-02'), lastDayOf('2025-02'), lastDayOf('2025-12')]).toEqual([
      '2024-02-29',
      '2025-02-28',
      '2025-12-31',
    ]);
  });
});
