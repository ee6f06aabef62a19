import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { inject, it } from 'vitest';
import { findBrowser } from '../print/browser.ts';
import { useBrowser } from './browser.ts';
import { expectPicture } from './picture.ts';

/** The main templates: the three that carry the report down to their second screen, the others by their first. */
const TEMPLATES = {
  accueil: { path: '', height: 1100 },
  chapitre: { path: '2024/ou-l-on-forme/', height: 1100 },
  bassin: { path: '2024/bassins/lille/', height: 1100 },
  bassins: { path: '2024/bassins/', height: 900 },
  chiffres: { path: '2024/chiffres/', height: 900 },
  donnees: { path: '2024/donnees/', height: 900 },
  methode: { path: '2024/methode/', height: 900 },
  definitions: { path: '2024/definitions/', height: 900 },
  mentions: { path: 'mentions-legales/', height: 900 },
  introuvable: { path: '404.html', height: 900 },
};
const SCREENS = {
  clair: { width: 1440, colorScheme: 'light' },
  sombre: { width: 1440, colorScheme: 'dark' },
  telephone: { width: 390, colorScheme: 'light' },
} as const;

/**
 * The references come from the embedded browser, and there three points in a thousand may differ. Another browser
 * smooths letters in its own way: what is left to compare is that everything stands where it stood.
 */
const isEmbedded = (await findBrowser())?.origin === 'navigateur embarqué';
const TOLERANCE = isEmbedded ? 0.003 : 0.06;

/**
 * What only lists files and words to quote changes with them, and is not what a template looks like. Heads that stick
 * are painted apart, and meet their lines a point higher or lower from one time to the next.
 */
const STILL = '.meta, .cite { display: none !important } thead th { position: static !important }';

const site = inject('site');
const { open } = useBrowser();

const cases = Object.entries(TEMPLATES).flatMap(([template, { path, height }]) =>
  Object.entries(SCREENS).map(([screen, { width, colorScheme }]) => ({
    name: `ecran-${template}-${screen}`,
    path,
    // Half size and few colours, so that the references stay small.
    options: { viewport: { width, height }, colorScheme, deviceScaleFactor: 0.5 },
  })),
);

it.concurrent.each(cases)('$name looks as it did', async ({ name, path, options }) => {
  const page = await open(site, path, options);
  await page.evaluate(() => document.fonts.ready.then(() => true));
  await page.addStyleTag({ content: STILL });
  await expectPicture(await picture(page), name, TOLERANCE);
  await page.close();
});

/** What the page shows, with 16 levels of each colour. A browser under load may refuse once: it is asked again. */
async function picture(page: Page): Promise<Buffer> {
  const png = PNG.sync.read(await page.screenshot().catch(() => page.screenshot()));
  for (let at = 0; at < png.data.length; at++) png.data[at] = ((png.data[at] ?? 0) & 0xf0) | 8;
  return PNG.sync.write(png, { colorType: 2, deflateLevel: 9 });
}
