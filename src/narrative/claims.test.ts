import { describe, expect, it } from 'vitest';
import { openBook } from '../figures/forty-book.fixture.ts';
import { readChapter } from './check.ts';
import { expandSource } from './expand.ts';
import { createPrint } from './print-tag.ts';
import { readText } from './read-text.ts';
import type { Remark } from './remark.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Forty courses: 16 entries in 2023, 18 in 2024, 6 in the eight months of 2025. */
const book = openBook();

const vocabulary: Vocabulary = {
  ask: (indicator, slice) => book.askPublished(indicator, slice),
  defaultYear: 2024,
  calendar: book.calendar,
  dimensions: book.dimensions,
  published: new Map([['opco2i', { text: '37\u202F000' }]]),
  hasSoundData: true,
  registered: () => book.published.values(),
  free: { names: ['OPCO 2i'], wordings: ['quatre bassins'] },
  charts: ['saison'],
  chartsByBasin: [],
  tables: [],
  indicators: ['entrees'],
  basins: ['lille', 'lens'],
};

const FRONT = '---\ntitre: T\n---\n\n';
const read = (body: string) => readChapter(FRONT + body, vocabulary);
const lines = (remarks: readonly Remark[]): string[] =>
  remarks.map(({ severity, line, column, message, value, expected, remedy }) =>
    [`${line}:${column} ${severity} ${message}`, value, expected, remedy].join('\n    '),
  );

describe('a claim that is true', () => {
  it.each([
    'Les entrées sont <Constat de="entrees" est="en hausse" />.',
    'Les entrées sont <Constat de="entrees" est="en hausse" depuis={2023} />.',
    'Les entrées sont <Constat de="entrees" est="en hausse">en hausse de plus de 10 %</Constat>.',
    'C’est <Constat de="entrees" est="record">l’année entière la plus haute</Constat> du plan.',
    'Lille est <Constat de="entrees" bassin="lille" est="en tête des bassins" par="bassin" />.',
    '<Constat de="entrees" bassin="lille" est="le plus élevé">Lille, le premier bassin</Constat>, en compte dix.',
    'Une part [[part_entrees bassin=quatre-bassins est="les deux tiers"]] des entrées.',
    '## Des entrées <Constat de="entrees" est="en hausse" />',
    '<Graphique nom="saison" titre="Des entrées [[entrees est=\'en hausse\']]" />',
  ])('is accepted: %s', (body) => {
    const { remarks, claims, figures } = read(body);
    expect(lines(remarks)).toEqual([]);
    expect(claims).toBe(1);
    expect(figures).toHaveLength(1);
  });
});

describe('a claim that cannot stand is an error that says where, the sentence, the value and what would be true', () => {
  it.each([
    ['false amount', 'Le taux est <Constat de="taux_achevement" est="plus de 90 %" />.'],
    ['false rounding', 'Le plan compte <Constat de="entrees" est="exactement 17" /> entrées.'],
    ['false trend', 'Première phrase. Les entrées sont <Constat de="entrees" est="en baisse" />. Fin.'],
    ['false multiple', 'Elles ont <Constat de="entrees" est="doublé" depuis={2023} />.'],
    ['false rank', 'Lens est <Constat de="entrees" bassin="lens" est="en tête" par="bassin" />.'],
    ['not implied by the truth', 'On voit <Constat de="entrees" est="plus de 15">plus de 20 entrées</Constat>.'],
    ['false in its words and in what they replace', 'Elles <Constat de="entrees" est="en baisse">reculent</Constat>.'],
    ['refused in both', '<Constat de="entrees" est="record" annee={2025}>L’année entière la plus haute</Constat>.'],
    ['false in both, for two reasons', 'On voit <Constat de="entrees" est="en baisse">plus de 20 entrées</Constat>.'],
    ['denied', 'Elles n’ont <Constat de="entrees" est="en hausse">pas doublé</Constat>.'],
    ['words without a claim', 'C’est <Constat de="entrees" est="en hausse">une belle année</Constat>.'],
    ['an unfinished year', 'Les entrées de 2025 sont <Constat de="entrees" annee={2025} est="en baisse" />.'],
    ['too close or too small', 'Un <Constat de="taux_achevement" est="record" />.'],
    ['the wrong unit', 'C’est <Constat de="entrees" est="plus de la moitié" />.'],
    ['not understood', 'C’est <Constat de="entrees" est="formidable" />.'],
    ['partly understood', 'C’est <Constat de="entrees" est="plus de 10 personnes" />.'],
    ['no year to compare with', 'C’est <Constat de="entrees" est="doublé" depuis="hier" />.'],
    ['an unknown dimension', 'C’est <Constat de="entrees" est="en tête" par="ville" />.'],
    ['no words', 'C’est <Constat de="entrees" />.'],
    ['an unknown figure', 'C’est <Constat de="entres" est="record" />.'],
    ['a form that is false', '## Titre [[entrees est="en baisse"]]'],
    ['a form in an attribute', '<Graphique nom="saison" titre="Des entrées [[entrees est=\'en baisse\']]" />'],
    ['a form that cannot be read', 'Il y a [[entrees bassin]] entrées.'],
    ['another noun', 'Il y en a <Constat de="entrees" est="plus de 17 places" />.'],
    ['fragile: far', 'Il y en a <Constat de="entrees" est="plus de 10" />.'],
    ['fragile: low bound', 'On compte <Constat de="taux_issue_positive" est="plus de 75 %" />.'],
  ])('%s', (_, body) => {
    expect(lines(read(body).remarks).join('\n')).toMatchSnapshot();
  });
});

