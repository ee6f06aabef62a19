import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawnValues, type Known, MONTHS, observed, PLACES } from './drawn-values.ts';
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
let known: Known;
/** A figure as it is printed. */
const value = (id: string): string => shown(known.figure(id));
/** Texts of each chart and of the map, and of each table, by their names in the chapters. */
let drawings: ReadonlyMap<string, readonly string[]>;
let tables: ReadonlyMap<string, readonly string[]>;

beforeAll(async () => {
  copy = await copyFixture();
  const content = join(copy.folder, 'content/2024');
  await writeFile(join(content, '03-reste.mdx'), chapter);
  const { code, stdout, stderr } = await runCommand('build', [], copy.variables);
  if (code !== 0) throw new Error(`${stdout}\n${stderr}`);
  const rows: string[][] = parse(await readFile(join(copy.folder, 'data/formations.csv')), { from: 2 });
  known = {
    figure: await readRegistry(join(copy.folder, 'dist')),
    families: [...new Map(rows.map(([, , id = '', label = '']) => [id, label]))],
  };
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

/** Numbers that are no figures: years, steps of a scale, its unit, ages and sizes of firms. */
const NO_FIGURE = /^(?:20\d\d(?:,8mois)?|\d*[05]%?|8moisd’entrées|50km|100entrées|Entréesde2023)$/;

describe('drawings on paper say what the registry says', () => {
  it('each chart and the map, value by value, beside what it counts', () => {
    const values = drawnValues(known);
    expect([...drawings.keys()].toSorted()).toEqual(Object.keys(values).toSorted());
    const missing = [...drawings].flatMap(([name, texts]) => {
      const drawn = `|${texts.join('|')}|`;
      const said = (values[name]?.() ?? []).map((pieces) => pieces.map(bare).join('|'));
      return said.filter((pieces) => !drawn.includes(`|${pieces}|`)).map((pieces) => `${name}: ${pieces} in ${drawn}`);
    });
    expect(missing).toEqual([]);
  });

  it('and no other number', () => {
    const values = drawnValues(known);
    const others = [...drawings].flatMap(([name, texts]) => {
      const said = new Set(values[name]?.().flat().map(bare));
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
    for (const [id, label] of known.families)
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
