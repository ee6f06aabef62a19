import { expect, it } from 'vitest';
import { headline } from './headline.ts';

it('keeps an article or a preposition with the word it leans on', () => {
  expect(headline('Former\u00A0: des places aux entrées')).toBe('Former\u00A0: des\u00A0places aux\u00A0entrées');
  expect(headline('Et après\u00A0: les issues de la promotion')).toBe(
    'Et\u00A0après\u00A0: les\u00A0issues de\u00A0la\u00A0promotion',
  );
});

it('leaves the other words apart', () => {
  expect(headline('Méthode, publics, entreprises 2024')).toBe('Méthode, publics, entreprises 2024');
  expect(headline('Ballet et modèles')).toBe('Ballet et\u00A0modèles');
});
