import { describe, expect, it } from 'vitest';
import { isFeminine, nounOf } from './plural.ts';

describe('a noun group', () => {
  it.each([
    ['entrée', 'entrées'],
    ['entrée en formation', 'entrées en formation'],
    ['issue positive', 'issues positives'],
    ['sortie de l’année', 'sorties de l’année'],
    ['parcours en cours', 'parcours en cours'],
    ['nouveau titre', 'nouveaux titres'],
    ['bassin régional', 'bassins régionaux'],
  ])('« %s » in the plural is « %s »', (singular, plural) => {
    expect(nounOf(singular)).toEqual({ singular, plural });
  });

  it('keeps the plural that is given', () => {
    expect(nounOf('bail', 'baux').plural).toBe('baux');
  });

  it('is feminine by its first word', () => {
    expect(['entrée en formation', 'action', 'parcours', 'qualité'].map(isFeminine)).toEqual([true, true, false, true]);
  });
});
