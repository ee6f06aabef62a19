import { describe, expect, it } from 'vitest';
import { isChange } from './changes.ts';
import { openBook } from './forty-book.fixture.ts';
import { GLOSSARY } from './glossary.ts';
import { describeIndicator } from './methodology.ts';
import { PUBLISHED_INDICATORS, tablesOf } from './published-tables.ts';
import { INDICATORS } from './registry.ts';

const book = openBook();

describe('the registry', () => {
  const PREFIXES =
    /^(entrees|sorties|en_formation|achevements|sorties_avant_terme|sorties_avant_terme_emploi|taux_achevement|taux_achevement_cohorte|issues_positives|issues_inconnues|taux_issue_positive|taux_issue_positive_bas|taux_issue_positive_haut|taux_reponse|taux_emploi_durable|places|multiplication_places|taux_remplissage|part_entrees|part_femmes|part_tpe_pme|actions|participants)/;

  it('has one declaration an id, and ids begin as agreed', () => {
    const ids = INDICATORS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(PREFIXES);
  });

  it('documents every indicator', () => {
    for (const { id, label, definition, numerator, scope, observation, source } of INDICATORS) {
      for (const text of [label, definition, numerator, scope, observation, source]) expect(text, id).not.toBe('');
    }
  });

  it('writes the definitions that the page shows, and none of them speaks of « insertion »', () => {
    for (const indicator of INDICATORS) {
      const lines = describeIndicator(indicator, book, 2024);
      expect(lines.map((line) => line.join(' ')).join(' '), indicator.id).not.toMatch(/insertion|abandon/i);
    }
    const [rate, seats] = INDICATORS.filter(({ id }) => id === 'taux_achevement' || id === 'places');
    expect([rate, seats].map((indicator) => indicator && describeIndicator(indicator, book, 2024))).toMatchSnapshot();
  });

  it('says of every indicator what is counted, over what, of whom, when, how observed, by whom, and what it does not say', () => {
    for (const indicator of INDICATORS.filter((known) => !isChange(known))) {
      const labels = describeIndicator(indicator, book, 2024).map(([label]) => label);
      const terms = indicator.kind === 'count' ? ['Compte'] : ['Numérateur', 'Dénominateur'];
      expect(labels, indicator.id).toEqual(
        expect.arrayContaining([...terms, 'Champ', 'Période', 'Observation', 'Source', 'Limites', 'Historique']),
      );
    }
  });

  it('says that a course after another of the plan is a new entry, and may be a positive outcome', () => {
    const limitsOf = (id: string): string => INDICATORS.find((known) => known.id === id)?.limits ?? '';
    expect(limitsOf('entrees')).toContain('Un parcours qui en suit un autre du plan est une nouvelle entrée');
    expect(limitsOf('taux_issue_positive')).toContain(
      'Une formation qualifiante peut être un autre parcours du plan, compté alors aussi comme une entrée',
    );
  });

  it('knows the indicators that it and the glossary name', () => {
    const ids = new Set(INDICATORS.map(({ id }) => id));
    for (const id of GLOSSARY.flatMap(({ indicators }) => indicators)) expect(ids).toContain(id);
    for (const { answeredBy } of INDICATORS) if (answeredBy) expect(ids).toContain(answeredBy);
    const words = GLOSSARY.map(({ word }) => word);
    expect(words).toEqual(words.toSorted((a, b) => a.localeCompare(b, 'fr')));
  });

  it('never calls what it counts persons or trainees', () => {
    for (const { id, label, noun, definition } of INDICATORS) {
      expect(`${label} ${noun.singular} ${noun.plural} ${definition}`, id).not.toMatch(
        /personne|stagiaire|bénéficiaire/i,
      );
    }
  });

  it('publishes tables of its own indicators, and changes only of what is published', () => {
    const tables = (id: string) => tablesOf(id).map(({ dimensions }) => dimensions.join());
    for (const id of PUBLISHED_INDICATORS) {
      const indicator = INDICATORS.find((known) => known.id === id);
      expect(indicator, id).toBeDefined();
      if (indicator && isChange(indicator))
        expect(tables(indicator.change.of.id), id).toEqual(expect.arrayContaining(tables(id)));
    }
  });

  it('crosses at most two dimensions beyond time', () => {
    for (const { id } of INDICATORS) {
      for (const { dimensions } of tablesOf(id)) expect(dimensions.length, id).toBeLessThanOrEqual(2);
    }
  });
});
