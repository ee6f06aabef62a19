import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import type { Locator, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { describe, expect, inject, it } from 'vitest';
import { makePictures } from '../print/pictures.ts';
import { useBrowser } from './browser.ts';
import { filesOf } from './run.ts';

const site = inject('site');
const { open, withBrowser } = useBrowser();
const PAGES = ['2024/essentiel/', '2024/ou-l-on-forme/'];
const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

const chartsOf = (page: Page): Promise<Locator[]> => page.locator('.draw[data-chart]').all();
const nameOf = (chart: Locator): Promise<string> => chart.evaluate((host) => host.closest('figure')?.id ?? '');

/** Wakes a chart as a keyboard does. */
async function wake(chart: Locator): Promise<void> {
  await chart.focus();
  await chart.locator('canvas').first().waitFor();
}

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
});

describe.each([
  ['a desk', DESK],
  ['a phone', PHONE],
])('the living chart, on %s', (_, viewport) => {
  it('takes the place of its picture without a jump or a change of look, of focus or of words', async () => {
    for (const path of PAGES) {
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
    for (const path of PAGES) {
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

describe('a living chart answers', () => {
  it('to the arrow keys: it walks every point, speaks it, and says what the table says', async () => {
    for (const path of PAGES) {
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
          expect(await chart.getByRole('status').textContent(), name).toBe(lines.join('. '));
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

  it('beside what it tells: plate and rule leave every written value in sight', async () => {
    const page = await open(site, '2024/essentiel/', { viewport: DESK });
    const chart = page.locator('#graphique-places-et-entrees .draw');
    await wake(chart);
    for (let point = 0; point < 4; point++) {
      await page.keyboard.press('ArrowRight');
      const hidden = await chart.evaluate((host) => {
        const boxes = [...host.querySelectorAll('.tip, .tip-rule')].map((one) => one.getBoundingClientRect());
        return [...host.querySelectorAll('svg.desk text[font-weight="600"]')]
          .filter((text) => {
            const { left, right, top, bottom } = text.getBoundingClientRect();
            return boxes.some(
              (box) => box.left < right && left < box.right && box.top < bottom - 4 && top + 4 < box.bottom,
            );
          })
          .map((text) => text.textContent);
      });
      expect(hidden).toEqual([]);
    }
    await page.close();
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

it('every drawing to download weighs less than 10 kB, its colours and words included', async () => {
  const files = (await filesOf(site)).filter((path) => /graphiques\/.*\.svg$/.test(path));
  expect(files.length).toBeGreaterThan(20);
  for (const path of files) expect((await readFile(join(site, path))).length, path).toBeLessThan(10_000);
});

it.each([320, 390, 700, 820, 1000])('text of a drawing is never smaller than 11 points, at %d', async (width) => {
  for (const path of ['', '2024/bassins/', ...PAGES]) {
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

it('a small line of simulated values, and the horizon, say so inside the drawing', async () => {
  const html = await readFile(join(site, 'index.html'), 'utf8');
  const skies = html.match(/<div class="sky">[\s\S]*?<ol/)?.[0].match(/<svg[\s\S]*?<\/svg>/g) ?? [];
  expect(skies).toHaveLength(2);
  for (const sky of skies) expect(sky).toContain('>Démonstration. Chiffres simulés.</text>');
  const sparks = html.match(/<svg class="spark"[\s\S]*?<\/svg>/g) ?? [];
  expect(sparks.length).toBeGreaterThan(0);
  for (const spark of sparks) expect(spark).toContain('simulé');
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

/** Runs in the page: remembers each text a canvas draws, and where, in the units of its drawing. */
function recordTexts(): void {
  const { prototype } = CanvasRenderingContext2D;
  const { fillText, clearRect } = prototype;
  prototype.clearRect = function forget(...box) {
    (this.canvas as HTMLCanvasElement & { texts?: unknown[] }).texts = [];
    clearRect.apply(this, box);
  };
  prototype.fillText = function record(text: string, x: number, y: number) {
    const { canvas } = this as { canvas: HTMLCanvasElement & { texts?: unknown[] } };
    canvas.texts = [...(canvas.texts ?? []), { text, x, y, align: this.textAlign }];
    fillText.call(this, text, x, y);
  };
}

interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly align: string;
}

/** Runs in the page: texts of the canvases and of the picture, sorted alike. */
function textsOf(host: HTMLElement | SVGElement): { drawn: PlacedText[]; written: PlacedText[] } {
  const svg = [...host.querySelectorAll<SVGSVGElement>('svg.drawing')].find((one) => one.getClientRects().length > 0);
  if (!svg) throw new Error('no picture');
  const scale = svg.clientWidth / svg.viewBox.baseVal.width;
  const drawn = [...host.querySelectorAll<HTMLCanvasElement & { texts?: PlacedText[] }>('canvas')].flatMap((canvas) =>
    (canvas.texts ?? []).map((one) => ({
      ...one,
      x: one.x + Number.parseFloat(canvas.style.left) / scale,
      y: one.y + Number.parseFloat(canvas.style.top) / scale,
    })),
  );
  const ALIGNS: Record<string, string> = { middle: 'center', end: 'right' };
  const written = [...svg.querySelectorAll('text')].map((one) => {
    const moved = one.parentElement
      ?.getAttribute('transform')
      ?.match(/[-\d.]+/g)
      ?.map(Number) ?? [0, 0];
    return {
      text: one.textContent ?? '',
      x: Number(one.getAttribute('x')) + (moved[0] ?? 0),
      y: Number(one.getAttribute('y')) + (moved[1] ?? 0),
      align: ALIGNS[one.getAttribute('text-anchor') ?? ''] ?? 'left',
    };
  });
  return { drawn, written };
}
