import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { filesOf } from './run.ts';

/** Budgets in bytes, as a server that compresses with brotli sends them. */
const HOME_TEXT = 25_000;
const FONTS = 60_000;
const SCRIPT = 3_000;
const CHAPTER = 35_000;
const REQUESTS = 8;

const site = inject('site');
const { open } = useBrowser();
const sent = async (path: string): Promise<number> => brotliCompressSync(await readFile(join(site, path))).length;
const sum = async (paths: readonly string[]): Promise<number> =>
  (await Promise.all(paths.map(sent))).reduce((total, size) => total + size, 0);

/** Addresses a page asks for by itself, without a base. */
async function load(path: string): Promise<{ requests: string[]; shift: number }> {
  const requests: string[] = [];
  const page = await open(site, path, {
    onRequest: (address) => requests.push(address),
  });
  await page.evaluate(() => document.fonts.ready.then(() => true));
  const shift = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        let total = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) total += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => done(total), 300);
      }),
  );
  await page.close();
  return { requests, shift };
}

describe('the home page, before anything is touched', () => {
  it('keeps its budgets: text, fonts, script, requests, and nothing moves', async () => {
    const { requests, shift } = await load('');
    expect(requests.filter((address) => !address.startsWith('http://bilan.invalid/'))).toEqual([]);
    expect(requests.length).toBeLessThanOrEqual(REQUESTS);
    const paths = requests.map((address) => new URL(address).pathname.slice(1) || 'index.html');
    const ending = (end: string): string[] => paths.filter((path) => path.endsWith(end));
    expect(await sum([...ending('.html'), ...ending('.css')])).toBeLessThan(HOME_TEXT);
    expect(await sum(ending('.woff2'))).toBeLessThan(FONTS);
    expect(await sum(ending('.js'))).toBeLessThan(SCRIPT);
    expect(shift).toBe(0);
  });
});

it('a chapter keeps its budget, fonts aside, and nothing moves', async () => {
  for (const path of ['2024/essentiel/', '2024/ou-l-on-forme/', '2024/methode/']) {
    const { requests, shift } = await load(path);
    const own = requests
      .map((address) => new URL(address).pathname.slice(1))
      .filter((name) => !name.endsWith('.woff2'))
      .map((name) => (name.endsWith('/') ? `${name}index.html` : name));
    expect(await sum(own), path).toBeLessThan(CHAPTER);
    expect(shift, path).toBe(0);
  }
});

it('nothing moves on any other page either', async () => {
  for (const path of ['2024/bassins/', '2024/bassins/lille/', '2024/chiffres/', '2024/donnees/', '2024/definitions/'])
    expect((await load(path)).shift, path).toBe(0);
});

it('the search of the catalogue has its place kept while its script is awaited, and none where there is no script', async () => {
  const tops = async (javaScriptEnabled: boolean): Promise<readonly number[]> => {
    const page = await open(site, '2024/chiffres/', { javaScriptEnabled });
    const found = await page.evaluate(() => {
      const form = document.querySelector('.filter') as HTMLElement;
      const top = (): number => document.querySelector('[data-indicator]')?.getBoundingClientRect().top ?? 0;
      const first = top();
      form.hidden = true;
      return [first, top()];
    });
    await page.close();
    return found;
  };
  const [shown, awaited] = await tops(true);
  expect(awaited).toBe(shown);
  expect((await tops(false))[0]).toBeLessThan(shown ?? 0);
});

it('all fonts together keep their budget', async () => {
  const fonts = (await filesOf(site)).filter((path) => path.endsWith('.woff2'));
  expect(fonts).toHaveLength(5);
  expect(await sum(fonts)).toBeLessThan(FONTS);
});

it('the maps of a chapter weigh under 45 kB, 16 kB compressed, outlines included', async () => {
  const html = await readFile(join(site, '2024/ou-l-on-forme/index.html'), 'utf8');
  const outlines = /<svg width="0"[\s\S]*?<\/svg>/.exec(html)?.[0] ?? '';
  const maps = [...html.matchAll(/<svg [^>]*map-drawing[\s\S]*?<\/svg>/g)].map(([svg]) => svg);
  expect(outlines).toContain('id="m-region"');
  // For a desk, a tablet and a phone.
  expect(maps).toHaveLength(3);
  const all = Buffer.from([outlines, ...maps].join(''));
  expect(all.length).toBeLessThan(45_000);
  expect(gzipSync(all).length).toBeLessThan(16_000);
});

it('outlines are written once a page', async () => {
  for (const folder of ['2024', '2024/bassins', '2024/ou-l-on-forme']) {
    expect(await readdir(join(site, folder))).toContain('index.html');
    const html = await readFile(join(site, folder, 'index.html'), 'utf8');
    expect(html.split('id="m-region"'), folder).toHaveLength(2);
  }
});
