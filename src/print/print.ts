import type { Browser, Page } from 'playwright-core';
import { ProblemsError } from '../problem.ts';
import { whileAlive, whileRunning } from './browser.ts';
import { destinationsOf, openDocument } from './document.ts';
import { type DocumentToPrint, doesNotHold } from './documents.ts';
import { finishDocument, type PageWords } from './finish/finish.ts';
import { fitTexts, letTextsGrow } from './page/fit.ts';
import { fillPages } from './page/flow.ts';
import { readHeadings } from './page/headings.ts';
import { keepShortTexts } from './page/keep.ts';
import { linkInside } from './page/links.ts';
import { numberNotes } from './page/notes.ts';
import { tagParagraphs } from './page/paragraphs.ts';
import { addPageReferences, hasPageNumbers, writePageNumbers } from './page/references.ts';
import { readLinkWords } from './page/words.ts';
import { ORIGIN, serveFolder } from './serve.ts';

export interface PrintedDocument {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

export interface PrintingPlace {
  readonly browser: Browser;
  /** Built site. */
  readonly folder: string;
  readonly base: string;
}

/**
 * Prints one document.
 * @throws ProblemsError when it does not hold in the room it has; Error when its page is missing or does not settle
 */
export async function printDocument(document: DocumentToPrint, place: PrintingPlace): Promise<PrintedDocument> {
  const { printed, words } = await whileRunning(place.browser, () => printPage(document, place));
  const pages = printed.getPageCount();
  if (document.room && !document.room.mayGrow && pages !== document.room.pages)
    throw new ProblemsError([doesNotHold(document)]);
  return { bytes: await finishDocument(printed, document.information, words), pages };
}

/** What the browser makes of a page, with what only the page knows. */
interface PrintedPage {
  readonly printed: Awaited<ReturnType<typeof openDocument>>;
  readonly words: PageWords;
}

async function printPage(document: DocumentToPrint, { browser, folder, base }: PrintingPlace): Promise<PrintedPage> {
  const page = await browser.newPage();
  try {
    await page.emulateMedia({ media: 'print' });
    await serveFolder(page, folder, base);
    return await whileAlive(page, () => printIn(page, document, base));
  } finally {
    await page.close();
  }
}

/** Opens the page of a document, makes it what it is on paper, step by step, and prints it. */
async function printIn(page: Page, document: DocumentToPrint, base: string): Promise<PrintedPage> {
  const response = await page.goto(`${ORIGIN}${base}${document.page}`, { waitUntil: 'load' });
  if (!response?.ok()) throw new Error(`aucune page à imprimer à l’adresse ${document.page}`);
  await page.evaluate(() => window.document.fonts.ready.then(() => true));
  await page.evaluate(linkInside, base);
  await page.evaluate(numberNotes);
  await page.evaluate(addPageReferences);
  if (await page.evaluate(fitTexts)) {
    if (!document.room?.mayGrow) throw new ProblemsError([doesNotHold(document)]);
    await page.evaluate(letTextsGrow);
  }
  await page.evaluate(keepShortTexts);
  await page.evaluate(fillPages);
  await page.evaluate(tagParagraphs);
  const words = { headings: await page.evaluate(readHeadings), links: await page.evaluate(readLinkWords) };
  return { printed: await printSettled(page), words };
}

/** Passes after which a document that still moves is given up: two are enough but for a number that moves a line. */
const MOST_PASSES = 5;

type Destinations = ReturnType<typeof destinationsOf>;

/**
 * Prints until page numbers are true. A first pass tells where everything is; the numbers are written; the last pass
 * must leave everything where the one before put it, which proves the numbers.
 * @throws Error when the pages never settle
 */
async function printSettled(page: Page): Promise<PrintedPage['printed']> {
  if (!(await page.evaluate(hasPageNumbers))) return openDocument(await print(page, { final: true }));
  let written: Destinations = destinationsOf(await openDocument(await print(page, { final: false })));
  for (let pass = 2; pass <= MOST_PASSES; pass++) {
    await page.evaluate(writePageNumbers, written);
    const printed = await openDocument(await print(page, { final: true }));
    const found = destinationsOf(printed);
    if (isSame(written, found)) return printed;
    written = found;
  }
  throw new Error(`les numéros de page bougent encore après ${MOST_PASSES} passages`);
}

const isSame = (one: Destinations, other: Destinations): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Tags and outline are for the final pass: they move nothing, and take time. */
const print = (page: Page, { final }: { final: boolean }): Promise<Uint8Array> =>
  page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: final, outline: final });
