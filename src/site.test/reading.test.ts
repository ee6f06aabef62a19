import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { filesOf } from './run.ts';

const site = inject('site');
const { open } = useBrowser();
const pages = (await filesOf(site))
  .filter((path) => path.endsWith('.html'))
  .map((path) => path.replace(/index\.html$/, ''));

describe('every page', () => {
  it('has its landmarks, and headings that skip no level', async () => {
    for (const path of pages) {
      const page = await open(site, path, { javaScriptEnabled: true });
      const { levels, landmarks, unnamed } = await page.evaluate(() => ({
        levels: [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
          .filter((heading) => heading.checkVisibility())
          .map((heading) => Number(heading.tagName.charAt(1))),
        landmarks: ['main', 'body > header', 'body > footer', 'nav[aria-label="Principale"]'].map(
          (selector) => document.querySelectorAll(selector).length,
        ),
        unnamed: [...document.querySelectorAll('nav:not([aria-label]), aside.band:not([aria-label])')].length,
      }));
      expect(landmarks, path).toEqual([1, 1, 1, 1]);
      expect(unnamed, path).toBe(0);
      // A navigation may head the page's own contents: the first h1 stands before any deeper heading.
      expect(levels[0], path).toBe(1);
      const jumps = levels.filter((level, index) => level > (levels[index - 1] ?? 1) + 1);
      expect(jumps, `${path} ${levels.join(' ')}`).toEqual([]);
      await page.close();
    }
  });

  it('prints as one clean column: no navigation, every drawing in its wide shape, nothing cut', async () => {
    for (const path of pages) {
      // A4, less the margins of the print styles.
      const page = await open(site, path, { viewport: { width: 642, height: 980 } });
      await page.emulateMedia({ media: 'print' });
      const report = await page.evaluate(() => {
        /** Words of a cell that stand on two lines. */
        const cutWordsIn = (cell: Element): string[] => {
          const text = cell.firstChild;
          if (text?.nodeType !== Node.TEXT_NODE || !cell.checkVisibility()) return [];
          return [...(text.textContent ?? '').matchAll(/[\p{L}\d]+/gu)].flatMap(({ index, 0: word }) => {
            const range = document.createRange();
            range.setStart(text, index);
            range.setEnd(text, index + word.length);
            return range.getClientRects().length > 1 ? word : [];
          });
        };
        const shown = (selector: string): number =>
          [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility()).length;
        return {
          navigation: shown('.mast nav, .rail, .turn, .skip, .anchor'),
          phone: shown('svg.phone'),
          // A map has a smaller drawing beside the large one, for paper too.
          unseen: [...document.querySelectorAll('svg.desk')].filter((drawing) => {
            const smaller = drawing.nextElementSibling;
            return !drawing.checkVisibility() && !(smaller?.matches('svg.tablet') && smaller.checkVisibility());
          }).length,
          // Of the shapes of a drawing, one is printed.
          twice: [...document.querySelectorAll('svg.desk')].filter(
            ({ parentElement }) =>
              [...(parentElement?.querySelectorAll(':scope > svg.drawing') ?? [])].filter((shape) =>
                shape.checkVisibility(),
              ).length > 1,
          ).length,
          heading: shown('h1'),
          cutWords: [...document.querySelectorAll('td, th')].flatMap(cutWordsIn),
          wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          background: getComputedStyle(document.body).backgroundColor,
        };
      });
      expect(report, path).toEqual({
        navigation: 0,
        phone: 0,
        unseen: 0,
        twice: 0,
        heading: 1,
        cutWords: [],
        wide: 0,
        background: 'rgb(255, 255, 255)',
      });
      await page.close();
    }
  });
});

describe('a chart', () => {
  it('says in words what it draws, and still does once it lives: a canvas says nothing', async () => {
    const page = await open(site, '2024/essentiel/');
    const chart = page.locator('#graphique-entrees-par-mois .draw');
    const words = await chart.locator('svg.desk').getAttribute('aria-label');
    expect(words?.length).toBeGreaterThan(60);
    const caption = await page.locator('#graphique-entrees-par-mois figcaption h3').textContent();
    expect(words).not.toBe(caption);
    await chart.hover();
    await chart.locator('canvas').first().waitFor();
    for (const canvas of await chart.locator('canvas').all())
      expect(await canvas.evaluate((element) => element.closest('[aria-hidden="true"]') !== null)).toBe(true);
    expect(await chart.locator('svg.desk').getAttribute('aria-label')).toBe(words);
    await page.close();
  });
});

it('colours of the reader’s system reach drawings: text and lines stay in sight', async () => {
  const page = await open(site, '2024/ou-l-on-forme/', { forcedColors: 'active', colorScheme: 'dark' });
  const { text, paper, lines } = await page.evaluate(() => {
    const colour = (selector: string, property: 'fill' | 'stroke'): string =>
      getComputedStyle(document.querySelector(selector) as Element)[property];
    const probe = document.createElement('i');
    probe.style.color = 'CanvasText';
    document.body.append(probe);
    return {
      paper: getComputedStyle(document.body).backgroundColor,
      text: [colour('.map-drawing a text', 'fill'), getComputedStyle(probe).color],
      lines: [colour('.drawing .coast', 'stroke'), getComputedStyle(probe).color],
    };
  });
  expect(text[0]).toBe(text[1]);
  expect(lines[0]).toBe(lines[1]);
  expect(text[0]).not.toBe(paper);
  await page.close();
});

it('colours of the reader’s system reach charts, at rest and alive: marks and words stay in sight', async () => {
  const page = await open(site, '2024/essentiel/', { forcedColors: 'active', colorScheme: 'dark' });
  const chart = page.locator('#graphique-places-et-entrees .draw');
  const paints = await chart.locator('svg.desk').evaluate((svg) => {
    const paper = getComputedStyle(document.body).backgroundColor;
    const paint = (element: Element): string[] => {
      const { fill, stroke } = getComputedStyle(element);
      return [fill, stroke].filter((colour) => colour !== 'none');
    };
    return [...svg.querySelectorAll('text, path')].map((one) => paint(one).some((colour) => colour !== paper));
  });
  expect(paints.length).toBeGreaterThan(10);
  expect(paints).not.toContain(false);
  await chart.focus();
  await chart.locator('canvas').first().waitFor();
  const { words, paper } = await chart.evaluate((host) => ({
    words: getComputedStyle(host).getPropertyValue('--ink').trim(),
    paper: getComputedStyle(host).getPropertyValue('--paper').trim(),
  }));
  expect([words, paper]).toEqual(['CanvasText', 'Canvas']);
  await page.close();
});

it('nothing moves by itself for a reader who asked for less motion', async () => {
  for (const path of ['', '2024/essentiel/', '2024/bassins/lille/']) {
    const page = await open(site, path);
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter((element) => {
          const style = getComputedStyle(element);
          return style.animationName !== 'none' || Number.parseFloat(style.transitionDuration) > 0;
        }).length + (getComputedStyle(document.documentElement).scrollBehavior === 'smooth' ? 1 : 0),
    );
    expect(moving, path).toBe(0);
    await page.close();
  }
});

