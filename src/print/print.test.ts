import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ProblemsError } from '../problem.ts';
import { readPdf } from '../site.test/pdf.ts';
import { findBrowser, launch } from './browser.ts';
import type { DocumentToPrint } from './documents.ts';
import { printDocument } from './print.ts';

// A browser at work takes longer than a function.
vi.setConfig({ testTimeout: 60_000 });

let folder: string;
let browser: Browser;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bilan-print-'));
  const found = await findBrowser();
  if (!found) throw new Error('these tests need a browser: see the README');
  browser = await launch(found);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

const information = { title: 'Essai', author: 'Essai', subject: 'Essai', keywords: ['essai'], date: '2026-11-23' };

/** Prints a page made of this body; resolves to the PDF as its reader has it. */
async function printBody(body: string, options: Partial<DocumentToPrint> = {}) {
  await mkdir(join(folder, 'essai'), { recursive: true });
  const style = '@page{size:A4;margin:20mm}body{font:12pt serif}.page-number{display:inline-block;width:3em}';
  await writeFile(
    join(folder, 'essai/index.html'),
    `<!doctype html><html lang="fr"><title>Essai</title><style>${style}</style><body data-site="https://exemple.fr/" data-edition="2024">${body}</body></html>`,
  );
  const document: DocumentToPrint = { page: 'essai/', file: 'pdf/essai.pdf', information, room: null, ...options };
  const { bytes } = await printDocument(document, { browser, folder, base: '/' });
  const file = join(folder, 'essai.pdf');
  await writeFile(file, bytes);
  return readPdf(file);
}

const chapter = (slug: string, prose: string): string =>
  `<section data-chapter="${slug}" data-notes style="break-before:page"><h1 id="${slug}">Titre de ${slug}</h1><div class="prose">${prose}</div></section>`;

describe('page numbers', () => {
  it('are right in the contents of more than a hundred pages', async () => {
    const slugs = Array.from({ length: 60 }, (_, index) => `chapitre-${index + 1}`);
    const contents = slugs
      .map((slug) => `<p><a href="#${slug}">${slug}</a> <span class="page-number" data-target="${slug}">00</span></p>`)
      .join('');
    const prose = '<p>Une phrase.</p><div style="height:300mm"></div>';
    const { pages } = await printBody(contents + slugs.map((slug) => chapter(slug, prose)).join(''));
    expect(pages.length).toBeGreaterThan(100);
    const front = pages.slice(0, 3).join('\n');
    for (const slug of slugs) {
      const number = Number(new RegExp(`${slug} (\\d+)(?:\\n|$)`).exec(front)?.[1]);
      expect(pages[number - 1], slug).toContain(`Titre de ${slug}`);
    }
  });

  it('stand after the links of the text, with the name of the chart they lead to', async () => {
    const { pages } = await printBody(
      `${chapter('un', '<p>Voir <a href="/2024/deux/#graphique-x">la saison</a>, et (le <a href="/2024/deux/">chapitre deux</a>).</p>')}${chapter('deux', '<figure id="graphique-x"><p class="n">Graphique 3</p></figure>')}`,
    );
    expect(pages.join('\n').replaceAll('\u00A0', ' ')).toContain(
      'Voir la saison (graphique 3, page 2), et (le chapitre deux, page 2).',
    );
  });
});

describe('a sheet that does not hold in its pages', () => {
  const room = { pages: 1, mayGrow: false, shorten: 'raccourcissez le texte' };
  const long = (style: string): string =>
    `<h1>Fiche</h1><div data-fit style="${style}">${'<p>Une phrase qui se répète.</p>'.repeat(60)}<p>Dernier mot.</p></div>`;
  const refused = (printed: Promise<unknown>) => printed.catch(({ problems }: ProblemsError) => problems);

  it('is refused in French, with what to shorten', async () => {
    expect(await refused(printBody(long('height:40px;overflow:hidden'), { room }))).toMatchSnapshot();
    expect(await refused(printBody('<h1>Fiche</h1>', { room: { ...room, pages: 2 } }))).toMatchSnapshot();
  });

  it('takes the pages it needs in a proof, and nothing is cut', async () => {
    const { pages } = await printBody(long('height:40px;overflow:hidden'), { room: { ...room, mayGrow: true } });
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.at(-1)).toContain('Dernier mot.');
  });
});

