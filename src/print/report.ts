import type { Browser, Page } from 'playwright-core';
import { type DocumentInformation, destinationsOf, finishDocument, openDocument } from './document.ts';
import { prepareReport, writePageNumbers } from './prepare.ts';
import { ORIGIN, serveFolder } from './serve.ts';

export interface PrintedDocument {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

export interface ReportSource {
  readonly browser: Browser;
  /** Built site. */
  readonly folder: string;
  readonly base: string;
  /** Address of the page to print, without base or leading slash. */
  readonly path: string;
  readonly information: DocumentInformation;
}

/**
 * Prints the report in two passes: the first tells on which page everything is, the second has the page numbers in its
 * contents. The second pass must leave everything where the first one put it.
 * @throws Error when it does not
 */
export async function printReport({
  browser,
  folder,
  base,
  path,
  information,
}: ReportSource): Promise<PrintedDocument> {
  const page = await browser.newPage();
  try {
    await serveFolder(page, folder, base);
    const response = await page.goto(`${ORIGIN}${base}${path}`, { waitUntil: 'load' });
    if (!response?.ok()) throw new Error(`no page to print at ${path}`);
    await page.evaluate(() => document.fonts.ready.then(() => true));
    const headings = await page.evaluate(prepareReport, base);
    const first = destinationsOf(await openDocument(await print(page, { final: false })));
    await page.evaluate(writePageNumbers, first);
    const printed = await openDocument(await print(page, { final: true }));
    const second = destinationsOf(printed);
    if (JSON.stringify(first) !== JSON.stringify(second)) throw new Error('the second printing pass moved a target');
    return { bytes: await finishDocument(printed, information, headings), pages: printed.getPageCount() };
  } finally {
    await page.close();
  }
}

/** Tags and outline are for the final pass: they move nothing, and take time. */
const print = (page: Page, { final }: { final: boolean }): Promise<Uint8Array> =>
  page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: final, outline: final });
