import { expect, inject, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { filesOf } from './run.ts';

const site = inject('site');
const { open } = useBrowser();
const pages = (await filesOf(site)).filter((path) => path.endsWith('.html'));

/** An ordinary space where a line could break before a sign, a straight quote, dots one by one. */
const FAULTS = /.{0,20}(?: [;:!?»](?!\S)|\d %|« |\p{L}'\p{L}|\.{3}).{0,20}/gu;

it('every word that a page shows or says has the spaces and quotes of French', { timeout: 60_000 }, async () => {
  for (const path of pages) {
    const page = await open(site, path.replace(/index\.html$/, ''), { javaScriptEnabled: false });
    const texts = await page.evaluate(() => {
      for (const element of document.querySelectorAll('code, pre, script, style')) element.remove();
      const all = (selector: string): Element[] => [...document.querySelectorAll(selector)];
      return [
        document.title,
        ...all('meta[content]').map((meta) => meta.getAttribute('content') ?? ''),
        ...all('[aria-label]').map((element) => element.getAttribute('aria-label') ?? ''),
        ...all('p, li, td, th, h1, h2, h3, dt, dd, summary, text, b, aside, .foot div').map(
          (element) => element.textContent ?? '',
        ),
      ];
    });
    expect(new Set(texts.flatMap((text) => text.match(FAULTS) ?? [])), path).toEqual(new Set());
    await page.close();
  }
});

it('a heading is its words, and nothing else is read with it', { timeout: 60_000 }, async () => {
  for (const path of pages) {
    const page = await open(site, path.replace(/index\.html$/, ''), { javaScriptEnabled: false });
    expect(await page.locator(':is(h1, h2, h3) a').count(), path).toBe(0);
    await page.close();
  }
});
