import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Bilan } from '../bilan.ts';
import { drawCards } from '../cards/cards.ts';
import { formatInteger } from '../french/number.ts';
import { whileRunning } from '../print/browser.ts';
import { documentsToPrint } from '../print/documents.ts';
import { describeFile, type FileSize } from '../print/links.ts';
import { makePictures } from '../print/pictures.ts';
import { printAll } from '../print/print-all.ts';
import { type Problem, ProblemsError } from '../problem.ts';

/** A browser that stops is no fault of the editor's: it is said in French, and nothing is put in place. */
export async function explained<T>(bilan: Bilan, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ProblemsError || process.env.BILAN_TRACE) throw error;
    throw new ProblemsError([printingStopped(bilan.environment.out, error)]);
  }
}

/** The cards shown where a page is shared, and a picture in points of each chart, for who cannot use the vector. */
export async function drawImages(
  bilan: Bilan,
  browser: Browser,
  folder: string,
): Promise<{ cards: number; charts: number }> {
  const [cards, charts] = await whileRunning(browser, () =>
    Promise.all([
      drawCards(bilan, browser, folder),
      makePictures({ browser, folder: join(folder, bilan.edition.id, 'graphiques') }),
    ]),
  );
  return { cards, charts };
}

/** Every PDF of the bilan, from the pages of a built folder; `tell` hears how many are done. */
export const printDocuments = (
  bilan: Bilan,
  browser: Browser,
  folder: string,
  tell: (state: string) => void,
): Promise<Map<string, FileSize>> => {
  const place = { browser, folder, base: bilan.environment.base };
  return printAll(documentsToPrint(bilan), place, (done, of) => tell(`${done} / ${of}`));
};

/** How many PDFs, then each with its pages and size. */
export function describeFiles(files: ReadonlyMap<string, FileSize>): string {
  const pages = [...files.values()].reduce((sum, file) => sum + file.pages, 0);
  const lines = [...files].map(([path, size]) => `${' '.repeat(22)}${path} (${describeFile(size)})`);
  return [`${files.size} PDF, ${formatInteger(pages)} pages`, ...lines].join('\n');
}

const printingStopped = (out: string, error: unknown): Problem => ({
  severity: 'error',
  file: out,
  line: 1,
  column: 1,
  message: 'impression interrompue\u202F; le site en place n’a pas changé',
  value: (error instanceof Error ? error.message : String(error)).split('\n', 1)[0],
  expected: 'un navigateur qui imprime toutes les pages',
  remedy: 'relancez\u202F; si cela se répète, indiquez un autre navigateur par la variable CHROMIUM_PATH',
});

/** What is said when there has to be a browser and there is none. */
export const noBrowser = (out: string): Problem => ({
  severity: 'error',
  file: out,
  line: 1,
  column: 1,
  message: 'aucun navigateur pour imprimer',
  expected: 'Chrome, Chromium ou Edge',
  remedy: 'installez-en un, ou indiquez son chemin par la variable CHROMIUM_PATH',
});
