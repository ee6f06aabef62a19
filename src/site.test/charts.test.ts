import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { describe, expect, inject, it } from 'vitest';
import { CHART_PAGES, chartsOf, DESK, nameOf, PHONE, wake } from './awake.ts';
import { useBrowser } from './browser.ts';
import { recordTexts, textsOf } from './chart-texts.ts';

const site = inject('site');
const { open } = useBrowser();

describe('a chart at rest', () => {
  it('loads nothing, however far the page is scrolled', async () => {
    const page = await open(site, '2024/essentiel/');
    const requests: string[] = [];
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    for (let step = 0; step < 4; step++) await page.mouse.wheel(0, 1500);
    await page.waitForTimeout(200);
    expect(requests.filter((path) => /graphiques|chart/.test(path))).toEqual([]);
    await page.close();
  });
});

describe.each([
  ['a desk', DESK],
  ['a phone', PHONE],
])('the living chart, on %s', (_, viewport) => {
  it('takes the place of its picture without a jump or a change of look, of focus or of words', async () => {
    for (const path of CHART_PAGES) {
      const page = await open(site, path, { viewport });
      for (const chart of await chartsOf(page)) {
        const name = await nameOf(chart);
        const figure = page.locator(`[id="${name}"]`);
        const before = PNG.sync.read(await chart.screenshot());
        const words = await figure.ariaSnapshot();
        await chart.dispatchEvent('focus');
        await chart.locator('canvas').first().waitFor();
        const after = PNG.sync.read(await chart.screenshot());
        expect([after.width, after.height], name).toEqual([before.width, before.height]);
        const changed = pixelmatch(before.data, after.data, undefined, before.width, before.height, { threshold: 0.1 });
        expect(changed / (before.width * before.height), name).toBeLessThan(0.005);
        expect(await page.evaluate(() => document.activeElement?.tagName), name).toBe('BODY');
        expect((await figure.ariaSnapshot()).replace(/\n\s*- status$/m, ''), name).toBe(words);
      }
      await page.close();
    }
  });

  it('puts each text at most half a unit from where the picture has it', async () => {
    for (const path of CHART_PAGES) {
      const page = await open(site, path, { viewport });
      await page.evaluate(recordTexts);
      for (const chart of await chartsOf(page)) {
        const name = await nameOf(chart);
        await wake(chart);
        const { drawn, written } = await chart.evaluate(textsOf);
        expect(drawn.length, name).toBeGreaterThan(5);
        expect(
          drawn.map(({ text }) => text),
          name,
        ).toEqual(written.map(({ text }) => text));
        drawn.forEach(({ text, x, y, align }, index) => {
          const other = written[index];
          expect(align, `${name}: ${text}`).toBe(other?.align);
          expect(Math.hypot(x - (other?.x ?? 0), y - (other?.y ?? 0)), `${name}: ${text}`).toBeLessThanOrEqual(0.5);
        });
      }
      await page.close();
    }
  });

  it('has a text alternative, under the canvas that has none', async () => {
    const page = await open(site, '2024/essentiel/', { viewport });
    for (const chart of await chartsOf(page)) {
      await wake(chart);
      for (const canvas of await chart.locator('canvas').all())
        expect(await canvas.evaluate((element) => element.closest('[aria-hidden="true"]') !== null)).toBe(true);
      const pictures = await chart.getByRole('img').all();
      expect(pictures).toHaveLength(1);
      const alternative = (await pictures[0]?.getAttribute('aria-label')) ?? '';
      const caption = await page.locator(`[id="${await nameOf(chart)}"] figcaption`).textContent();
      expect(alternative.length).toBeGreaterThan(80);
      expect(caption).not.toContain(alternative);
    }
    await page.close();
  });
});

it.each([320, 390, 700, 820, 1000])('text of a drawing is never smaller than 11 points, at %d', async (width) => {
  for (const path of ['', '2024/bassins/', ...CHART_PAGES]) {
    const page = await open(site, path, { viewport: { width, height: 700 } });
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<SVGTextElement>('svg.drawing text')].flatMap((text) => {
        const svg = text.ownerSVGElement;
        if (!svg?.checkVisibility() || text.closest('.facts') || !text.textContent?.trim()) return [];
        const size = Number.parseFloat(getComputedStyle(text).fontSize) * (svg.clientWidth / svg.viewBox.baseVal.width);
        return size < 11 ? [`${text.textContent} ${size.toFixed(1)}`] : [];
      }),
    );
    expect(small, path).toEqual([]);
    await page.close();
  }
});

it('a small line of simulated values, and the horizon, say so inside the drawing', async () => {
  const html = await readFile(join(site, 'index.html'), 'utf8');
  const skies = html.match(/<div class="sky">[\s\S]*?<ol/)?.[0].match(/<svg[\s\S]*?<\/svg>/g) ?? [];
  expect(skies).toHaveLength(2);
  for (const sky of skies) expect(sky).toContain('>Démonstration. Chiffres simulés.</text>');
  const sparks = html.match(/<svg class="spark"[\s\S]*?<\/svg>/g) ?? [];
  expect(sparks.length).toBeGreaterThan(0);
  for (const spark of sparks) expect(spark).toContain('simulé');
});
