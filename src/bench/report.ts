import { start } from '../commands/start.ts';

/** What the bench times in a process of its own: the whole report, once pages are built and the browser runs. */
await start(async () => {
  const { compute } = await import('../commands/build.ts');
  const { buildPages } = await import('../commands/build-pages.ts');
  const { documentsToPrint } = await import('../print/documents.ts');
  const { findBrowser, launch } = await import('../print/browser.ts');
  const { printDocument } = await import('../print/print.ts');
  return async (_, environment, { out }) => {
    const bilan = await compute(environment, false);
    await buildPages(bilan, environment.out);
    const found = await findBrowser();
    const [report] = documentsToPrint(bilan);
    if (!found || !report) return 1;
    const browser = await launch(found);
    const place = { browser, folder: environment.out, base: environment.base };
    const times: number[] = [];
    for (let round = 0; round < 4; round++) {
      const from = performance.now();
      await printDocument(report, place);
      times.push((performance.now() - from) / 1000);
    }
    await browser.close();
    // The first round wakes the browser up; the middle of the others is what a build waits for.
    out(String(times.slice(1).toSorted((a, b) => a - b)[1]));
    return 0;
  };
});
