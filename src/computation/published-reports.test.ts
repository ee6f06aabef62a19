import { describe, expect, it } from 'vitest';
import { fileLines } from '../data/report.ts';
import type { FileReport } from '../data/table.ts';
import { createBook } from '../figures/book.ts';
import { fortyDataset } from '../figures/forty.fixture.ts';
import { FORTY_CALENDAR, openBook } from '../figures/forty-book.fixture.ts';
import { publishedReports } from './published-reports.ts';

/** The forty courses: sixteen entered in 2023, eighteen in 2024, six in 2025. */
const book = openBook();

const reportOf = (name: string, rows: number): FileReport => ({
  name,
  sha256: 'a'.repeat(64),
  encoding: 'UTF-8',
  separator: ';',
  rows,
  refused: 0,
  repairs: { date: rows * 2 },
});
const rowsTold = (reports: readonly FileReport[], of = book) => publishedReports(reports, of).map(({ rows }) => rows);

describe('the rows of a file of records', () => {
  it('are told when they are the entries of its year', () => {
    expect(rowsTold([reportOf('2023.csv', 16), reportOf('2024.csv', 18), reportOf('2025.csv', 6)])).toEqual([
      16, 18, 6,
    ]);
  });

  it('are withheld when they tell what one producer sent', () => {
    expect(rowsTold([reportOf('2024-region.csv', 15), reportOf('2024-opco.csv', 3)])).toEqual([null, null]);
  });

  it('are withheld with the entries of the year', () => {
    const secret = createBook({
      dataset: fortyDataset(),
      calendar: FORTY_CALENDAR,
      rules: { minimumCount: 7, minimumDenominator: 7 },
      published: [],
      isDemonstration: true,
    });
    expect(secret.figure('entrees', { annee: 2025 }).status).toBe('secret');
    expect(rowsTold([reportOf('2025.csv', 6)], secret)).toEqual([null]);
  });

  it('are withheld with the cells mended, which would tell them', () => {
    const [line] = fileLines({ reports: publishedReports([reportOf('2024-opco.csv', 3)], book) });
    expect(line).toMatchObject({ rows: 's', mended: 's', refused: '0', encoding: 'UTF-8' });
  });

  it('stay withheld, or told, when they are read again from where they were written', () => {
    const once = publishedReports([reportOf('2024.csv', 18), reportOf('2025-opco.csv', 3)], book);
    expect(publishedReports(once, book)).toEqual(once);
  });

  it('are told of other files', () => {
    expect(rowsTold([reportOf('places.csv', 244)])).toEqual([244]);
  });
});
