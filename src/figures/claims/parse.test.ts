import { describe, expect, it } from 'vitest';
import { findClaims, parseClaim } from './parse.ts';

const formOf = (words: string): string => {
  const parsing = parseClaim(words);
  return parsing.ok ? parsing.wording.claim.form : `? ${parsing.at}`;
};

describe('what `est` may hold', () => {
  it.each([
    ['plus de 90 %', 'amount'],
    ['moins de la moitié', 'amount'],
    ['au moins 3 000 entrées', 'amount'],
    ['font plus de la moitié des entrées', 'amount'],
    ['90 % exactement', 'amount'],
    ['pas plus de dix', 'amount'],
    ['entre un tiers et la moitié', 'between'],
    ['a plus que triplé', 'multiple'],
    ['ont doublé depuis 2022', 'multiple'],
    ['quadruple', 'multiple'],
    ['le double', 'multiple'],
    ['plus du triple', 'multiple'],
    ['divisées par deux', 'multiple'],
    ['trois fois plus', 'multiple'],
    ['en hausse', 'trend'],
    ['sont en baisse de plus de 5 %', 'trend'],
    ['a augmenté', 'trend'],
    ['stables', 'trend'],
    ['nombre record', 'record'],
    ['l’année la plus haute', 'record'],
    ['le plus élevé des bassins', 'rank'],
    ['en tête', 'rank'],
    ['le premier financeur', 'rank'],
    ['deuxième', 'rank'],
    ['avant-dernière', 'rank'],
  ])('« %s » is %s', (words, form) => {
    expect(formOf(words)).toBe(form);
  });

  it.each([
    ['', '? '],
    ['joli', '? joli'],
    ['pas doublé', '? pas doublé'],
    ['plus de', '? plus de'],
    ['plus de 90 % des personnes', '? personnes'],
    ['doublé, triplé', '? , triplé'],
    ['neuf sur', '? sur'],
  ])('« %s » is not understood, and where', (words, expected) => {
    expect(formOf(words)).toBe(expected);
  });

  it('says since when', () => {
    expect(parseClaim('en hausse par rapport à 2022')).toMatchObject({ wording: { since: 2022 } });
  });
});

describe('claims in a sentence', () => {
  const found = (text: string): string[] =>
    findClaims(text).map((claim) => `${claim.negated ? 'non\u00A0: ' : ''}${claim.text}`);

  it.each([
    ['Les places ont plus que triplé depuis 2022.', ['plus que triplé depuis 2022']],
    ['Elles n’ont pas doublé.', ['non\u00A0: doublé']],
    ['Près de neuf sorties sur dix, soit plus de la moitié.', ['Près de neuf sorties sur dix', 'plus de la moitié']],
    ['Lille est le premier bassin, en tête depuis 2023.', ['le premier bassin', 'en tête depuis 2023']],
    ['C’est l’année entière la plus haute.', ['année entière la plus haute']],
    ['Trois fois plus de places, en hausse.', ['Trois fois plus', 'en hausse']],
    ['Deuxième acquis : le premier volet, en une page.', []],
    ['En 2024, un bassin et une place.', []],
    ['Qui a achevé son parcours a plus souvent une issue.', []],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});