it('a table of few columns stands whole on a tablet, one of many scrolls inside itself', async () => {
  for (const path of ['2024/chiffres-publies/', '2024/donnees/', '2024/ou-l-on-forme/']) {
    const page = await open(site, path, { viewport: { width: 820, height: 600 } });
    const cut = await page.evaluate(
      () =>
        [...document.querySelectorAll('.scroll:not(.many)')].filter(
          (scroll) => scroll.clientHeight > 0 && scroll.scrollHeight > scroll.clientHeight + 1,
        ).length,
    );
    expect(cut, path).toBe(0);
    await page.close();
  }
});

it('a wide table scrolls inside itself on a phone, its heads in sight', async () => {
  const page = await open(site, '2024/ou-l-on-forme/', { viewport: { width: 390, height: 300 } });
  const table = page.locator('#tableau-bassins .scroll');
  const places = await table.evaluate((scroll) => {
    scroll.scrollTo(200, 120);
    const box = scroll.getBoundingClientRect();
    const head = scroll.querySelector('thead th:last-child')?.getBoundingClientRect();
    const first = scroll.querySelector('tbody th')?.getBoundingClientRect();
    return {
      scrolled: scroll.scrollLeft > 0 && scroll.scrollTop > 0,
      head: Math.round((head?.top ?? 0) - box.top),
      first: Math.round((first?.left ?? 0) - box.left),
    };
  });
  expect(places).toEqual({ scrolled: true, head: 0, first: 0 });
  await page.close();
});