describe('a claim typed as bare words is found, with the tag to paste', () => {
  it.each([
    'Les entrées ont plus que triplé.',
    'La moitié des entrées, <Chiffre de="entrees" />, vont à Lille.',
    'Les <Chiffre de="entrees" /> entrées sont en hausse.',
    'Une année record.',
    'Le nombre d’entrées double en un an.',
    'Trois fois plus de places.',
    '## Lille, le premier bassin',
    '<Note titre="En hausse">Texte.</Note>',
    '- Plus de 90 % des sorties.\n- Près de 3 000 entrées.',
    '| a | b |\n| --- | --- |\n| stable | non |',
    'Les entrées n’ont pas doublé.',
    '**Les entrées**\nont, sur deux lignes, *doublé*.',
  ])('%s', (body) => {
    expect(lines(read(body).remarks).join('\n')).toMatchSnapshot();
  });

  it.each([
    'La Région dit qu’elles ont « plus que triplé ».',
    'La Région a publié <Publie ref="opco2i" /> recrutements.',
    'Les entrées sont <Constat de="entrees" est="en hausse" />.',
    'Trois fois par an, un emploi stable, le premier volet, deuxième acquis.',
    'Pour réduire l’écart, `en hausse` se tape ainsi.',
    'Deux volets, en 2024, pour une page, sans en-tête.',
    '> Les entrées ont plus que triplé.',
  ])('and nothing else is: %s', (body) => {
    expect(lines(read(body).remarks)).toEqual([]);
  });
});

describe('the form that a message gives', () => {
  const toPaste = (remarks: readonly Remark[]): string => /\[\[.*\]\]/.exec(remarks[0]?.remedy ?? '')?.[0] ?? '';

  it.each([
    ['between double quotes', '<Graphique nom="saison" titre="Des entrées en hausse" />'],
    ['between single quotes', "<Graphique nom='saison' titre='Des entrées en hausse' />"],
    ['in the words of an image', '![Des entrées en hausse](a.png)'],
  ])('can be pasted where the words stand: %s', (_, body) => {
    const form = toPaste(read(body).remarks);
    const { remarks, claims } = read(body.replace('en hausse', form));
    expect(lines(remarks)).toEqual([]);
    expect(claims).toBe(1);
  });
});

describe('the form for the title of a chart', () => {
  it('asks for the basin that the chart shows', () => {
    const { remarks } = readChapter('<Graphique nom="saison" bassin="lille" titre="Des entrées en hausse" />', {
      ...vocabulary,
      chartsByBasin: ['saison'],
    });
    expect(remarks.map(({ remedy }) => remedy)).toEqual(["écrivez [[entrees bassin=lille est='en hausse']]"]);
  });
});

describe('the basin that a sentence names', () => {
  it('is part of the tag to paste', () => {
    const [remark] = read('À Lille, des entrées en hausse.').remarks;
    expect(remark?.remedy).toBe('écrivez <Constat de="entrees" bassin="lille" est="en hausse" />');
    const [other] = read('À Lille et à Lens, des entrées en hausse.').remarks;
    expect(other?.remedy).toContain('<Constat de="…" est="en hausse" />');
  });
});

describe('figures that a sentence does not name', () => {
  it('are not proposed for its words', () => {
    const [remark] = read('On voit un tiers des sorties partir.').remarks;
    expect(remark?.remedy).toBe(
      'cherchez le chiffre avec npm run figures, puis écrivez <Constat de="…" est="un tiers" />\u202F; si l’expression ne mesure rien («\u00A0baisse de tension\u00A0»), inscrivez-la entière dans nombres_libres, de data/reglages.yaml',
    );
  });

  it('are not proposed for its numbers, though they have their value', () => {
    const remedyOf = (body: string): string => read(body).remarks[0]?.remedy ?? '';
    expect(remedyOf('Le taux de remplissage atteint 50 %.')).toContain('<Chiffre de="taux_remplissage"');
    expect(remedyOf('Le taux de chômage de la région atteint 50 % en 2024.')).not.toContain('<Chiffre');
    expect(remedyOf('La TVA est de 50 %.')).toContain('ajoutez sa source à data/publies.csv');
  });
});

describe('a wording that the settings declare', () => {
  const remarksOf = (body: string, wordings: readonly string[]): number =>
    readChapter(FRONT + body, { ...vocabulary, free: { names: [], wordings } }).remarks.length;

  it('may hold the word of a claim, when it measures nothing', () => {
    expect(remarksOf('Une baisse de tension arrête la ligne.', [])).toBe(1);
    expect(remarksOf('Une baisse de tension arrête la ligne.', ['baisse de tension'])).toBe(0);
  });

  it('frees no claim alone, and none on what is counted', () => {
    expect(remarksOf('Une baisse arrête la ligne.', ['baisse'])).toBe(1);
    expect(remarksOf('La baisse des entrées est là.', ['baisse des entrées'])).toBe(1);
  });
});

