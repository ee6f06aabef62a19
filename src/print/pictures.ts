import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { projectRoot } from './browser.ts';

/** Points of a picture for a unit of its drawing. */
const SCALE = 2;
const FONTS = [400, 600] as const;

export interface PictureSource {
  readonly browser: Browser;
  /** Folder of the SVG files; each gets its PNG beside it. */
  readonly folder: string;
  /** Where pictures are kept from one build to the next. */
  readonly cache?: string;
}

/**
 * Makes a PNG of every drawing of a folder. A picture is kept under a hash of all it depends on (drawing, fonts, scale,
 * browser): the next build only copies it, and never finds a stale one.
 * @returns how many pictures there are
 */
export async function makePictures({
  browser,
  folder,
  cache = join(projectRoot, 'node_modules', '.cache', 'images'),
}: PictureSource): Promise<number> {
  await mkdir(cache, { recursive: true });
  const fonts = await Promise.all(
    FONTS.map((weight) => readFile(join(projectRoot, 'src', 'fonts', `bilan-sans-${weight}.woff2`))),
  );
  const names = (await readdir(folder)).filter((name) => name.endsWith('.svg')).toSorted();
  const kept = new Set(await readdir(cache));
  const wanted = await Promise.all(
    names.map(async (name): Promise<Wanted> => {
      const svg = await readFile(join(folder, name), 'utf8');
      const hash = createHash('sha256').update(`${browser.version()} ${SCALE} ${svg}`);
      for (const font of fonts) hash.update(font);
      return { svg, file: `${hash.digest('hex')}.png`, target: join(folder, name.replace(/svg$/, 'png')) };
    }),
  );
  const missing = wanted.filter(({ file }) => !kept.has(file));
  if (missing.length > 0) await drawAll(browser, missing, fonts, cache);
  await Promise.all(wanted.map(({ file, target }) => copyFile(join(cache, file), target)));
  return wanted.length;
}

interface Wanted {
  readonly svg: string;
  readonly file: string;
  readonly target: string;
}

/** Draws on two pages at once, each drawing in turn on a bare page that has the fonts. */
async function drawAll(
  browser: Browser,
  wanted: readonly Wanted[],
  fonts: readonly Buffer[],
  cache: string,
): Promise<void> {
  const rest = [...wanted];
  const drawRest = async (): Promise<void> => {
    const page = await browser.newPage({ deviceScaleFactor: SCALE });
    try {
      await page.setContent(
        `<style>${fonts.map(fontFace).join('')}body{margin:0}svg{display:block}</style><main></main>`,
      );
      for (let next = rest.shift(); next; next = rest.shift()) await drawOne(page, next, cache);
    } finally {
      await page.close();
    }
  };
  await Promise.all([drawRest(), drawRest()]);
}

const fontFace = (font: Buffer, index: number): string =>
  `@font-face{font-family:"Bilan Sans";font-weight:${FONTS[index]};src:url(data:font/woff2;base64,${font.toString('base64')})}`;

/** Writes beside, then renames: a build that stops leaves no half picture to the next. */
async function drawOne(page: Page, { svg, file }: Wanted, cache: string): Promise<void> {
  const size = await page.evaluate(async (markup) => {
    document.querySelector('main')?.setHTMLUnsafe(markup);
    await document.fonts.ready;
    const drawing = document.querySelector('svg');
    return { width: drawing?.clientWidth ?? 0, height: drawing?.clientHeight ?? 0 };
  }, svg);
  await page.setViewportSize(size);
  const picture = await page.screenshot();
  const beside = join(cache, `${process.pid}-${file}`);
  await writeFile(beside, picture);
  await rename(beside, join(cache, file));
}
