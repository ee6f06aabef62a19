import { readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Page } from 'playwright-core';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.pdf': 'application/pdf',
};

/** The address a built folder is opened at: no port is taken, the browser is answered from the disk. */
export const ORIGIN = 'http://bilan.invalid';

/** Answers a page's requests from a built folder; whatever leads elsewhere is refused. */
export async function serveFolder(page: Page, folder: string, base: string): Promise<void> {
  await page.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    const path = decodeURIComponent(url.pathname);
    if (url.origin !== ORIGIN || !path.startsWith(base)) return route.abort();
    const file = await fileAt(join(folder, path.slice(base.length)));
    if (!file) return route.fulfill({ status: 404, body: '' });
    return route.fulfill({
      body: await readFile(file),
      contentType: TYPES[extname(file)] ?? 'application/octet-stream',
    });
  });
}

/** The file an address leads to: itself, or the index of its folder. */
async function fileAt(path: string): Promise<string | null> {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory()) return fileAt(join(path, 'index.html'));
  return found ? path : null;
}
