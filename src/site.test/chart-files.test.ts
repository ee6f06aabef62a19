import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { describe, expect, inject, it } from 'vitest';
import { makePictures } from '../print/pictures.ts';
import { useBrowser } from './browser.ts';
import { filesOf } from './run.ts';

const site = inject('site');
const { open, withBrowser } = useBrowser();

it.each([
  ['CSV', 'csv'],
  ['SVG', 'svg'],
  ['PNG', 'png'],
])('offers its %s under the drawing, and the link to it', async (text, extension) => {
  const page = await open(site, '2024/essentiel/', { javaScriptEnabled: false });
  for (const figure of await page.locator('figure.fig:has([data-chart])').all()) {
    const href = await figure.getByRole('link', { name: new RegExp(`en ${text}`) }).getAttribute('href');
    expect(href).toMatch(new RegExp(`^/2024/graphiques/demonstration-[\\w-]+\\.${extension}$`));
    expect((await readFile(join(site, href ?? ''), 'utf8')).length).toBeGreaterThan(100);
    const id = await figure.getAttribute('id');
    expect(await figure.locator('[data-copy]').getAttribute('href')).toBe(`#${id}`);
  }
  await page.close();
});

it('every drawing to download weighs less than 10 kB, its colours and words included', async () => {
  const files = (await filesOf(site)).filter((path) => /graphiques\/.*\.svg$/.test(path));
  expect(files.length).toBeGreaterThan(20);
  for (const path of files) expect((await readFile(join(site, path))).length, path).toBeLessThan(10_000);
});

it('every CSV of a chart holds the values of its JSON, and no other', async () => {
  const files = (await filesOf(site)).filter((path) => /graphiques\/.*\.csv$/.test(path));
  expect(files.length).toBeGreaterThan(20);
  for (const path of files) {
    const [head, ...rows] = (await readFile(join(site, path), 'utf8')).trimEnd().split('\n');
    expect(head).toBe('serie,point,valeur,unite,affichage,statut,origine,chiffre');
    const json = await readFile(join(site, path.replace(/csv$/, 'json')), 'utf8');
    const drawn = [...json.matchAll(/"id":"([^"]+)","value":(null|[-\d.e]+)/g)].map(
      ([, id, value]) => `${id} ${value}`,
    );
    const listed = rows.map((row) => {
      const cells = row.match(/("[^"]*"|[^,]*)(,|$)/g)?.map((cell) => cell.replace(/,$/, '').replaceAll('"', '')) ?? [];
      return `${cells[7]} ${cells[2] || 'null'}`;
    });
    expect(new Set(listed), path).toEqual(new Set(drawn));
  }
});

describe('the picture of a chart in points', () => {
  it('is made for each drawing, twice as fine, and holds something', async () => {
    const files = (await filesOf(site)).filter((path) => /graphiques\/.*\.svg$/.test(path));
    expect(files.length).toBeGreaterThan(20);
    for (const path of files) {
      const svg = await readFile(join(site, path), 'utf8');
      const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
      const png = PNG.sync.read(await readFile(join(site, path.replace(/svg$/, 'png'))));
      expect([png.width, png.height], path).toEqual([Number(width) * 2, Math.round(Number(height)) * 2]);
      const reds = new Set(Array.from({ length: png.height }, (_, row) => png.data[4 * (row * png.width + 60)]));
      expect(reds.size, path).toBeGreaterThan(3);
    }
  });

  it('is kept from one build to the next, and drawn anew when its drawing changes', async () => {
    const [cache = '', folder = ''] = await Promise.all(
      ['images', 'drawings'].map((name) => mkdtemp(join(tmpdir(), `bilan-${name}-`))),
    );
    const make = async (colour: string): Promise<readonly string[]> => {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30" width="40" height="30"><rect width="40" height="30" fill="${colour}"/></svg>`;
      await writeFile(join(folder, 'a.svg'), svg);
      await withBrowser(async (browser) => expect(await makePictures({ browser, folder, cache })).toBe(1));
      return readdir(cache);
    };
    const first = await make('#102030');
    expect(first).toHaveLength(1);
    expect(await make('#102030')).toEqual(first);
    expect(await make('#405060')).toHaveLength(2);
    const { data } = PNG.sync.read(await readFile(join(folder, 'a.png')));
    expect([...data.subarray(0, 3)]).toEqual([0x40, 0x50, 0x60]);
    await Promise.all([cache, folder].map((path) => rm(path, { recursive: true })));
  });
});

it('the link to a chart is copied when it is followed', async () => {
  const page = await open(site, '2024/essentiel/');
  await page.evaluate(() => {
    const written: string[] = [];
    Object.assign(window, { written });
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: (text: string) => written.push(text) } });
  });
  const link = page.locator('#graphique-issues [data-copy]');
  await link.click();
  expect(await link.textContent()).toBe('lien copié');
  expect(await page.evaluate(() => (window as unknown as { written: string[] }).written)).toEqual([
    `${new URL(page.url()).origin}/2024/essentiel/#graphique-issues`,
  ]);
  expect(new URL(page.url()).hash).toBe('#graphique-issues');
  await page.close();
});

it('a reading written by the editor takes the place of the generated one', async () => {
  const html = await readFile(join(site, '2024/ou-l-on-forme/index.html'), 'utf8');
  expect(html).toContain('<b>Lecture\u00A0:</b> une lecture écrite par l’éditeur.');
});
