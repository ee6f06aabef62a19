import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { filesOf } from './run.ts';

const site = inject('site');
const { open } = useBrowser();
const pages = (await filesOf(site))
  .filter((path) => path.endsWith('.html'))
  .map((path) => path.replace(/index\.html$/, ''));

describe('without JavaScript', () => {
  it('every page can be read: text, charts, maps, tables, navigation', async () => {
    for (const path of pages) {
      const page = await open(site, path, { javaScriptEnabled: false });
      expect(await page.locator('h1').isVisible(), path).toBe(true);
      expect(await page.locator('nav[aria-label="Principale"] a').count(), path).toBeGreaterThan(3);
      // Evaluated by the tests, not by the page: its own scripts stay off.
      const faults = await page.evaluate(() => {
        const all = (selector: string): Element[] => [...document.querySelectorAll(selector)];
        const isShown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
        const drawings = all('svg.drawing.desk');
        const numbers = all('main [data-figure]');
        for (const details of all('main details')) (details as HTMLDetailsElement).open = true;
        const tables = all('main table');
        return [
          ...drawings.filter((one) => !isShown(one) || one.clientHeight < 30).map(() => 'a drawing that is not shown'),
          ...drawings
            .filter((one) => !one.getAttribute('aria-label') && one.getAttribute('aria-hidden') !== 'true')
            .map(() => 'a drawing without words'),
          ...numbers.filter((one) => !isShown(one) || !one.textContent?.trim()).map(() => 'a number that is not there'),
          ...tables
            .filter((one) => !isShown(one) || one.querySelectorAll('td').length === 0)
            .map(() => 'an empty table'),
        ];
      });
      expect(faults, path).toEqual([]);
      await page.close();
    }
  });

  it('the table under a chart opens, and the navigation leads on', async () => {
    const page = await open(site, '2024/essentiel/', { javaScriptEnabled: false });
    await page.getByText('Tableau des données').first().click();
    expect(await page.locator('.fig-data table').first().isVisible()).toBe(true);
    await page.getByRole('navigation', { name: 'Principale' }).getByRole('link', { name: 'Bassins' }).click();
    expect(new URL(page.url()).pathname).toBe('/2024/bassins/');
    await page.locator('svg.desk a[aria-label^="Bassin de Lille"] text').first().click();
    expect(new URL(page.url()).pathname).toBe('/2024/bassins/lille/');
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
