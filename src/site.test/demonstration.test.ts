import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readPdf } from './pdf.ts';
import { copyFixture, filesOf, runCommand } from './run.ts';

const MARK = /d[ée]monstration/i;
const MARKED = /\.(html|svg|csv|json|pdf)$/;

/** The words of a file: of a PDF, those of each page. */
async function textsOf(folder: string, path: string): Promise<readonly string[]> {
  if (path.endsWith('.pdf')) return (await readPdf(join(folder, path))).pages;
  return [await readFile(join(folder, path), 'utf8')];
}

describe('a demonstration', () => {
  const site = inject('site');

  it('says so in every page, PDF page, drawing, CSV and JSON file', async () => {
    const files = (await filesOf(site)).filter((path) => MARKED.test(path));
    expect(files.length).toBeGreaterThan(60);
    for (const path of files) {
      for (const [index, text] of (await textsOf(site, path)).entries()) {
        // A table of figures says it by the column that gives each figure's origin.
        expect(path.endsWith('.csv') ? `${path} ${text}` : text, `${path}, page ${index + 1}`).toMatch(MARK);
      }
      if (path.endsWith('.csv')) expect((await textsOf(site, path))[0]?.split('\n', 1)[0]).toContain('origine');
    }
  });

  it('begins its titles with the mark, and asks not to be indexed', async () => {
    for (const path of (await filesOf(site)).filter((name) => name.endsWith('.html'))) {
      const html = await readFile(join(site, path), 'utf8');
      expect(html, path).toContain('<title>[Démonstration] ');
      expect(html, path).toContain('property="og:title" content="[Démonstration] ');
      expect(html, path).toContain('<meta name="robots" content="noindex">');
      expect(html, path).toContain('n’est pas celui de la Région');
    }
  });

  it('has the mark inside every drawing of a chart or a map', async () => {
    for (const path of (await filesOf(site)).filter((name) => name.endsWith('.html'))) {
      const html = await readFile(join(site, path), 'utf8');
      for (const [svg] of html.matchAll(/<svg[^>]*class="drawing [^"]*(?:desk|phone)"[^>]*>[\s\S]*?<\/svg>/g))
        expect(svg, path).toMatch(/Démonstration\./);
    }
  });

  it('names its files so, and has no citation block', async () => {
    const files = await filesOf(site);
    for (const path of files.filter((name) => /\.(pdf|csv)$/.test(name))) expect(path).toMatch(/\/demonstration-/);
    const { pages } = await readPdf(join(site, 'pdf/demonstration-bilan-2024.pdf'));
    expect(pages.join()).not.toContain('Citer ce document');
  });
});

describe('an edition that is no demonstration', () => {
  let copy: Awaited<ReturnType<typeof copyFixture>>;
  beforeAll(async () => {
    copy = await copyFixture();
    const file = join(copy.folder, 'content/2024/edition.yaml');
    await writeFile(file, (await readFile(file, 'utf8')).replace('statut: demonstration', 'statut: provisoire'));
    const settings = join(copy.folder, 'data/reglages.yaml');
    await writeFile(settings, (await readFile(settings, 'utf8')).replaceAll(/démonstration/gi, 'essai'));
    const { code, stderr } = await runCommand('build', [], copy.variables);
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });
  afterAll(() => rm(copy.folder, { recursive: true, force: true }));

  it('bears no mark anywhere', async () => {
    const site = join(copy.folder, 'dist');
    const files = await filesOf(site);
    expect(files).toContain('pdf/bilan-2024.pdf');
    for (const path of files.filter((name) => MARKED.test(name))) {
      expect(path).not.toMatch(MARK);
      for (const text of await textsOf(site, path)) expect(text, path).not.toMatch(MARK);
    }
  });

  it('says on each page of its PDFs that it is provisional', async () => {
    const folder = join(copy.folder, 'dist/pdf');
    for (const name of await filesOf(folder)) {
      for (const page of await textsOf(folder, name))
        expect(page, name).toContain('Édition provisoire. Données arrêtées au 31 août 2025.');
    }
  });

  it('gives its figures as computed, and says how to cite it', async () => {
    const site = join(copy.folder, 'dist');
    const csv = await readFile(join(site, '2024/donnees/chiffres-2024.csv'), 'utf8');
    expect(csv).toContain(',calcule,');
    expect(csv).not.toContain(',simule,');
    expect((await readPdf(join(site, 'pdf/bilan-2024.pdf'))).pages.join()).toContain('Citer ce document');
  });
});
