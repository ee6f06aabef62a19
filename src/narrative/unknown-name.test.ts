import { describe, expect, it } from 'vitest';
import { INDICATORS } from '../figures/registry.ts';
import { readChapter } from './check.ts';
import { fortyVocabulary } from './forty-vocabulary.fixture.ts';

const vocabulary = {
  ...fortyVocabulary(),
  charts: ['entrees-par-mois', 'entrees-par-bassin', 'saison'],
  chartsByBasin: ['entrees-par-mois'],
  tables: ['bassins'],
  indicators: INDICATORS.map(({ id }) => id),
};
const said = (body: string) =>
  readChapter(body, vocabulary).remarks.map(({ message, expected, remedy }) => `${message} | ${expected} | ${remedy}`);

describe('a name that nobody knows', () => {
  it.each([
    '<Graphique nom="entrees-par-moi" titre="T" />',
    '<Graphique nom="entrees-par-mois" bassin="lile" titre="T" />',
    '<Tableau nom="bassin" titre="T" />',
    '<Publie ref="opco2" />',
    '<Chiffre de="entres" />',
    '<Chiffre de="entrees" bassin="lile" />',
  ])('is told with the one that was meant: %s', (body) => {
    expect(said(body)).toMatchSnapshot();
  });

  it.each(['<Definition de="taux_achevment" />', '<Carte de="sorties_evolutions" titre="T" />'])(
    'is told with three near ones at most, when the list is long: %s',
    (body) => {
      expect(said(body)).toMatchSnapshot();
    },
  );

  it.each([
    '<Definition de="meteo" />',
    '<Graphique nom="meteo" titre="T" />',
    '<Chiffre de="entrees" annee="2031" />',
  ])('is told with where to look, when none is near: %s', (body) => {
    expect(said(body)).toMatchSnapshot();
  });
});
