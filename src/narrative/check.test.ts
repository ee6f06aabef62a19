import { describe, expect, it } from 'vitest';
import { openBook } from '../figures/forty-book.fixture.ts';
import { readChapter } from './check.ts';
import type { Vocabulary } from './vocabulary.ts';

const book = openBook();

const vocabulary: Vocabulary = {
  ask: (indicator, slice) => {
    const answer = book.askPublished(indicator, slice);
    const isLens = answer.ok && answer.figure.id === 'entrees[annee=2024,bassin=lens]';
    return isLens ? { ok: true, figure: { ...answer.figure, value: null, status: 'secret' } } : answer;
  },
  defaultYear: 2024,
  calendar: book.calendar,
  dimensions: book.dimensions,
  published: new Map([['opco2i', { text: '37\u202F000' }]]),
  hasSoundData: true,
  registered: () => book.published.values(),
  free: { names: ['OPCO 2i'], wordings: ['quatre bassins'] },
  charts: ['saison', 'issues'],
  chartsByBasin: ['issues'],
  tables: ['bassins'],
  indicators: ['entrees', 'taux_remplissage'],
  basins: ['lille', 'lens'],
};

const FRONT = '---\ntitre: T\n---\n\n';
const read = (body: string) => readChapter(FRONT + body, vocabulary);

describe('a chapter', () => {
  it('names its figures, the year of the edition by default', () => {
    const { figures, remarks } = read(
      'Il y a <Chiffre de="entrees" /> entrées, <Chiffre de="entrees" annee={2023} /> avant, <Chiffre de="entrees" bassin="lille" annee="2024" /> à Lille.',
    );
    expect(remarks).toEqual([]);
    expect(figures.map(({ id }) => id)).toEqual([
      'entrees[annee=2024]',
      'entrees[annee=2023]',
      'entrees[annee=2024,bassin=lille]',
    ]);
  });

  it('has headings with their figures, and anchors without them', () => {
    const { headings } = read(
      '## Les <Chiffre de="entrees" /> entrées de l’année\n\n## Où l’on forme\n\n### Où l’on forme',
    );
    expect(headings).toEqual([
      { depth: 2, text: 'Les 18\u00A0entrées de l’année', id: 'les-entrees-de-l-annee' },
      { depth: 2, text: 'Où l’on forme', id: 'ou-l-on-forme' },
      { depth: 3, text: 'Où l’on forme', id: 'ou-l-on-forme-2' },
    ]);
  });

  it('lists links, exhibits and published values', () => {
    const reading = read(
      '[Suite](02-b.mdx#x)\n\n<Graphique nom="issues" bassin="lens" titre="T" />\n\n<Publie ref="opco2i" />',
    );
    expect(reading.links).toMatchObject([{ url: '02-b.mdx#x', line: 5, column: 1 }]);
    expect(reading.exhibits).toMatchObject([{ kind: 'graphique', key: 'issues-lens', title: 'T' }]);
    expect(reading.published).toEqual(['opco2i']);
  });

  it('may hold comments', () => {
    expect(read('Texte {/* pour plus tard */} suite').remarks).toEqual([]);
  });
});

describe('what is wrong with a chapter is said in French, with its place', () => {
  it.each([
    ['an unknown indicator', 'Il y a <Chiffre de="entres" /> entrées.'],
    ['an unknown value', 'Il y a <Chiffre de="entrees" bassin="douai" /> entrées.'],
    ['an unknown year', '<Chiffre de="entrees" annee="2031" />'],
    ['a withheld figure', 'À Lens, <Chiffre de="entrees" bassin="lens" /> entrées.'],
    ['a figure without object', '<Chiffre de="entrees_evolution" annee="2025" />'],
    ['a slice that no published table holds', 'À Lens, <Chiffre de="entrees" bassin="lens" sexe="F" /> femmes.'],
    ['a map of a slice that no published table holds', '<Carte de="taux_remplissage" annee="cumul" titre="T" />'],
    ['a map of an unknown indicator', '<Carte de="entres" titre="T" />'],
    ['a tag with a small letter', '<chiffre de="entrees" />'],
    ['an unknown tag', '<Camembert />'],
    ['an unknown attribute', '<Chiffre de="entrees" année="2024" />'],
    ['the same attribute twice', 'À Lille, <Chiffre de="entrees" bassin="lille" bassin="lens" /> entrées.'],
    ['the same name twice in a text form', 'À Lille, [[entrees bassin=lille bassin=lens]] entrées.'],
    ['a text form that names its figure again', 'Il y a [[entrees de=places]] entrées.'],
    ['a missing attribute', '<Graphique nom="saison" />'],
    ['an unknown chart', '<Graphique nom="saisons" titre="T" />'],
    ['a chart that takes no basin', '<Graphique nom="saison" titre="T" bassin="lens" />'],
    ['an unknown reference', '<Publie ref="nulle-part" />'],
    ['an unknown kind of box', '<Encadre genre="rouge">a</Encadre>'],
    ['a spread attribute', '<Chiffre {...x} />'],
    ['the same chart twice', '<Graphique nom="saison" titre="A" />\n\n<Graphique nom="saison" titre="B" />'],
    ['a piece of the home page in a chapter', '<Bref etiquette="Acquis" titre="Un titre">\n\nUn mot.\n\n</Bref>'],
    ['an import', 'import a from "b"\n\nTexte'],
    ['an expression', 'Il y a {1 + 1} entrées'],
    ['a stray brace', 'Il y a { entrées'],
    ['an unclosed tag', '<Encadre genre="retenir">\n\nTexte'],
    ['a closing tag alone', 'Texte </Encadre>'],
    ['a less-than sign before a digit', 'Les <20 ans'],
    ['curly quotes in a tag', '<Chiffre de=“entrees” />'],
    ['an image without words', '![](photo.jpg)'],
  ])('%s', (_, body) => {
    const { remarks } = read(body);
    expect(
      remarks.map(
        ({ line, column, message, value, expected, remedy }) =>
          `${line}:${column}  ${message} | ${value ?? ''} | ${expected} | ${remedy}`,
      ),
    ).toMatchSnapshot();
  });

  it('and a text that no page can be made of is known as such', () => {
    expect(read('Il y a <Chiffre de="entres" /> entrées.').renderable).toBe(true);
    for (const body of ['<chiffre de="entrees" />', 'Il y a { entrées', '{1 + 1}', '<Graphique nom="x" titre="T" />']) {
      expect(read(body).renderable, body).toBe(false);
    }
  });
});
