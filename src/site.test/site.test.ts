import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { describe, expect, inject, it } from 'vitest';
import { filesOf } from './run.ts';

const site = inject('site');
const read = (path: string): Promise<string> => readFile(join(site, path), 'utf8');
const pages = (await filesOf(site)).filter((path) => path.endsWith('.html'));

describe('the built site', () => {
  it('has all its pages, under the edition', () => {
    expect(pages).toEqual(
      [
        '404.html',
        'index.html',
        '2024/index.html',
        ...[
          'essentiel',
          'ou-l-on-forme',
          'methode',
          'bassins',
          'donnees',
          'chiffres',
          'definitions',
          'sources',
          'chiffres-publies',
        ].map((name) => `2024/${name}/index.html`),
        ...['dunkerque', 'lille', 'valenciennes', 'lens', 'hors-bassins'].map(
          (name) => `2024/bassins/${name}/index.html`,
        ),
        ...['mentions-legales', 'accessibilite', 'contact', 'plan-du-site'].map((name) => `${name}/index.html`),
      ].toSorted(),
    );
  });

  it('says on every page the dates of data, publication and next edition, and how to report an error', async () => {
    for (const page of pages) {
      const html = await read(page);
      expect(html, page).toContain('Arrêtées au 31\u00A0août 2025');
      expect(html, page).toContain('Publication\u00A0: 1<sup>er</sup>\u00A0octobre 2025');
      expect(html, page).toContain('Prochaine édition\u00A0: bilan 2025');
      expect(html, page).toContain('Écrivez au service');
    }
  });

  it('is in French, with a title, a description, shared-card tags and one h1 on every page', async () => {
    for (const page of pages) {
      const html = await read(page);
      expect(html, page).toContain('<html lang="fr">');
      for (const tag of ['<title>', 'name="description"', 'property="og:title"', 'rel="canonical"', 'rel="icon"'])
        expect(html, page).toContain(tag);
      expect(html.match(/<h1/g), page).toHaveLength(1);
    }
  });

  it('never repeats an id in a page', async () => {
    for (const page of pages) {
      const ids = [...(await read(page)).matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
      expect(
        ids.filter((id, index) => ids.indexOf(id) !== index),
        page,
      ).toEqual([]);
    }
  });

  it('loads nothing from another site', async () => {
    for (const path of (await filesOf(site)).filter((name) => /\.(html|css|js)$/.test(name))) {
      expect(await read(path), path).not.toMatch(
        /(?:src|href)="https?:\/\/[^"]*\.(?:js|css|woff2?|png|jpg)"|url\(["']?https?:/,
      );
    }
  });

  it('gives every chart and map the table of the same data, and « Hors des quatre bassins » wherever basins are listed', async () => {
    for (const page of pages) {
      const html = await read(page);
      const figures = html.split('<figure').slice(1);
      for (const figure of figures) expect(figure, page).toContain('Tableau des données');
      for (const table of html.split('<table').slice(1)) {
        if (/<th scope="row">(?:<span[^>]*><\/span>)?Dunkerque/.test(table))
          expect(table, page).toContain('Hors des quatre bassins');
      }
    }
  });

  it('draws at least six charts, with text as text, under 10 kB each', async () => {
    const drawings = new Set<string>();
    for (const page of pages) {
      for (const [svg] of (await read(page)).matchAll(
        /<svg viewBox[^>]*class="drawing (?:desk|phone)" role="img"[\s\S]*?<\/svg>/g,
      )) {
        expect(Buffer.byteLength(svg), `${page} ${svg.slice(0, 80)}`).toBeLessThan(10_000);
        expect(svg).toContain('<text');
        drawings.add(svg);
      }
    }
    expect(drawings.size).toBeGreaterThan(12);
  });

  it('lists its pages for search engines, at the address of the settings', async () => {
    const sitemap = await read('sitemap.xml');
    expect(sitemap).toContain('<loc>https://bilan.example.org/2024/essentiel/</loc>');
    expect(sitemap).not.toContain('imprimer');
  });

  it('leaves nothing behind that was only there to be printed', async () => {
    expect((await filesOf(site)).filter((path) => path.includes('imprimer'))).toEqual([]);
    for (const page of pages) expect(await read(page)).not.toContain('data-pdf');
  });

  it('marks figures as simulated or published, and says the size of the PDF', async () => {
    const html = await read('2024/essentiel/index.html');
    expect(html).toContain(
      '<span class="pub"><span data-figure="entrees[annee=2024]">588</span> <span class="pm">publié</span></span>',
    );
    expect(html).toMatch(/<span class="sim" data-figure="entrees_evolution_taux\[annee=2024\]">\+4,1\u202F%<\/span>/);
    expect(html).toMatch(/Le rapport<\/a> \(PDF, \d+\u00A0pages, \d+\u202Fko\)/);
  });

  it('says how a key figure is quoted: value, period, source, dates, address', async () => {
    const html = (await read('index.html')).replaceAll(/<\/?sup>/g, '');
    const [, citation] = /Citer ce chiffre<\/summary><p>([^<]*)/.exec(html) ?? [];
    expect(citation).toMatch(
      /^588\u00A0entrées, du 1er\u00A0janvier au 31\u00A0décembre 2024\. «\u00A0588\u00A0entrées en 2024\u00A0»/,
    );
    expect(citation).toContain('Champ\u00A0: Parcours de formation');
    expect(citation).toContain('https://example.org/a');
    expect(citation).toContain('31\u00A0août 2025, https://bilan.example.org/#chiffre-essai-entrees-2024');
  });

  it('sets beside the rates of a place what they need: the exits they are among, the cohort that has all left, response and bounds', async () => {
    const html = await read('2024/bassins/lille/index.html');
    const text = html.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, ' ');
    expect(text).toMatch(/Parmi les \d+ sorties de 2024, la part des parcours menés à leur terme est de [\d,]+ %/);
    expect(text).toMatch(/parmi les entrées de 2023, toutes terminées, de [\d,]+ %/);
    expect(text).toMatch(
      /de situation connue, [\d,]+ % de réponse ; \d+ inconnues\. De [\d,]+ % à [\d,]+ % selon ce qu’elles sont devenues/,
    );
  });

  it('prints the figures and claims of a title wherever the title goes, and never in an anchor', async () => {
    const essential = await read('2024/essentiel/index.html');
    expect(essential).toContain(
      '<title>[Démonstration] L’essentiel d’essai\u00A0: environ 90\u202F% – Bilan 2024</title>',
    );
    expect(essential).toContain('content="[Démonstration] L’essentiel d’essai\u00A0: environ 90\u202F%');
    expect(essential).toContain('name="description" content="Quelques phrases sur 588\u00A0entrées"');
    expect(essential).toMatch(/<h1[^>]*>L’essentiel d’essai\u00A0: environ 90\u202F%<\/h1>/);
    expect(essential).toContain('<a href="#entrees-et-places">Des entrées en hausse et des places</a>');
    expect(essential).toMatch(/<h2 id="entrees-et-places">Des entrées <span[^>]*>en hausse<\/span> et des places\s*</);
    expect(essential).toMatch(/<h3 id="graphique-places-et-entrees-titre">Des entrées en hausse, des places</);
    for (const page of pages) expect(await read(page), page).not.toContain('[[');
  });

  it('sets published figures beside the computed ones, says first that a demonstration proves nothing, and explains gaps', async () => {
    const html = await read('2024/chiffres-publies/index.html');
    expect(html.indexOf('Les retrouver ne prouve donc rien')).toBeLessThan(html.indexOf('<table'));
    expect(html).toContain('par\u00A0construction');
    expect(html).not.toContain('>conforme<');
    expect(html).toMatch(/2\u202F000[\s\u00A0]sorties[\s\S]*?écart\u00A0expliqué/);
    expect(html).toContain('Cette source compte aussi des parcours d’un autre plan.');
  });

  it('gives each download of a page a name of its own, numbered or not', async () => {
    for (const page of pages) {
      const names = [...(await read(page)).matchAll(/<a href="[^"]+" aria-label="([^"]+)" download>/g)].map(
        ([, name]) => name,
      );
      expect(new Set(names).size, page).toBe(names.length);
    }
    expect(await read('2024/bassins/lille/index.html')).toContain(
      'aria-label="Bassin de Lille\u00A0: les entrées, mois par mois, données en CSV" download',
    );
  });

  it('declares its accessibility in the parts that the law’s model asks for', async () => {
    const html = await read('accessibilite/index.html');
    expect([...html.matchAll(/<h2>([^<]+)/g)].map(([, title]) => title)).toEqual([
      'Stratégie et actions',
      'État de conformité',
      'Résultats des tests',
      'Contenus non accessibles',
      'Ce qui est fait',
      'Établissement de cette déclaration',
      'Retour d’information et contact',
      'Voies de recours',
    ]);
    expect(html).toContain('Déclaration établie le 1<sup>er</sup>\u00A0octobre 2025');
    for (const page of pages) expect(await read(page), page).toMatch(/Accessibilité\u00A0: non conforme/);
  });

  it('leads from the contents of a long page to each of its parts', async () => {
    for (const page of ['2024/definitions/index.html', '2024/chiffres/index.html']) {
      const html = await read(page);
      const index = /<nav class="index"[\s\S]*?<\/nav>/.exec(html)?.[0] ?? '';
      const targets = [...index.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
      expect(targets.length, page).toBeGreaterThan(20);
      for (const id of targets) expect(html, page).toContain(` id="${id}"`);
    }
  });

  it('keeps links between chapters', async () => {
    expect(await read('2024/essentiel/index.html')).toContain('href="/2024/ou-l-on-forme/#carte-et-tableaux"');
    expect(await read('2024/ou-l-on-forme/index.html')).toContain('href="/2024/essentiel/"');
  });
});

describe('shared cards', () => {
  it('stand for the edition and each place, 1200 by 630, where the pages say', async () => {
    const cardOf = async (page: string): Promise<string> => {
      const html = await read(page);
      expect(html).toContain('<meta name="twitter:card" content="summary_large_image">');
      return /og:image" content="https:\/\/bilan\.example\.org\/([^"]+)"/.exec(html)?.[1] ?? '';
    };
    expect(await cardOf('2024/essentiel/index.html')).toBe('2024/vignettes/demonstration-2024.png');
    for (const id of ['2024', 'dunkerque', 'lille', 'valenciennes', 'lens', 'hors-bassins']) {
      const card = await cardOf(id === '2024' ? 'index.html' : `2024/bassins/${id}/index.html`);
      expect(card).toBe(`2024/vignettes/demonstration-${id}.png`);
      const { width, height } = PNG.sync.read(await readFile(join(site, card)));
      expect([width, height]).toEqual([1200, 630]);
    }
  });
});

describe('downloads', () => {
  it('hold every published figure, with its origin', async () => {
    const csv = (await read('2024/donnees/demonstration-chiffres-2024.csv')).trim().split('\n');
    expect(csv[0]).toBe('id,indicateur,tranche,valeur,unite,numerateur,denominateur,statut,origine,periode');
    expect(csv).toContain(
      'entrees[annee=2024],entrees,annee=2024,588,entrées,,,definitif,publie,2024-01-01/2024-12-31',
    );
    const json = JSON.parse(await read('2024/donnees/demonstration-chiffres-2024.json')) as {
      figures: unknown[];
      editionStatus: string;
    };
    expect(json.editionStatus).toBe('demonstration');
    expect(json.figures).toHaveLength(csv.length - 1);
    expect(json.figures.length).toBeGreaterThan(1500);
  });

  it('of a chart hold what the page shows', async () => {
    const csv = await read('2024/graphiques/demonstration-places-et-entrees.csv');
    const html = await read('2024/essentiel/index.html');
    const table = html.slice(html.indexOf('id="graphique-places-et-entrees"'));
    const seats = csv.split('\n').filter((line) => line.startsWith('Places ouvertes,'));
    expect(seats).toHaveLength(4);
    for (const line of seats) {
      const [, year, value] = line.split(',');
      expect(table).toMatch(new RegExp(`<th scope="row">${year}</th><td>${value}\\b`));
    }
  });

  it('of a drawing stand alone: colours, title and source are inside', async () => {
    const svg = await read('2024/graphiques/demonstration-saison.svg');
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[\s\S]*<title>[\s\S]*--ink: ?#[\s\S]*Source\s: /,
    );
  });
});

describe('no record leaves the house', () => {
  it('no identifier of a course is in any file', async () => {
    const records = await readFile('src/site.test/fixture/data/entrees/2024.csv', 'utf8');
    const ids = records
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[0] ?? '');
    for (const path of await filesOf(site)) {
      const content = await readFile(join(site, path), 'latin1');
      expect(
        ids.filter((id) => content.includes(id)),
        path,
      ).toEqual([]);
    }
  });
});
