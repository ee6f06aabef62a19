import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { findBrowser, launch } from '../print/browser.ts';
import { ORIGIN, serveFolder } from '../print/serve.ts';

type PageOptions = BrowserContextOptions & {
  readonly base?: string;
  /** Told the address of every request. */
  readonly onRequest?: (address: string) => void;
};

/** One real browser for the tests of a file; pages are answered from a built folder. */
export function useBrowser(): {
  /** Lends the browser itself. */
  withBrowser: (work: (browser: Browser) => Promise<void>) => Promise<void>;
  /** Opens an address as it is. */
  visit: (address: string) => Promise<Page>;
  /** Opens a page of a built folder. */
  open: (folder: string, path: string, options?: PageOptions) => Promise<Page>;
} {
  let browser: Browser;
  beforeAll(async () => {
    const found = await findBrowser();
    if (!found) throw new Error('these tests need a browser: see the README');
    browser = await launch(found);
  });
  afterAll(() => browser?.close());
  return {
    withBrowser: (work) => work(browser),
    async visit(address) {
      const page = await browser.newPage({ reducedMotion: 'reduce' });
      await page.goto(address);
      return page;
    },
    async open(folder, path, { base = '/', onRequest, ...options } = {}) {
      const page = await browser.newPage({ reducedMotion: 'reduce', ...options });
      page.on('pageerror', (error) => {
        throw error;
      });
      if (onRequest) page.on('request', (request) => onRequest(request.url()));
      await serveFolder(page, folder, base);
      await page.goto(`${ORIGIN}${base}${path}`, { waitUntil: 'load' });
      return page;
    },
  };
}
