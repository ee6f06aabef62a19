import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLayout } from './layout.ts';
import { bare, literal, MARKS, readRegistry, shown } from './registry.ts';
import { copyFixture, runCommand } from './run.ts';

/** Charts and tables that the frozen edition does not have: a chapter more holds them. */
const MORE = {
  Graphique: ['entrees-par-bassin', 'secteurs', 'ages', 'tailles', 'actions-par-mois'],
  Tableau: ['familles', 'departements', 'bornes', 'couverture'],
};
const chapter = `---
titre: Tout le reste
court: Reste
description: Ce que les autres chapitres n’ont pas
chapeau: Ce que les autres chapitres n’ont pas.
---

${Object.entries(MORE)
  .flatMap(([tag, names]) => names.map((name) => `<${tag} nom="${name}" titre="Le reste, ${name}" />`))
  .join('\n\n')}
`;

let copy: Awaited<ReturnType<typeof copyFixture>>;
let figure: Awaited<ReturnType<typeof readRegistry>>;
/** Id and label of each family of formations. */
let families: readonly (readonly [id: string, label: string])[];
/** Texts of each chart and of the map, and of each table, by their names in the chapters. */
let drawings: ReadonlyMap<string, readonly string[]>;
let tables: ReadonlyMap<string, readonly string[]>;

beforeAll(async () => {
  copy = await copyFixture();
  const content = join(copy.folder, 'content/2024');
  await writeFile(join(content, '03-reste.mdx'), chapter);
  const { code, stdout, stderr } = await runCommand('build', [], copy.variables);
  if (code !== 0) throw new Error(`${stdout}\n${stderr}`);
  figure = await readRegistry(join(copy.folder, 'dist'));
  const rows: string[][] = parse(await readFile(join(copy.folder, 'data/formations.csv')), { from: 2 });
  families = [...new Map(rows.map(([, , id = '', label = '']) => [id, label]))];
  const layout = await readLayout(join(copy.folder, 'dist/pdf/demonstration-bilan-2024.pdf'));
  const chapters = (await readdir(content)).filter((name) => name.endsWith('.mdx')).toSorted();
  const text = (await Promise.all(chapters.map((name) => readFile(join(content, name), 'utf8')))).join('\n');
  const textsOf = (role: string): string[][] =>
    layout.elements
      .filter((element) => element.role === role)
      .map((element) => layout.piecesOf(element).map((piece) => bare(piece.text)))
      .filter((texts) => texts.length > 0);
  const byName = (tag: RegExp, texts: string[][]): Map<string, string[]> =>
    new Map([...text.matchAll(tag)].map(([, name = 'carte'], index) => [name, texts[index] ?? []]));
  drawings = byName(/<(?:Graphique nom="([^"]+)"|Carte )/g, textsOf('Figure'));
  tables = byName(/<Tableau nom="([^"]+)"/g, textsOf('Table'));
}, 120_000);
afterAll(() => rm(copy.folder, { recursive: true, force: true }));

const PLACES = {
  Dunkerque: 'dunkerque',
  Lille: 'lille',
  Valenciennes: 'valenciennes',
  Lens: 'lens',
  'Hors des quatre bassins': 'hors-bassins',
};
const perPlace = (row: (name: string, place: string) => string[]): string[][] =>
  Object.entries(PLACES).map(([name, place]) => row(name, place));
const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));
/** Months of a year that are over at the cut-off date. */
const observed = (year: number): string[] => MONTHS.slice(0, year === 2025 ? 8 : 12);

/** A figure as it is printed, its sign of a percentage left out where the axis has it. */
const value = (id: string): string => shown(figure(id));
const bareValue = (id: string): string => value(id).replace('%', '');
const highest = (year: number, rest = ''): string =>
  String(Math.max(...observed(year).map((month) => figure(`entrees[${rest}mois=${year}-${month}]`).value ?? 0)));
const counted = (slice: string, label: string): string[] => [
  label,
  value(`entrees[${slice}]`),
  value(`part_entrees[${slice}]`),
];

const ISSUES = ['emploi_durable', 'emploi_court', 'alternance', 'formation_qualifiante', 'recherche_emploi'];
function outcomes(name: string, place: string): string[][] {
  const of = (id: string): string => `${id}[annee=2024${place && `,bassin=${place}`}]`;
  const bounds = `bornes ${value(of('taux_issue_positive_bas'))} et ${value(of('taux_issue_positive_haut'))}`;
  return [
    ISSUES.map((issue) => bareValue(of('sorties_part').replace(']', `,issue=${issue}]`))),
    [`${name} : issue positive ${value(of('taux_issue_positive'))}`],
    [
      `${value(of('sorties_situation_connue'))} sorties de situation connue, ${value(of('taux_reponse'))} de réponse ; ${bounds}`,
    ],
  ];
}

