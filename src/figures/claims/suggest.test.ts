import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Figure } from '../figure.ts';
import type { Claim } from './claim.ts';
import { judge } from './judge.ts';
import { parseClaim } from './parse.ts';
import { entries, figureOf, rate, subjectOf } from './subject.fixture.ts';
import { suggest } from './suggest.ts';

const claimOf = (words: string): Claim => {
  const parsing = parseClaim(words);
  if (!parsing.ok) throw new Error(words);
  return parsing.wording.claim;
};

describe('words that would be true', () => {
  it.each<[string, readonly Figure[], readonly string[]]>([
    ['plus de 90 %', [rate([894, 1000])], ['plus de 85\u202F%', 'près de 90\u202F%', 'environ 90\u202F%']],
    ['plus de 4 000', [entries(3523)], ['plus de 3\u202F500', 'environ 3\u202F500', 'près de 3\u202F600']],
    ['plus que quadruplé', [entries(390), entries(100, { annee: 2023 })], ['plus que triplé', 'presque quadruplé']],
    ['doublé', [entries(95), entries(100, { annee: 2023 })], ['en baisse']],
    ['record', [entries(101), entries(102, { annee: 2023 })], ['stable', 'au plus bas']],
    ['en hausse', [entries(101), entries(100, { annee: 2023 })], ['stable']],
    [
      'en tête',
      [2, 3, 1].map((value, index) =>
        entries(value, { annee: 2024, bassin: ['lens', 'lille', 'dunkerque'][index] ?? '' }),
      ),
      ['deuxième'],
    ],
  ])('instead of « %s »', (words, figures, expected) => {
    const found = suggest(claimOf(words), subjectOf(figures));
    expect(found.slice(0, expected.length).toSorted()).toEqual([...expected].toSorted());
  });

  it('are always true, whatever the figures', () => {
    const claims = ['plus de 90 %', 'plus de 90', 'doublé', 'en hausse', 'record', 'le plus élevé'].map(claimOf);
    const count = fc.integer({ min: 0, max: 100_000 });
    const terms = fc.tuple(count, count).map(([a, b]) => [Math.min(a, b), Math.max(a, b, 1)] as const);
    fc.assert(
      fc.property(
        fc.constantFrom(...claims),
        fc.oneof(
          fc
            .array(count, { minLength: 2, maxLength: 2 })
            .map((values) => values.map((value, index) => entries(value, { annee: 2024 - index }))),
          fc
            .array(terms, { minLength: 2, maxLength: 2 })
            .map((values) => values.map((value, index) => rate(value, { annee: 2024 - index }))),
          fc
            .array(terms, { minLength: 4, maxLength: 4 })
            .map((values) =>
              values.map((value, index) =>
                rate(value, { annee: 2024, bassin: ['lille', 'lens', 'dunkerque', 'valenciennes'][index] ?? '' }),
              ),
            ),
          terms.map((value) => [figureOf('multiplication_places', { annee: 2024 }, value)]),
        ),
        (claim, figures) => {
          const subject = subjectOf(figures);
          for (const words of suggest(claim, subject)) {
            const parsing = parseClaim(words);
            expect(parsing, words).toMatchObject({ ok: true });
            if (parsing.ok) expect(judge(parsing.wording, subject), words).toMatchObject({ outcome: 'true' });
          }
        },
      ),
    );
  });

  it('are never missing for a count or a rate', () => {
    const share = fc.integer({ min: 1, max: 9999 });
    fc.assert(
      fc.property(share, (value) => {
        expect(suggest(claimOf('plus de 90 %'), subjectOf([rate([value, 10_000])]))).not.toEqual([]);
        expect(suggest(claimOf('plus de 90'), subjectOf([entries(value)]))).not.toEqual([]);
      }),
    );
  });
});
