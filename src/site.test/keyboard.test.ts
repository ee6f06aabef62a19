import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from './browser.ts';

const site = inject('site');
const { open } = useBrowser();

interface Stop {
  /** Rank in the order of the document. */
  readonly rank: number;
  readonly name: string;
  readonly outline: number;
}

/** Presses Tab until the page is left, and tells where the focus stood each time. */
async function walk(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (let press = 0; press < 400; press++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate((): Stop | null => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const style = getComputedStyle(element);
      return {
        rank: Number(element.getAttribute('data-rank')),
        name: `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 40)}`,
        outline: style.outlineStyle === 'none' ? 0 : Number.parseFloat(style.outlineWidth),
      };
    });
    if (!stop) return stops;
    stops.push(stop);
  }
  throw new Error('the keyboard never leaves the page');
}

/** Numbers the elements, and tells which must be reached: links, buttons, summaries, charts and scrolling tables that are shown. */
const reachable = (page: Page): Promise<number[]> =>
  page.evaluate(() => {
    // Numbered first: a chart that wakes up adds elements.
    const all = [...document.querySelectorAll('*')];
    for (const [rank, element] of all.entries()) element.setAttribute('data-rank', String(rank));
    return all.flatMap((element, rank) => {
      const focusable = element.matches('a[href], button, input, select, summary, [tabindex]');
      const shown =
        element.checkVisibility({ visibilityProperty: true }) &&
        !element.closest('details:not([open]) > :not(summary)');
      return focusable && element.getAttribute('tabindex') !== '-1' && shown ? [rank] : [];
    });
  });

describe.each(['', '2024/ou-l-on-forme/', '2024/bassins/lille/', '2024/donnees/', 'mentions-legales/'])(
  'with the keyboard alone, /%s',
  (path) => {
    it.each([1280, 390])(
      'everything is reached, in the order of reading, with the focus in sight, at %d',
      async (width) => {
        const page = await open(site, path, { viewport: { width, height: 800 } });
        const wanted = await reachable(page);
        const stops = await walk(page);
        expect(stops[0]?.name).toBe('A Aller au contenu');
        const ranks = stops.map(({ rank }) => rank);
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
        expect(wanted.filter((rank) => !ranks.includes(rank))).toEqual([]);
        expect(stops.filter(({ outline }) => outline < 2).map(({ name }) => name)).toEqual([]);
        await page.close();
      },
    );
  },
);

it('the first key leads past the head of the page, to its contents', async () => {
  const page = await open(site, '2024/essentiel/');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  await page.close();
});

it('a basin reached on the map shows what the table says of it', async () => {
  const page = await open(site, '2024/ou-l-on-forme/', { viewport: { width: 1280, height: 900 } });
  const link = page.locator('svg.desk a[aria-label^="Bassin de Lille"]');
  const facts = page.locator('svg.desk .facts.is-lille');
  expect(await facts.isVisible()).toBe(false);
  await page.keyboard.press('Tab');
  await link.focus();
  expect(await facts.isVisible()).toBe(true);
  const told = await facts.locator('tspan').allTextContents();
  await page.getByText('Tableau des données').first().click();
  const row = await page.locator('.fig.map tr', { hasText: 'Lille' }).locator('td').allTextContents();
  for (const [index, cell] of row.entries()) expect(told[index + 1]).toContain(cell);
  await page.close();
});