/** What each chart says in numbers: pieces of text that follow each other. */
const SAID: Readonly<Record<string, () => string[][]>> = {
  'entrees-par-mois': () => [
    ...[2023, 2024, 2025].map((year) => [highest(year)]),
    ['2023', value('entrees[annee=2023]')],
    ['2024', `${value('entrees[annee=2024]')} publié`],
    ['2025', `${value('entrees[annee=2025]')} en 8 mois`],
  ],
  'places-et-entrees': () => [
    [2022, 2023, 2024, 2025].map((year) => value(`places[annee=${year}]`)),
    [2023, 2024, 2025].map((year) => value(`entrees[annee=${year}]`)),
    ...[2023, 2024].map((year) => [String(year), value(`multiplication_places[annee=${year}]`)]),
  ],
  'sorties-et-achevement': () => [
    [2023, 2024, 2025].map((year) => value(`achevements[annee=${year}]`)),
    [2024, 2025].map((year) => value(`sorties_avant_terme[annee=${year}]`)),
    ...[2023, 2024].map((year) => [String(year), `${value(`taux_achevement[annee=${year}]`)} achevés`]),
    ['2025', `8 mois, ${value('taux_achevement[annee=2025]')} achevés`],
  ],
  issues: () => [
    ...outcomes('Ensemble des quatre bassins', 'quatre-bassins'),
    ...outcomes('Reste de la région', 'hors-bassins'),
    ...outcomes('Ensemble de la région', ''),
  ],
  carte: () =>
    perPlace((name, place) => [
      name.replace('quatre ', ''),
      value(`entrees[annee=2024,bassin=${place}]`),
      `entrées, ${value(`part_entrees[annee=2024,bassin=${place}]`)}`,
    ]),
  'achevement-par-bassin': () => [
    ...perPlace((name, place) => [
      name,
      ...[2023, 2024].map((year) => bareValue(`taux_achevement[annee=${year},bassin=${place}]`)),
    ]),
    ['Ensemble de la région', ...[2023, 2024].map((year) => bareValue(`taux_achevement[annee=${year}]`))],
  ],
  formations: () =>
    families.map(([id, label]) => [
      label,
      value(`entrees[annee=2024,famille=${id}]`),
      ...(figure(`taux_remplissage[annee=2024,famille=${id}]`).value === null
        ? []
        : [value(`taux_remplissage[annee=2024,famille=${id}]`)]),
    ]),
  saison: () => [[highest(2024)]],
  'saison-par-bassin': () => [
    ...perPlace((name, place) => [name, `${value(`entrees[annee=2024,bassin=${place}]`)} en 2024`]),
    ...perPlace((_, place) => [highest(2024, `bassin=${place},`)]),
  ],
  'parts-par-bassin': () =>
    perPlace((name, place) => [
      ...[2023, 2024].map((year) => value(`part_entrees[annee=${year},bassin=${place}]`)),
      name,
    ]),
  'en-formation': () => {
    const counts = [2023, 2024, 2025].flatMap((year) =>
      observed(year).map((month) => figure(`en_formation[mois=${year}-${month}]`).value ?? 0),
    );
    return [[String(Math.max(...counts))], [`${value('en_formation[mois=2025-08]')} p`]];
  },
  cohorte: () => {
    const of = (id: string): string => value(`${id}[annee=2023]`);
    return [
      [of('entrees'), 'entrées'],
      [of('entrees_achevees'), 'parcours achevés'],
      [of('entrees_interrompues'), 'interrompus avant le terme'],
      [of('entrees_motif_inconnu'), 'de motif inconnu'],
      ...['achevees', 'interrompues'].flatMap((end) => [
        [of(`entrees_${end}_positives`), 'issue positive'],
        [of(`entrees_${end}_autres`), 'autre situation'],
        [of(`entrees_${end}_inconnues`), 'situation inconnue'],
      ]),
    ];
  },
  'entrees-par-bassin': () => perPlace((name, place) => counted(`annee=2024,bassin=${place}`, name)),
  secteurs: () => [
    counted('annee=2024,secteur=industrie', 'Industrie'),
    counted('annee=2024,secteur=logistique', 'Logistique'),
    counted('annee=2024,secteur=transition_energetique', 'Transition énergétique'),
    counted('annee=2024,secteur=construction', 'Construction'),
    counted('annee=2024,secteur=autre', 'Autre secteur'),
  ],
  ages: () => [
    counted('age=moins_26,annee=2024', 'Moins de 26 ans'),
    counted('age=26_35,annee=2024', 'De 26 à 35 ans'),
    counted('age=36_45,annee=2024', 'De 36 à 45 ans'),
    counted('age=46_plus,annee=2024', '46 ans et plus'),
  ],
  tailles: () => [
    counted('annee=2024,taille=tpe', 'TPE, moins de 10 salariés'),
    counted('annee=2024,taille=pme', 'PME, de 10 à 249 salariés'),
    counted('annee=2024,taille=eti', 'Entreprise de taille intermédiaire'),
    counted('annee=2024,taille=ge', 'Grande entreprise'),
  ],
  'actions-par-mois': () => [
    ...MONTHS.slice(7).map((month) => [value(`actions[mois=2024-${month}]`)]),
    ...MONTHS.slice(0, 7).map((month) => [value(`actions[mois=2025-${month}]`)]),
  ],
};

