import { describe, expect, it } from 'vitest';
import { breakBetween } from './breaks.ts';
import { judge } from './claims/judge.ts';
import { parseClaim } from './claims/parse.ts';
import { entries, rate, subjectOf } from './claims/subject.fixture.ts';
import { openBook } from './forty-book.fixture.ts';

const BREAK = { indicator: 'entrees', month: '2024-03', label: 'nouvelle saisie' };
const between = (one: object, other: object, indicator = 'entrees') =>
  breakBetween(indicator, one, other, { breaks: [BREAK] });

describe('a break in a series', () => {
  it('parts what lies before its month from what reaches it', () => {
    expect(between({ annee: 2024 }, { annee: 2023 })).toBe(BREAK);
    expect(between({ annee: 2022 }, { annee: 2025 })).toBe(BREAK);
    expect(between({ mois: '2024-03' }, { mois: '2024-02' })).toBe(BREAK);
  });

  it('parts neither what is of one same time, nor what lies on one side of it, nor another series', () => {
    expect(between({ annee: 2024, bassin: 'lille' }, { annee: 2024, bassin: 'lens' })).toBeNull();
    expect(between({ annee: 2022 }, { annee: 2023 })).toBeNull();
    expect(between({ mois: '2024-03' }, { mois: '2024-12' })).toBeNull();
    expect(between({ annee: 2024 }, { annee: 2023 }, 'sorties')).toBeNull();
  });

  it('leaves no change across it, and leaves those of other series', () => {
    const { calendar } = openBook();
    const statuses = (breaks: (typeof BREAK)[]): string[] => {
      const book = openBook(undefined, { ...calendar, breaks });
      return ['entrees_evolution', 'entrees_evolution_taux', 'sorties_evolution'].map(
        (id) => book.figure(id, { annee: 2024 }).status,
      );
    };
    expect(statuses([])).toEqual(['definitif', 'definitif', 'definitif']);
    expect(statuses([BREAK])).toEqual(['sans-objet', 'sans-objet', 'definitif']);
  });

  it('lets no sentence compare across it: neither a trend, nor a multiple, nor a record', () => {
    const figures = [entries(100), entries(50, { annee: 2023 })];
    const verdicts = ['en hausse', 'doublé', 'record'].map((words) => {
      const parsing = parseClaim(words);
      if (!parsing.ok) throw new Error(words);
      const calendar = { years: [2023, 2024], referenceYear: 2022, breaks: [BREAK] };
      return judge(parsing.wording, subjectOf(figures, { calendar }));
    });
    expect(verdicts).toMatchInlineSnapshot(`
      [
        {
          "outcome": "refused",
          "reason": "2023 : la série se rompt en mars 2024 (nouvelle saisie)",
        },
        {
          "outcome": "refused",
          "reason": "2023 : la série se rompt en mars 2024 (nouvelle saisie)",
        },
        {
          "outcome": "refused",
          "reason": "2023 : la série se rompt en mars 2024 (nouvelle saisie)",
        },
      ]
    `);
  });

  it('says nothing of a rate that has no break of its own', () => {
    const parsing = parseClaim('en hausse');
    if (!parsing.ok) throw new Error('not understood');
    const calendar = { years: [2023, 2024], referenceYear: 2022, breaks: [BREAK] };
    const rates = [rate([95, 100]), rate([90, 100], { annee: 2023 })];
    expect(judge(parsing.wording, subjectOf(rates, { calendar })).outcome).toBe('true');
  });
});
