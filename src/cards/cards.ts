import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Bilan } from '../bilan.ts';
import { filePrefix } from '../components/page.ts';
import { htmlFiles } from '../print/links.ts';
import { ORIGIN, serveFolder } from '../print/serve.ts';

/** Size of a shared card in pixels, as social networks and messaging want it. */
export const CARD = { width: 1200, height: 630 } as const;

/** The card of the edition, and of each place; the id is the edition's or the place's. */
export const cardIds = ({ edition, settings }: Pick<Bilan, 'edition' | 'settings'>): readonly string[] => [
  edition.id,
  ...[...settings.basins, settings.outside].map(({ id }) => id),
];

type Cards = Pick<Bilan, 'edition' | 'isDemonstration'>;

/** Address of a card; the file of a demonstration says so in its name. */
export const cardFile = (bilan: Cards, id: string): string =>
  `${bilan.edition.id}/vignettes/${filePrefix(bilan)}${id}.png`;

/** The page a card is drawn from; like all that is there to be printed, it is removed from the site. */
const cardPage = ({ edition }: Cards, id: string): string => `${edition.id}/imprimer/vignettes/${id}/`;

/** Draws every card from its page. Resolves to their number. */
export async function drawCards(bilan: Bilan, browser: Browser, folder: string): Promise<number> {
  const ids = cardIds(bilan);
  const { base } = bilan.environment;
  const page = await browser.newPage({ viewport: CARD, colorScheme: 'light', javaScriptEnabled: false });
  try {
    await serveFolder(page, folder, base);
    await mkdir(join(folder, dirname(cardFile(bilan, bilan.edition.id))), { recursive: true });
    for (const id of ids) {
      await page.goto(`${ORIGIN}${base}${cardPage(bilan, id)}`, { waitUntil: 'load' });
      await writeFile(join(folder, cardFile(bilan, id)), await capture(page));
    }
  } finally {
    await page.close();
  }
  return ids.length;
}

/** A picture of what the page shows. On a machine under load a browser may refuse once: it is asked again. */
const capture = (page: Page): Promise<Uint8Array> => page.screenshot().catch(() => page.screenshot());

/** Without a browser there is no card: pages stop promising one. */
export async function withoutCards(folder: string): Promise<void> {
  for (const path of await htmlFiles(folder)) {
    const html = await readFile(path, 'utf8');
    const plain = html
      .replaceAll(/<meta property="og:image[^>]*>/g, '')
      .replace('content="summary_large_image"', 'content="summary"');
    if (plain !== html) await writeFile(path, plain);
  }
}
