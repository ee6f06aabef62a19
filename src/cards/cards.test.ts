import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { withoutCards } from './cards.ts';

it('without a browser, pages promise no card', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bilan-cards-'));
  const page = join(folder, 'index.html');
  try {
    await writeFile(
      page,
      '<meta property="og:title" content="Bilan"><meta property="og:image" content="https://x/2024.png"><meta property="og:image:alt" content="Un bilan"><meta name="twitter:card" content="summary_large_image">',
    );
    await withoutCards(folder);
    expect(await readFile(page, 'utf8')).toBe(
      '<meta property="og:title" content="Bilan"><meta name="twitter:card" content="summary">',
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
