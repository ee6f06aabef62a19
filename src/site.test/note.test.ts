import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from './browser.ts';

const site = inject('site');
const { open } = useBrowser();
const PAGE = '2024/essentiel/';
const NUMBER = 'p [data-figure="entrees[annee=2024]"]';
const BEFORE = 'p [data-figure="entrees[annee=2023]"]';
const NOTE = '.figure-note';

describe('the note of a number in a sentence', () => {
  it('opens under the mouse and goes with it; a click keeps it', async () => {
    const page = await open(site, PAGE);
    const requests: string[] = [];
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    await page.waitForTimeout(200);
    expect(requests).toEqual([]);
    await page.locator(NUMBER).hover();
    await page.locator(NOTE).waitFor();
    const text = (await page.locator(NOTE).textContent()) ?? '';
    for (const words of [
      'Entrées en formation',
      'Champ',
      'Source',
      'Période',
      'du 1er\u00A0janvier au 31\u00A0décembre 2024',
      '31\u00A0août 2025',
      'publié',
    ])
      expect(text).toContain(words);
    await page.mouse.move(5, 5);
    await page.locator(NOTE).waitFor({ state: 'hidden' });
    await page.locator(NUMBER).click();
    await page.locator(NOTE).waitFor();
    await page.mouse.move(5, 5);
    await page.waitForTimeout(300);
    expect(await page.locator(NOTE).isVisible()).toBe(true);
    await page.mouse.click(5, 300);
    await page.locator(NOTE).waitFor({ state: 'hidden' });
    await page.close();
  });

  it('gives the terms of a rate, and the address of its definition', async () => {
    const page = await open(site, PAGE);
    await page.locator('[data-figure="taux_achevement[annee=2024]"]').click();
    expect(await page.locator(`${NOTE} .formula`).textContent()).toMatch(/^\d+ ÷ \d+ = \d+,\d\u202F%$/);
    await page.locator(NOTE).getByRole('link', { name: 'Méthode' }).click();
    await page.waitForURL(/definition-taux_achevement$/);
    expect(await page.locator('#definition-taux_achevement').isVisible()).toBe(true);
    await page.close();
  });

  it('is reached with the keyboard; other numbers of the indicator are reached from it', async () => {
    const page = await open(site, PAGE);
    expect(await page.locator(NUMBER).getAttribute('tabindex')).toBe('0');
    expect(await page.locator(BEFORE).getAttribute('tabindex')).toBeNull();
    await page.locator('.rail a').last().focus();
    await page.keyboard.press('Tab');
    await page.locator(NOTE).waitFor();
    expect(await page.locator(NUMBER).getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Enter');
    await page.locator(`${NOTE}:focus`).waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Fermer');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator(`${BEFORE}.noted`).waitFor();
    await page.keyboard.press('Escape');
    await page.locator(NOTE).waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-figure'))).toBe('entrees[annee=2023]');
    await page.waitForTimeout(300);
    expect(await page.locator(NOTE).isVisible()).toBe(false);
    await page.close();
  });

  it('opens under a finger, inside the screen, whichever number is touched', async () => {
    const page = await open(site, PAGE, { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true });
    await page.locator(BEFORE).tap();
    await page.locator(NOTE).waitFor();
    const box = await page.locator(NOTE).boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
    await page.touchscreen.tap(380, 20);
    await page.locator(NOTE).waitFor({ state: 'hidden' });
    await page.close();
  });

  it('of a number from outside is its source', async () => {
    const page = await open(site, PAGE);
    await page.locator('[data-published="essai-contexte"]').click();
    const note = page.locator(NOTE);
    await note.waitFor();
    expect(await note.textContent()).toContain('OPCO d’essai');
    expect(await note.getByRole('link').getAttribute('href')).toBe('https://example.org/d');
    await page.close();
  });

  it('is nothing but a plain number without JavaScript', async () => {
    const page = await open(site, PAGE, { javaScriptEnabled: false });
    expect(await page.locator(NUMBER).textContent()).toBe('588');
    expect(await page.locator('[data-figure][tabindex],[data-figure][role]').count()).toBe(0);
    await page.close();
  });
});

describe('the catalogue of figures', () => {
  it('is filtered as one types, and gives the tag of a number', async () => {
    const page = await open(site, '2024/chiffres/');
    const rows = page.locator('.catalogue tbody tr:visible');
    const all = await rows.count();
    await page.getByLabel('Chercher un chiffre').fill('achèvement lens');
    expect(await rows.count()).toBeLessThan(all / 10);
    expect(await page.locator('output').textContent()).toMatch(/^\d+ lignes?$/);
    await page.locator('#chiffres-taux_achevement ~ .scroll tbody td:visible').first().click();
    expect(await page.locator('output').textContent()).toContain('<Chiffre de="taux_achevement" ');
    await page.close();
  });

  it('is whole without JavaScript', async () => {
    const page = await open(site, '2024/chiffres/', { javaScriptEnabled: false });
    expect(await page.locator('.filter').isVisible()).toBe(false);
    expect(await page.locator('.catalogue tbody tr').count()).toBeGreaterThan(500);
    await page.close();
  });
});
