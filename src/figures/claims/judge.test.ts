import { describe, expect, it } from 'vitest';
import type { Figure } from '../figure.ts';
import { judge } from './judge.ts';
import { parseClaim } from './parse.ts';
import { entries, figureOf, type Given, rate, subjectOf } from './subject.fixture.ts';
import type { Subject, Verdict } from './subject.ts';

function verdictOf(words: string, figures: readonly Figure[], parts: Partial<Subject> = {}): Verdict {
  const parsing = parseClaim(words);
  if (!parsing.ok) throw new Error(`not understood: « ${words} » at « ${parsing.at} »`);
  return judge(parsing.wording, subjectOf(figures, parts));
}
const outcome = (...question: Parameters<typeof verdictOf>): string => verdictOf(...question).outcome;

describe('an amount is checked against the unrounded value', () => {
  it.each<[string, Given, boolean]>([
    // Rates; 90,04 % rounds to 90,0 %.
    ['plus de 90 %', [9004, 10_000], true],
    ['plus de 90 %', [9, 10], false],
    ['plus de 90 %', [8996, 10_000], false],
    ['90 % exactement', [9, 10], true],
    ['90 % exactement', [8996, 10_000], false],
    ['exactement 90 %', [9004, 10_000], false],
    ['90,0 %', [8996, 10_000], true],
    ['90,0 %', [8995, 10_000], true],
    ['90,0 %', [89_949, 100_000], false],
    ['90 %', [895, 1000], true],
    ['90 %', [8949, 10_000], false],
    ['90 %', [905, 1000], false],
    ['89,4 %', [447, 500], true],
    ['exactement 89,4 %', [447, 500], true],
    ['moins de 90 %', [8999, 10_000], true],
    ['moins de 90 %', [9, 10], false],
    ['au moins 90 %', [9, 10], true],
    ['au moins 90 %', [8999, 10_000], false],
    ['au plus 90 %', [9, 10], true],
    ['au plus 90 %', [9001, 10_000], false],
    ['près de 90 %', [885, 1000], true],
    ['près de 90 %', [8849, 10_000], false],
    ['près de 90 %', [9, 10], false],
    ['un peu moins de 90 %', [89, 100], true],
    ['un peu plus de 90 %', [91, 100], true],
    ['un peu plus de 90 %', [916, 1000], false],
    ['environ 90 %', [92, 100], true],
    ['environ 90 %', [9201, 10_000], false],
    ['environ 90 %', [88, 100], true],
    ['90 % environ', [8799, 10_000], false],
    ['entre 85 et 90 %', [9, 10], true],
    ['entre 85 et 90 %', [85, 100], true],
    ['entre 85 et 90 %', [9001, 10_000], false],
    ['la moitié', [485, 1000], true],
    ['la moitié', [4849, 10_000], false],
    ['plus de la moitié', [501, 1000], true],
    ['plus de la moitié', [1, 2], false],
    ['un tiers', [1, 3], true],
    ['plus du tiers', [1, 3], false],
    ['les deux tiers', [2, 3], true],
    ['les trois quarts', [3, 4], true],
    ['les trois quarts', [77, 100], false],
    ['neuf sur dix', [894, 1000], true],
    ['neuf sorties sur dix', [916, 1000], false],
    ['plus de neuf sorties sur dix', [901, 1000], true],
    ['plus de neuf sorties sur dix', [9, 10], false],
    ['quatre-vingt-dix pour cent', [9, 10], true],
  ])('« %s » of %j: %j', (words, value, expected) => {
    expect(outcome(words, [rate(value)])).toBe(expected ? 'true' : 'false');
  });

  it.each<[string, number, boolean]>([
    ['3 523', 3523, true],
    ['3 523', 3524, false],
    ['trois mille cinq cent vingt-trois', 3523, true],
    ['plus de 3 500', 3501, true],
    ['plus de 3 500', 3500, false],
    ['moins de 3 500', 3499, true],
    ['au moins 3 500', 3500, true],
    ['au plus 3 500', 3501, false],
    ['près de 10 000', 9500, true],
    ['près de 10 000', 9499, false],
    ['près de 10 000', 10_000, false],
    ['presque 10 000', 9999, true],
    ['environ 10 000', 10_500, true],
    ['environ 10 000', 10_501, false],
    ['exactement 3 523', 3523, true],
    ['exactement 3 523', 3522, false],
    ['entre 3 000 et 4 000 entrées', 4000, true],
    ['entre 3 000 et 4 000 entrées', 2999, false],
    ['une centaine', 95, true],
    ['une centaine', 94, false],
    ['plus de 1,9 million', 1_900_001, true],
    ['1,9 million', 1_949_999, true],
    ['1,9 million', 1_950_000, false],
  ])('« %s » of %d: %j', (words, value, expected) => {
    expect(outcome(words, [entries(value)])).toBe(expected ? 'true' : 'false');
  });

  it('is refused when it is not in the unit of the figure', () => {
    expect(outcome('plus de la moitié', [entries(3523)])).toBe('refused');
    expect(outcome('plus de 90', [rate([9, 10])])).toBe('refused');
    expect(outcome('plus de 2 points', [figureOf('taux_achevement_evolution', { annee: 2024 }, 2.5)])).toBe('true');
    expect(outcome('plus de 5 %', [figureOf('entrees_evolution_taux', { annee: 2024 }, [6, 100])])).toBe('true');
  });

  it('warns when it is so far that the sentence misleads', () => {
    const caveats = (words: string, figure: Figure): number => {
      const verdict = verdictOf(words, [figure]);
      return verdict.outcome === 'true' ? verdict.caveats.length : -1;
    };
    expect(caveats('plus de 80 %', rate([85, 100]))).toBe(0);
    expect(caveats('plus de 80 %', rate([8501, 10_000]))).toBe(1);
    expect(caveats('au plus 3 500', entries(3150))).toBe(0);
    expect(caveats('moins de 3 500', entries(3149))).toBe(1);
    expect(caveats('plus que triplé', figureOf('multiplication_places', { annee: 2024 }, [40, 10]))).toBe(0);
    expect(caveats('plus que triplé', figureOf('multiplication_places', { annee: 2024 }, [41, 10]))).toBe(1);
  });

  it('warns when it would fail at the low bound of a rate with unknowns', () => {
    const slice = { annee: 2024 };
    const figures = [figureOf('taux_issue_positive', slice, [901, 1000]), figureOf('sorties_observees', slice, 1100)];
    expect(verdictOf('plus de 90 %', figures)).toMatchObject({ outcome: 'true', caveats: [expect.any(String)] });
    expect(verdictOf('plus de 80 %', figures)).toMatchObject({ caveats: [expect.stringContaining('loin')] });
    const known = [figures[0], figureOf('sorties_observees', slice, 1000)].flatMap((figure) => figure ?? []);
    expect(verdictOf('plus de 90 %', known)).toEqual({ outcome: 'true', caveats: [] });
  });
});

