import { appendFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { copyFixture, runCommand } from './run.ts';

const { open } = useBrowser();

/** What an edition says of itself once it was corrected, then replaced. */
const LATER = `
corrections:
  - { le: 2026-01-15, page: essentiel, texte: Une erreur d’essai est corrigée. }
remplacee_par: { titre: le bilan 2025, adresse: "https://bilan.example.org/2025/" }
`;

it('the site stands under any path: pages, styles, fonts, charts and links follow', async () => {
  const copy = await copyFixture();
  try {
    await appendFile(join(copy.folder, 'content/2024/edition.yaml'), LATER);
    expect(
      (
        await runCommand('build', [], {
          ...copy.variables,
          BILAN_BASE: '/x/y/',
          BILAN_SITE: 'https://ailleurs.example',
        })
      ).code,
    ).toBe(0);
    const page = await open(join(copy.folder, 'dist'), '2024/essentiel/', { base: '/x/y/' });
    expect(await page.evaluate(() => document.fonts.ready.then(() => document.fonts.check('16px "Bilan Serif"')))).toBe(
      true,
    );
    expect(await page.locator('link[rel=canonical]').getAttribute('href')).toBe(
      'https://ailleurs.example/x/y/2024/essentiel/',
    );
    expect(await page.locator('aside.band.plain').allTextContents()).toEqual([
      'Édition ancienne. Elle est remplacée par le bilan 2025.',
      expect.stringContaining('Corrigé le 15\u00A0janvier 2026. Une erreur d’essai est corrigée.'),
    ]);
    await page.locator('[data-chart]').first().hover();
    await page.locator('.living canvas').first().waitFor();
    await page.getByRole('link', { name: 'la carte' }).click();
    expect(new URL(page.url()).pathname).toBe('/x/y/2024/ou-l-on-forme/');
    await page
      .getByRole('link', { name: /^Bassin de Lille/ })
      .first()
      .click();
    expect(await page.locator('h1').textContent()).toBe('Lille');
    // A correction is said where it was made; that the edition is an old one, everywhere.
    expect(await page.locator('aside.band.plain').count()).toBe(1);
    await page.close();
  } finally {
    await rm(copy.folder, { recursive: true, force: true });
  }
});
