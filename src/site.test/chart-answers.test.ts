import { PNG } from 'pngjs';
import { describe, expect, inject, it } from 'vitest';
import { CHART_PAGES, chartsOf, DESK, nameOf, PHONE, wake } from './awake.ts';
import { useBrowser } from './browser.ts';

const site = inject('site');
const { open } = useBrowser();

/** A line of a plate as a voice says it: its signs in words. */
const aloud = (line: string): string =>
  line.replace(/\u00A0: s$/, '\u00A0: secret statistique').replace(/\u00A0p$/, '\u00A0provisoire');

describe('a living chart answers', () => {
  it('to the arrow keys: it walks every point, speaks it, and says what the table says', async () => {
    for (const path of CHART_PAGES) {
      const page = await open(site, path, { viewport: DESK });
      for (const chart of await chartsOf(page)) {
        const name = await nameOf(chart);
        await wake(chart);
        await page.locator(`[id="${name}"] summary`).click();
        const cells = await page.locator(`[id="${name}"] tbody :is(th, td)`).allInnerTexts();
        await chart.focus();
        let last = '';
        for (let count = 0; count < 60; count++) {
          await page.keyboard.press('ArrowRight');
          const lines = await chart.locator('.tip > *').allInnerTexts();
          if (lines.join() === last) break;
          last = lines.join();
          expect(await chart.getByRole('status').textContent(), name).toBe(lines.map(aloud).join('. '));
          for (const line of lines.slice(1)) expect(cells, `${name}: ${last}`).toContain(line.split('\u00A0: ').at(-1));
        }
        expect(last, name).not.toBe('');
        expect(await chart.evaluate((host) => host === document.activeElement), name).toBe(true);
        await page.keyboard.press('Escape');
        expect(await chart.locator('.tip').isVisible(), name).toBe(false);
      }
      await page.close();
    }
  });

  it('to the mouse, and rests when it leaves', async () => {
    const page = await open(site, '2024/essentiel/', { viewport: DESK });
    const chart = page.locator('#graphique-places-et-entrees .draw');
    await chart.hover({ position: { x: 300, y: 200 } });
    await chart.locator('.tip').waitFor();
    expect(await chart.locator('.tip').textContent()).toMatch(/^2023Places ouvertes\s: 693Entrées en formation\s: 565/);
    await page.mouse.move(5, 5);
    expect(await chart.locator('.tip').isVisible()).toBe(false);
    await page.close();
  });

  it('beside what it tells: plate and rule leave every written word in sight', async () => {
    for (const path of CHART_PAGES) {
      const page = await open(site, path, { viewport: { width: 1440, height: 2400 } });
      for (const chart of await chartsOf(page)) {
        const name = await nameOf(chart);
        await wake(chart);
        for (let point = 0; point < 14; point++) {
          await page.keyboard.press('ArrowRight');
          expect(await chart.evaluate(wordsUnderPlate), `${name}, ${point}`).toEqual([]);
        }
      }
      await page.close();
    }
  });

  it('to a finger: the first touch shows the point, and it stays until another', async () => {
    const page = await open(site, '2024/essentiel/', { viewport: PHONE, hasTouch: true, isMobile: true });
    const chart = page.locator('#graphique-places-et-entrees .draw');
    await chart.scrollIntoViewIfNeeded();
    await chart.tap({ position: { x: 60, y: 200 } });
    await chart.locator('.tip').waitFor();
    expect(await chart.locator('.tip').textContent()).toMatch(/^2022/);
    await chart.tap({ position: { x: 300, y: 200 } });
    expect(await chart.locator('.tip').textContent()).toMatch(/^2025/);
    await page.locator('h1').tap();
    expect(await chart.locator('.tip').isVisible()).toBe(false);
    await page.close();
  });

  it('to a turned screen and to dark: it is drawn anew in that shape and those colours', async () => {
    const page = await open(site, '2024/essentiel/', { viewport: DESK });
    const chart = page.locator('#graphique-entrees-par-mois .draw');
    await wake(chart);
    expect(await chart.locator('canvas').count()).toBe(1);
    await page.setViewportSize(PHONE);
    await expect.poll(() => chart.locator('canvas').count()).toBeGreaterThan(1);
    await page.emulateMedia({ colorScheme: 'dark' });
    const inDark = PNG.sync.read(await chart.screenshot());
    await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
    expect(await chart.locator('.living').isVisible()).toBe(false);
    expect([...inDark.data.subarray(4 * 200 * inDark.width, 4 * 200 * inDark.width + 3)]).toEqual([0x12, 0x18, 0x17]);
    await page.close();
  });
});

/** Runs in the page: words of the picture that the plate hides, or that the rule strikes through. */
function wordsUnderPlate(host: HTMLElement | SVGElement): (string | null)[] {
  const boxes = [...host.querySelectorAll('.tip, .tip-rule')].map((one) => one.getBoundingClientRect());
  return [...host.querySelectorAll('svg.desk text')]
    .filter((text) => {
      const { left, right, top, bottom } = text.getBoundingClientRect();
      return boxes.some((box) => box.left < right && left < box.right && box.top < bottom - 4 && top + 4 < box.bottom);
    })
    .map((text) => text.textContent);
}
