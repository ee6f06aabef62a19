import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { inject, it } from 'vitest';
import { findBrowser } from '../print/browser.ts';
import { useBrowser } from './browser.ts';
import { expectPicture } from './picture.ts';

/** First screens of the main templates, half size and in few colours, so that their references stay small. */
const TEMPLATES = { accueil: '', chapitre: '2024/ou-l-on-forme/', bassin: '2024/bassins/lille/' };
const SCREENS = {
  clair: { viewport: { width: 1440, height: 1100 }, colorScheme: 'light' },
  sombre: { viewport: { width: 1440, height: 1100 }, colorScheme: 'dark' },
  telephone: { viewport: { width: 390, height: 1100 }, colorScheme: 'light' },
} as const;

/**
 * The references come from the embedded browser, and there three points in a thousand may differ. Another browser
 * smooths letters in its own way: what is left to compare is that everything stands where it stood.
 */
const isEmbedded = (await findBrowser())?.origin === 'navigateur embarqué';
const TOLERANCE = isEmbedded ? 0.003 : 0.06;

const site = inject('site');
const { open } = useBrowser();

const cases = Object.entries(TEMPLATES).flatMap(([template, path]) =>
  Object.entries(SCREENS).map(([screen, options]) => ({ name: `ecran-${template}-${screen}`, path, options })),
);

it.each(cases)('$name looks as it did', async ({ name, path, options }) => {
  const page = await open(site, path, { ...options, deviceScaleFactor: 0.5 });
  await page.evaluate(() => document.fonts.ready.then(() => true));
  // What only lists files and words to quote changes with them, and is not what a template looks like.
  await page.addStyleTag({ content: '.meta, .cite { display: none !important }' });
  await expectPicture(await picture(page), name, TOLERANCE);
  await page.close();
});

/** What the page shows, with 16 levels of each colour. A browser under load may refuse once: it is asked again. */
async function picture(page: Page): Promise<Buffer> {
  const png = PNG.sync.read(await page.screenshot().catch(() => page.screenshot()));
  for (let at = 0; at < png.data.length; at++) png.data[at] = ((png.data[at] ?? 0) & 0xf0) | 8;
  return PNG.sync.write(png, { colorType: 2, deflateLevel: 9 });
}