describe('words that count something count what the figure does', () => {
  it.each([
    ['plus de 3 000 entrées', 'true'],
    ['plus de 3 000 places', 'refused'],
    ['plus de 3 000', 'true'],
  ])('« %s »: %s', (words, expected) => {
    expect(outcome(words, [entries(3200)])).toBe(expected);
  });

  it.each([
    ['neuf sorties sur dix', 'true'],
    ['neuf entrées sur dix', 'refused'],
    ['90 % des sorties', 'true'],
    ['90 % des places', 'refused'],
  ])('« %s » of a rate of exits: %s', (words, expected) => {
    expect(outcome(words, [rate([9, 10])])).toBe(expected);
  });
});

describe('two years are compared', () => {
  const before = { annee: 2023 };
  it.each<[string, number, number, boolean]>([
    ['doublé', 200, 100, true],
    ['doublé', 190, 100, true],
    ['doublé', 189, 100, false],
    ['plus que doublé', 201, 100, true],
    ['plus que doublé', 200, 100, false],
    ['presque triplé', 299, 100, true],
    ['presque triplé', 300, 100, false],
    ['quadruple', 400, 100, true],
    ['multiplié par 2,5', 250, 100, true],
    ['multiplié par plus de trois', 300, 100, false],
    ['trois fois plus', 300, 100, true],
    ['au moins trois fois plus', 299, 100, false],
    ['divisé par deux', 50, 100, true],
    ['divisé par plus de deux', 49, 100, true],
    ['divisé par plus de deux', 50, 100, false],
    ['deux fois moins', 60, 100, false],
    ['en hausse', 103, 100, true],
    ['en hausse', 102, 100, false],
    ['stable', 102, 100, true],
    ['stable', 98, 100, true],
    ['stable', 97, 100, false],
    ['en baisse', 97, 100, true],
    ['en hausse de 5 %', 105, 100, true],
    ['en hausse de plus de 5 %', 105, 100, false],
    ['en baisse de moitié', 50, 100, true],
    ['en baisse de 5 entrées', 95, 100, true],
    ['en baisse de 5 entrées', 105, 100, false],
    ['record', 101, 100, true],
    ['record', 100, 100, false],
    ['au plus bas', 99, 100, true],
  ])('« %s » of %d after %d: %j', (words, now, then, expected) => {
    expect(outcome(words, [entries(now), entries(then, before)])).toBe(expected ? 'true' : 'false');
  });

  it.each<[string, number, number, string]>([
    ['en hausse', 901, 890, 'true'],
    ['en hausse', 900, 890, 'false'],
    ['stable', 900, 890, 'true'],
    ['en baisse de 2,5 points', 875, 900, 'true'],
    ['en baisse de 5 %', 855, 900, 'refused'],
    ['record', 910, 900, 'true'],
    ['record', 909, 900, 'refused'],
    ['record', 890, 900, 'false'],
  ])('« %s » of a rate of %d ‰ after %d ‰: %s', (words, now, then, expected) => {
    expect(outcome(words, [rate([now, 1000]), rate([then, 1000], before)])).toBe(expected);
  });

  it('from the year that the tag or the words give', () => {
    const figures = [entries(400), entries(350, before), entries(100, { annee: 2022 })];
    expect(outcome('plus que triplé', figures, { since: 2022 })).toBe('true');
    expect(outcome('plus que triplé depuis 2022', figures)).toBe('true');
    expect(outcome('plus que triplé', figures)).toBe('false');
    expect(outcome('doublé', figures, { since: 2025 })).toBe('refused');
  });

  it('and a ratio that is a figure needs no other year', () => {
    expect(outcome('plus que triplé', [figureOf('multiplication_places', { annee: 2024 }, [31, 10])])).toBe('true');
    expect(outcome('plus que triplé', [figureOf('multiplication_places', { annee: 2024 }, [3, 1])])).toBe('false');
  });

  it.each(['record', 'en hausse', 'doublé'])('« %s » is refused of a year that is not over or not final', (words) => {
    const parts = { period: '2025-01-01/2025-08-31', status: 'provisoire' } as const;
    const unfinished = [entries(900, { annee: 2025 }, parts), entries(100), entries(90, before)];
    expect(verdictOf(words, unfinished)).toMatchObject({
      outcome: 'refused',
      reason: expect.stringContaining('incomplète'),
    });
    const provisional = [entries(900, { annee: 2024 }, { status: 'provisoire' }), entries(90, before)];
    expect(verdictOf(words, provisional)).toMatchObject({
      outcome: 'refused',
      reason: expect.stringContaining('provisoire'),
    });
    expect(outcome(words, [entries(900), entries(null, before, { status: 'secret' })])).toBe('refused');
    expect(outcome(words, [entries(900)])).toBe('refused');
    expect(outcome(words, [entries(900, { annee: 'cumul' })])).toBe('refused');
  });

  it('a record falls to a later year that is already higher, even unfinished', () => {
    const later = (value: number): Figure =>
      entries(value, { annee: 2025 }, { period: '2025-01-01/2025-08-31', status: 'provisoire' });
    expect(outcome('record', [entries(100), entries(90, before), later(99)])).toBe('true');
    expect(outcome('record', [entries(100), entries(90, before), later(101)])).toBe('false');
  });
});

