import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeFile, fillPdfLinks } from './links.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bilan-links-'));
  await mkdir(join(folder, 'a'));
  await writeFile(
    join(folder, 'a', 'index.html'),
    '<p>Voir <span data-pdf="pdf/x.pdf"><a href="/pdf/x.pdf">Le rapport</a> <span data-pdf-size>(PDF)</span></span>.</p>',
  );
});
afterEach(() => rm(folder, { recursive: true }));

const page = (): Promise<string> => readFile(join(folder, 'a', 'index.html'), 'utf8');

describe('links to a PDF', () => {
  it('get its page count and size', async () => {
    await fillPdfLinks(folder, new Map([['pdf/x.pdf', { pages: 24, bytes: 1_230_000 }]]));
    expect(await page()).toBe('<p>Voir <a href="/pdf/x.pdf">Le rapport</a> (PDF, 24\u00A0pages, 1,2\u202FMo).</p>');
  });

  it('give way to a sentence that says how to get it, when there is none', async () => {
    await fillPdfLinks(folder, new Map());
    expect(await page()).toMatchSnapshot();
  });

  it('are described in French', () => {
    expect(describeFile({ pages: 1, bytes: 1_500 })).toBe('PDF, 1\u00A0page, 2\u202Fko');
    expect(describeFile({ pages: 1200, bytes: 2_000_000 })).toBe('PDF, 1\u202F200\u00A0pages, 2,0\u202FMo');
  });
});
