import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { filesOf } from './run.ts';

const site = inject('site');
const { open } = useBrowser();
const pages = (await filesOf(site))
  .filter((path) => path.endsWith('index.html'))
  .map((path) => path.replace(/index\.html$/, ''));

describe('without JavaScript', () => {
  it('every page can be read: text, charts, maps, tables, navigation', async () => {
    for (const path of pages) {
      const page = await open(site, path, { javaScriptEnabled: false });
      expect(await page.locator('h1').isVisible(), path).toBe(true);
      expect(await page.locator('nav[aria-label="Principale"] a').count(), path).toBeGreaterThan(3);
      for (const drawing of await page.locator('svg.drawing.desk').all())
        expect(await drawing.isVisible(), path).toBe(true);
      await page.close();
    }
  });

  it('a table of data opens', async () => {
    const page = await open(site, '2024/essentiel/', { javaScriptEnabled: false });
    await page.getByText('Tableau des données').first().click();
    expect(await page.locator('.fig-data table').first().isVisible()).toBe(true);
    await page.close();
  });
});

describe('a chart in the browser', () => {
  it('loads nothing until it is pointed at, then answers with the words of its table', async () => {
    const page = await open(site, '2024/essentiel/');
    const requests: string[] = [];
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    await page.mouse.wheel(0, 3000);
    await page.waitForTimeout(200);
    expect(requests.filter((path) => /graphiques|chart/.test(path))).toEqual([]);
    const chart = page.locator('#graphique-places-et-entrees .draw');
    await chart.hover({ position: { x: 300, y: 200 } });
    await chart.locator('canvas').waitFor();
    await chart.hover({ position: { x: 310, y: 210 } });
    const tip = await chart.locator('.tip').textContent();
    expect(tip).toContain('2023');
    expect(tip).toContain('565');
    await page.close();
  });

  it('is walked with the arrow keys', async () => {
    const page = await open(site, '2024/essentiel/');
    const chart = page.locator('#graphique-entrees-par-mois .draw');
    await chart.focus();
    await chart.locator('canvas').first().waitFor();
    await page.keyboard.press('ArrowRight');
    const first = await chart.locator('.tip').textContent();
    await page.keyboard.press('ArrowRight');
    expect(first).toMatch(/^janvier 2023/);
    expect(await chart.locator('.tip').textContent()).toMatch(/^février 2023/);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('draw');
    await page.close();
  });
});

describe('text widths', () => {
  it('measured at build are the browser’s', async () => {
    const { createMeasure } = await import('../charts/measure.ts');
    const measure = createMeasure();
    const page = await open(site, '2024/essentiel/');
    const texts = ['3\u202F523 entrées', 'Où l’on forme : 89,4\u202F%', 'Électromécanicien de maintenance', 'AVATAR'];
    for (const weight of [400, 600] as const) {
      const widths = await page.evaluate(
        async ([list, bold]) => {
          await document.fonts.load(`${bold} 13.5px "Bilan Sans"`);
          const context = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
          context.font = `${bold} 13.5px "Bilan Sans"`;
          return list.map((text) => context.measureText(text).width);
        },
        [texts, weight] as const,
      );
      for (const [index, text] of texts.entries()) expect(widths[index]).toBeCloseTo(measure(text, weight), 2);
    }
    await page.close();
  });
});

describe('no page is wider than its screen', () => {
  it.each([320, 390, 820, 1440])('at %d', async (width) => {
    for (const path of pages) {
      const page = await open(site, path, { viewport: { width, height: 800 } });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, path).toBeLessThanOrEqual(0);
      await page.close();
    }
  });
});