describe('a chart that does not hold at the foot of a page', () => {
  const columns =
    '<style>.in-columns{width:170mm;height:257mm;columns:170mm;column-fill:auto;column-gap:0}section *{margin:0}figure{break-inside:avoid}</style>';
  /** A chapter whose first page has so much text, then a chart of this height, and text that follows it. */
  const printChart = (text: string, height: string) =>
    printBody(
      `${columns}<section class="chapter" data-chapter="un" data-notes><h1 id="un">Titre</h1><div class="prose"><div style="height:${text}">Avant.</div><p>Le texte du graphique.</p><figure class="fig" id="graphique-x"><p class="n">Graphique 3</p><div class="draw" style="height:calc(${height} * var(--scale, 1))">Dessin</div></figure><h2 id="suite">La suite</h2><p style="height:40mm">Après.</p><p style="height:200mm">Loin.</p></div></section>`,
    );

  it('is set smaller, when that is enough', async () => {
    const { pages } = await printChart('140mm', '110mm');
    expect(pages[0]).toContain('Dessin');
    expect(pages[0]).not.toContain('La suite');
  });

  it('or lets the text that follows go first, and is pointed to from the text it has left', async () => {
    const { pages, outline } = await printChart('100mm', '200mm');
    expect(pages[0]?.replaceAll('\u00A0', ' ')).toMatch(
      /Le texte du graphique\. Voir graphique 3, page 2\.\s+La suite\s+Après\./,
    );
    expect(pages[1]).toContain('Dessin');
    expect(outline.map(({ title, page }) => [title, page])).toEqual([
      ['Titre', 1],
      ['La suite', 1],
    ]);
  });

  it('stays where it is, when little is left empty above it', async () => {
    const { pages } = await printChart('200mm', '200mm');
    expect(pages[0]).not.toContain('Voir');
    expect(pages[1]).toMatch(/Dessin\s+La suite/);
  });
});

describe('a chapter that would end with a page that is nearly empty', () => {
  const style =
    '<style>section{line-height:1.5}.in-columns{width:170mm;height:257mm;columns:170mm;column-fill:auto;column-gap:0}section *{margin:0}.tight .prose>h2{margin-top:0}.prose>h2{margin-top:10mm}</style>';
  const printChapter = (prose: string) =>
    printBody(
      `${style}<section class="chapter" data-chapter="un" data-notes><h1 id="un">Titre</h1><div class="prose">${prose}</div></section>`,
    );

  it('is set tighter, when that spares it the page', async () => {
    const { pages } = await printChapter(
      '<p style="height:221mm">Avant.</p><h2 id="fin">La fin</h2><p style="height:9mm">Dernier mot.</p>',
    );
    expect(pages.length).toBe(1);
  });

  it('or has the end of the page before on it, from a heading, and not from one that is half-way', async () => {
    const { pages } = await printChapter(
      '<p style="height:80mm">Avant.</p><h2 id="a">Partie une</h2><p style="height:80mm">Suite.</p><h2 id="b">Partie deux</h2><p style="height:40mm">Suite.</p><p style="height:60mm">Dernier mot.</p>',
    );
    expect(pages.length).toBe(2);
    expect(pages[0]).toContain('Partie une');
    expect(pages[1]).toMatch(/^Partie deux/);
    expect(pages[1]).toContain('Dernier mot.');
  });

  it('is left as it is, when its last page holds enough', async () => {
    const { pages } = await printChapter(
      '<p style="height:180mm">Avant.</p><h2 id="a">Partie une</h2><p style="height:40mm">Suite.</p><p style="height:140mm">Dernier mot.</p>',
    );
    expect(pages[0]).toContain('Partie une');
  });
});

describe('notes on paper', () => {
  it('are numbered in each chapter, called from the text, and lead back to it', async () => {
    const { pages, links } = await printBody(
      chapter(
        'un',
        '<p>Une phrase, <a href="https://exemple.org/a">une source</a>.</p><aside class="note">La note.</aside><p>Encore <a href="https://exemple.org/a">elle</a>, et <a href="/ailleurs/">le site</a>.</p>',
      ),
    );
    const text = pages.join('\n').replaceAll('\u00A0', ' ');
    expect(text).toContain('1 https://exemple.org/a');
    expect(text).toContain('2 La note.');
    expect(text).toContain('3 https://exemple.fr/ailleurs/');
    expect(links.filter((link) => link.startsWith('#'))).toEqual(
      ['#note-un-1', '#note-un-2', '#note-un-1', '#note-un-3', '#appel-un-1', '#appel-un-2', '#appel-un-3'].toSorted(),
    );
  });
});
