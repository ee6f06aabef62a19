import { describe, expect, it } from 'vitest';
import { useBrowser } from '../../site.test/browser.ts';
import { fillPages } from './flow.ts';

const { withBrowser } = useBrowser();

const WIDTH = 640;
/** A chapter whose last lines run over to a third page, with a note far in the margin of the second. */
const CHAPTER = `<style>
  body, p { margin: 0 }
  .chapter.in-columns { width: ${WIDTH}px; height: 900px; columns: ${WIDTH}px; column-gap: 0; column-fill: auto }
  .prose > * { break-inside: avoid }
  .fig { height: calc(400px * var(--scale, 1)) }
  .note { float: right; width: 100px; height: 40px }
</style>
<section class="chapter"><div class="prose">
  <p style="height: 880px"></p>
  <figure class="fig" style="margin: 0"></figure>
  <p style="height: 470px"><span class="note"></span></p>
</div><section class="imprint" style="height: 60px"></section></section>`;

describe('the pages of a chapter', () => {
  it('are one fewer when a chart set a little smaller spares the last, whatever stands in the margin', async () => {
    await withBrowser(async (browser) => {
      const page = await browser.newPage();
      await page.setContent(CHAPTER);
      await page.evaluate(fillPages);
      const pages = await page.evaluate((width) => {
        document.querySelector('.chapter')?.classList.add('in-columns');
        const { left = 0 } = [...(document.querySelector('.imprint')?.getClientRects() ?? [])].at(-1) ?? {};
        return Math.floor(left / width) + 1;
      }, WIDTH);
      await page.close();
      expect(pages).toBe(2);
    });
  });
});