/** Numbers that are no figures: years, steps of a scale, its unit, ages and sizes of firms. */
const NO_FIGURE = /^(?:20\d\d(?:,8mois)?|\d*[05]%?|8moisd’entrées|50km|100entrées|Entréesde2023)$/;

describe('drawings on paper say what the registry says', () => {
  it('each chart and the map, value by value, beside what it counts', () => {
    expect([...drawings.keys()].toSorted()).toEqual(Object.keys(SAID).toSorted());
    const missing = [...drawings].flatMap(([name, texts]) => {
      const drawn = `|${texts.join('|')}|`;
      const said = (SAID[name]?.() ?? []).map((pieces) => pieces.map(bare).join('|'));
      return said.filter((pieces) => !drawn.includes(`|${pieces}|`)).map((pieces) => `${name}: ${pieces} in ${drawn}`);
    });
    expect(missing).toEqual([]);
  });

  it('and no other number', () => {
    const others = [...drawings].flatMap(([name, texts]) => {
      const said = new Set(SAID[name]?.().flat().map(bare));
      const unsaid = texts.filter((text) => /\d/.test(text) && !said.has(text) && !NO_FIGURE.test(text));
      return unsaid.map((text) => `${name}: ${text}`);
    });
    expect(others).toEqual([]);
  });
});

describe('tables on paper say what the registry says', () => {
  const expectRow = (name: string, cells: readonly string[]): void => {
    const [head = '', ...values] = cells.map(bare);
    const row = new RegExp(head + values.map((cell) => literal(cell) + MARKS).join(''));
    expect(tables.get(name)?.join(''), name).toMatch(row);
  };
  const row = (label: string, slice: string, ids: readonly string[]): string[] => [
    label,
    ...ids.map((id) => value(`${id}[annee=2024${slice}]`)),
  ];

  it('of families, of départements, of bounds', () => {
    const rates = ['taux_achevement', 'taux_issue_positive'];
    for (const [id, label] of families)
      expectRow('familles', row(label, `,famille=${id}`, ['places', 'entrees', 'taux_remplissage', ...rates]));
    for (const [label, code] of Object.entries({
      Aisne: '02',
      Nord: '59',
      Oise: '60',
      'Pas-de-Calais': '62',
      Somme: '80',
    }))
      expectRow('departements', row(label, `,departement=${code}`, ['entrees', 'part_entrees', ...rates]));
    const bounds = ['', '_bas', '_haut'].map((end) => `taux_issue_positive${end}`);
    const ends = ['taux_reponse', 'taux_issue_positive_achevements', 'taux_issue_positive_avant_terme'];
    for (const [label, slice] of [
      ...Object.entries(PLACES).map(([name, place]) => [name, `,bassin=${place}`] as const),
      ['Ensemble de la région', ''] as const,
    ])
      expectRow('bornes', row(label, slice, [...bounds, ...ends]));
  });

  it('of the months that the files cover', () => {
    for (const year of [2023, 2024])
      expectRow('couverture', [String(year), ...MONTHS.map((month) => value(`entrees[mois=${year}-${month}]`))]);
    const known = observed(2025).map((month) => value(`entrees[mois=2025-${month}]`));
    expectRow('couverture', ['2025', ...known, '–', '–', '–', '–']);
  });
});