describe('places are ranked', () => {
  const of = (values: Readonly<Record<string, Given | null>>, first: string, make = rate): Figure[] =>
    Object.entries(values)
      .toSorted(([a], [b]) => Number(b === first) - Number(a === first))
      .map(([bassin, value]) => make(value, { annee: 2024, bassin }, value === null ? { status: 'secret' } : {}));
  const rates = { lille: [92, 100], lens: [90, 100], dunkerque: [88, 100], valenciennes: [86, 100] } as const;

  it.each<[string, string, string]>([
    ['le plus élevé des bassins', 'lille', 'true'],
    ['le plus élevé des quatre bassins', 'lille', 'true'],
    ['le plus élevé des trois bassins', 'lille', 'false'],
    ['en tête', 'lille', 'true'],
    ['en tête', 'lens', 'false'],
    ['deuxième', 'lens', 'true'],
    ['deuxième', 'lille', 'false'],
    ['troisième', 'dunkerque', 'true'],
    ['avant-dernier', 'dunkerque', 'true'],
    ['dernier', 'valenciennes', 'true'],
    ['le moins élevé', 'valenciennes', 'true'],
    ['le plus faible des bassins', 'lens', 'false'],
  ])('« %s » of %s: %s', (words, place, expected) => {
    expect(outcome(words, of(rates, place))).toBe(expected);
    expect(outcome(words, of(rates, place), { by: 'bassin' })).toBe(expected);
  });

  it('never on less than one point, nor on fewer than a hundred', () => {
    expect(outcome('en tête', of({ ...rates, lens: [9101, 10_000] }, 'lille'))).toBe('refused');
    expect(outcome('en tête', of({ ...rates, lens: [91, 100] }, 'lille'))).toBe('true');
    expect(outcome('en tête', of({ ...rates, lens: [89, 99] }, 'lille'))).toBe('refused');
    expect(outcome('en tête', of({ ...rates, lille: [98, 99] }, 'lille'))).toBe('refused');
  });

  it('by counts too, unless two are equal', () => {
    const counts = { lille: 50, lens: 49, dunkerque: 3, valenciennes: 2 };
    expect(outcome('en tête', of(counts, 'lille', entries))).toBe('true');
    expect(outcome('en tête', of({ ...counts, lens: 50 }, 'lille', entries))).toBe('refused');
  });

  it('never when a place is withheld, is a set, or has no rival', () => {
    expect(outcome('en tête', of({ ...rates, lens: null }, 'lille'))).toBe('refused');
    expect(outcome('en tête', of({ 'quatre-bassins': [9, 10] }, 'quatre-bassins'))).toBe('refused');
    expect(outcome('en tête', of({ lille: [9, 10] }, 'lille'))).toBe('refused');
    expect(outcome('en tête', [rate([9, 10])])).toBe('refused');
  });

  it('women and men as well as places', () => {
    const figures = [entries(300, { annee: 2024, sexe: 'H' }), entries(100, { annee: 2024, sexe: 'F' })];
    expect(outcome('les plus nombreux', figures, { by: 'sexe' })).toBe('true');
    expect(outcome('le plus faible', figures)).toBe('false');
  });
});