describe('an exact figure', () => {
  it.each([
    'Le plan compte plus de <Chiffre de="entrees" /> entrées.',
    'Le taux approche, à un peu moins de <Chiffre de="taux_achevement" />.',
    'Près de <Chiffre de="entrees" bassin="lille" /> entrées à Lille.',
  ])('is not hedged: %s', (body) => {
    expect(lines(read(body).remarks).join('\n')).toMatchSnapshot();
  });

  it.each([
    'Au moins <Chiffre de="entrees" /> entrées sont comptées.',
    'Il y en a de plus, <Chiffre de="entrees" /> entrées.',
    'C’est plus que l’an passé : <Chiffre de="entrees" />.',
  ])('may follow other words: %s', (body) => {
    expect(lines(read(body).remarks)).toEqual([]);
  });
});

describe('words', () => {
  it.each([
    'Le plan compte <Chiffre de="entrees" /> personnes.',
    'Ce sont <Chiffre de="sorties" /> stagiaires qui partent.',
    'Le taux d’insertion est de <Chiffre de="taux_issue_positive" />.',
    '<Constat de="taux_issue_positive" est="plus de 75 %">plus de 75 % de retours à l’emploi</Constat>',
    'Le taux de réussite atteint <Chiffre de="taux_achevement" />.',
    'La plupart des entrées, et une forte part.',
    'On y reste plus souvent.',
  ])('that promise too much, or say too little: %s', (body) => {
    expect(lines(read(body).remarks).join('\n')).toMatchSnapshot();
  });

  it.each([
    'Le plan compte <Chiffre de="entrees" /> entrées, et non des personnes.',
    'Le plan compte <Chiffre de="entrees" /> entrées. Des stagiaires en parlent.',
    'Les stagiaires en parlent ; <Chiffre de="entrees" /> entrées.',
    'On lit « le taux d’insertion » : <Chiffre de="taux_issue_positive" />.',
    '<Publie ref="opco2i" /> personnes sont attendues.',
    'L’emploi fait <Chiffre de="sorties_emploi_part" /> des issues.',
  ])('that are in their place: %s', (body) => {
    expect(lines(read(body).remarks)).toEqual([]);
  });
});

describe('a heading', () => {
  it('is its words, its figures and its claims; its anchor has no value, or is the one that was chosen', () => {
    const { headings, remarks } = read(
      '## Les [[entrees]] entrées, [[entrees est="en hausse"]]\n\n## Des entrées <Constat de="entrees" est="record" /> {#annee}\n\n### Fin {#fin}',
    );
    expect(lines(remarks)).toEqual([]);
    expect(headings).toEqual([
      { depth: 2, text: 'Les 18\u00A0entrées, en hausse', id: 'les-entrees' },
      { depth: 2, text: 'Des entrées record', id: 'annee' },
      { depth: 3, text: 'Fin', id: 'fin' },
    ]);
  });

  it('keeps code between braces an error', () => {
    expect(read('## Titre {1 + 1}').remarks).toHaveLength(1);
  });
});

describe('text forms', () => {
  const print = createPrint(vocabulary);

  it.each([
    ['Il y a [[entrees]] entrées.', 'Il y a <Chiffre de="entrees" /> entrées.'],
    ['Elles sont [[entrees est=“en hausse”]].', 'Elles sont <Constat de="entrees" est="en hausse" />.'],
    ['[[publie ref=opco2i]] recrutements', '<Publie ref="opco2i" /> recrutements'],
    [
      '<Note titre="Les [[entrees]] entrées">Et [[entrees bassin=lille]].</Note>',
      '<Note titre="Les 18 entrées">Et <Chiffre de="entrees" bassin="lille" />.</Note>',
    ],
    ['![Les [[entrees]] entrées](a.png)', '![Les 18 entrées](a.png)'],
    ['`[[entrees]]` et [lien](a.mdx)', '`[[entrees]]` et [lien](a.mdx)'],
    ['## Titre {#ancre}\n\n[[entrees]]', '## Titre {/*#ancre*/}\n\n<Chiffre de="entrees" />'],
  ])('become tags in prose, and text elsewhere: %s', (source, expected) => {
    expect(expandSource(source, print)).toBe(expected);
  });

  it('are printed in front matter, and checked there', () => {
    const place = (offset: number) => ({ line: 2, column: offset + 1 });
    expect(readText('Les [[entrees]] entrées, [[entrees est="en hausse"]]', place, vocabulary)).toMatchObject({
      text: 'Les 18 entrées, en hausse',
      claims: 1,
      remarks: [],
    });
    const faulty = readText('Des entrées [[entrees est="en baisse"]], un record', place, vocabulary);
    expect(lines(faulty.remarks).join('\n')).toMatchSnapshot();
  });
});
