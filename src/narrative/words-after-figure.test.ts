import { describe, expect, it } from 'vitest';
import { readChapter } from './check.ts';
import { fortyVocabulary } from './forty-vocabulary.fixture.ts';

const forty = fortyVocabulary();
const bassin = forty.dimensions.get('bassin');
if (!bassin) throw new Error('the forty courses have basins');

/** The forty courses, in basins with the names that sentences give them. */
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const named = {
  ...bassin,
  values: bassin.values.map(({ id }) => ({ id, label: capital(id), within: `dans le bassin de ${capital(id)}` })),
};
const vocabulary = { ...forty, dimensions: new Map(forty.dimensions).set('bassin', named) };

const said = (body: string) =>
  readChapter(body, vocabulary).remarks.map(
    ({ line, column, message, value, expected, remedy }) =>
      `${line}:${column}  ${message} | ${value} | ${expected} | ${remedy}`,
  );

describe('words beside a figure that would make another number of it', () => {
  it.each([
    ['a per cent sign', 'Il y a <Chiffre de="entrees" /> % de sorties.'],
    ['a per cent sign after a rate, which has its own', 'Le taux est de <Chiffre de="taux_achevement" /> %.'],
    ['a scale', 'Il y a <Chiffre de="entrees" /> millions d’entrées.'],
    ['a currency', 'La dépense est de <Chiffre de="entrees" /> M€.'],
    ['a unit after a claim', 'Il y a <Constat de="entrees" est="plus de 10" /> millions d’entrées.'],
    ['a unit after a published number', 'Il faut <Publie ref="opco2i" /> millions de recrutements.'],
    ['a unit after a text form', '## Les [[entrees]] % du plan'],
    ['a sign', 'La différence est de -<Chiffre de="entrees" />.'],
    ['a sign with its space', 'La différence est de − <Chiffre de="entrees" />.'],
    ['something else that is counted', 'Il y a <Chiffre de="entrees" /> sorties.'],
    ['something else as its noun', 'Il y a <Chiffre de="entrees" nom="sortie" />.'],
    ['a quantity as its noun', 'Il y a <Chiffre de="entrees" nom="millier d’entrées" />.'],
    ['another basin', 'Il y a <Chiffre de="entrees" bassin="lens" /> entrées à Lille.'],
    ['a basin, when it is of the whole plan', 'Il y a <Chiffre de="entrees" /> entrées nouvelles à Lille.'],
    ['a basin with its article', 'On en voit <Chiffre de="entrees" bassin="lens" /> dans le bassin de Lille.'],
    ['another year', 'Il y a <Chiffre de="entrees" annee="2023" /> entrées en 2024.'],
    ['a negation of a claim', 'Les entrées ne sont pas <Constat de="entrees" est="en hausse" />.'],
    ['a negation that elides', 'Elles n’ont jamais été <Constat de="entrees" est="en hausse" />.'],
    ['a bound before a claim', 'Il y a plus de <Constat de="entrees" est="18" /> entrées.'],
    ['a year, when it is counted from the start', 'Il y a <Chiffre de="entrees" annee="cumul" /> entrées en 2024.'],
  ])('are an error: %s', (_, body) => {
    expect(said(body)).toMatchSnapshot();
  });

  it.each([
    'Il y a <Chiffre de="entrees" /> entrées en 2024, et <Chiffre de="entrees" annee="2023" /> en 2023.',
    'Lille compte <Chiffre de="entrees" bassin="lille" /> entrées à Lille ; à Lens, on en attend.',
    'Le plan - <Chiffre de="entrees" /> entrées - avance, et – <Chiffre de="entrees" /> entrées.',
    'Les entrées sont <Constat de="entrees" est="plus de 17" /> à Lille et ailleurs.',
    'Il y a <Chiffre de="sorties" /> sorties pour <Chiffre de="entrees" /> entrées.',
    'Rien n’est perdu ; les entrées sont <Constat de="entrees" est="en hausse" />.',
    'On ne compte pas les sorties, et les entrées sont <Constat de="entrees" est="en hausse" />.',
  ])('and otherwise none: %s', (body) => {
    expect(said(body)).toEqual([]);
  });
});
