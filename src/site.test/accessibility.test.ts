import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, inject, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { filesOf } from './run.ts';

const site = inject('site');
const { open } = useBrowser();
const pages = (await filesOf(site))
  .filter((path) => path.endsWith('.html'))
  .map((path) => path.replace(/index\.html$/, ''));
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: unknown; readonly failureSummary?: string }[];
}

it.each([
  ['light', 1280],
  ['dark', 1280],
  // 1280 pixels enlarged twice.
  ['light', 640],
] as const)(
  'axe finds nothing on any page, in %s at %d',
  async (colorScheme, width) => {
    for (const path of pages) {
      const page = await open(site, path, { colorScheme, viewport: { width, height: 900 } });
      // The catalogue repeats the same row thousands of times: a few stand for all.
      await page.evaluate(() => {
        for (const row of document.querySelectorAll('.catalogue tbody tr:nth-child(n + 4)')) row.remove();
      });
      await page.addScriptTag({ content: axe });
      const violations = await page.evaluate(async () => {
        const { violations: found } = await (
          window as unknown as { axe: { run: (options: object) => Promise<{ violations: Violation[] }> } }
        ).axe.run({ rules: { 'target-size': { enabled: true } } });
        return found.map(
          ({ id, nodes }) =>
            `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join(' | ')}`,
        );
      });
      expect(violations, path).toEqual([]);
      await page.close();
    }
    // Every page, read whole by a slow tool: no measure of speed.
  },
  240_000,
);
