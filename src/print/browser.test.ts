import { expect, it } from 'vitest';
import { findBrowser, launch, whileAlive, whileRunning } from './browser.ts';

it('work that a dead browser will never answer ends, with what happened', async () => {
  const found = await findBrowser();
  if (!found) throw new Error('these tests need a browser: see the README');
  const browser = await launch(found);
  const work = whileRunning(browser, () => new Promise(() => {}));
  await Promise.all([expect(work).rejects.toThrow('le navigateur s’est arrêté'), browser.close()]);
  await expect(whileRunning(browser, () => browser.newPage())).rejects.toThrow('le navigateur s’est arrêté');
}, 60_000);

it('a fault of the work is told as it is while the browser runs', async () => {
  const found = await findBrowser();
  if (!found) throw new Error('these tests need a browser: see the README');
  const browser = await launch(found);
  await expect(whileRunning(browser, () => Promise.reject(new Error('no page')))).rejects.toThrow('no page');
  await browser.close();
}, 60_000);

it('work in a page that has died ends, with what happened, and a fault of the work is told as it is', async () => {
  const found = await findBrowser();
  if (!found) throw new Error('these tests need a browser: see the README');
  const browser = await launch(found);
  const page = await browser.newPage();
  await expect(whileAlive(page, () => Promise.reject(new Error('no table')))).rejects.toThrow('no table');
  await expect(whileAlive(page, () => page.goto('chrome://crash'))).rejects.toThrow('la page en cours d’impression');
  await browser.close();
}, 60_000);
