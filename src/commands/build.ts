import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Bilan, isPublishable, loadBilan } from '../bilan.ts';
import { withoutCards } from '../cards/cards.ts';
import { formatInteger } from '../french/number.ts';
import { handOver } from '../handover.ts';
import { findBrowser, launch } from '../print/browser.ts';
import type { FileSize } from '../print/links.ts';
import { ProblemsError } from '../problem.ts';
import type { Environment } from '../settings/environment.ts';
import { buildPages } from './build-pages.ts';
import { describeFiles, drawImages, explained, noBrowser, printDocuments } from './build-with-browser.ts';
import { type Command, EXIT, readOnlyOptions, reportProblems, type Streams } from './command.ts';
import { filesRead } from './files-read.ts';
import { checkedLinks, finishSite, overfull } from './finish-site.ts';
import { prepareOutput, removeWhenStopped, replace } from './output-folder.ts';
import { createProgress } from './progress.ts';
import { unreadyEdition } from './unready-edition.ts';

/** `npm run build`: the site and its PDF, whole or not at all. `--epreuve` makes a proof beside it. */
export const buildCommand: Command = (args, environment, streams) => {
  const options = readOnlyOptions(args, ['epreuve']);
  return build(environment, { proof: options.has('epreuve'), browserRequired: false }, streams);
};

/** `npm run pdf`: the same, and a failure when there is no browser to print with. */
export const pdfCommand: Command = (args, environment, streams) => {
  readOnlyOptions(args, []);
  return build(environment, { proof: false, browserRequired: true }, streams);
};

interface BuildOptions {
  readonly proof: boolean;
  readonly browserRequired: boolean;
}

async function build(
  environment: Environment,
  { proof, browserRequired }: BuildOptions,
  streams: Streams,
): Promise<number> {
  const progress = createProgress(streams);
  const out = proof ? join(dirname(environment.out), 'epreuve') : environment.out;
  await prepareOutput(out);
  const bilan = await progress.step('Calcul', () => compute(environment, proof), summarize);
  reportProblems(bilan.problems, streams, environment.workingFolder);
  const found = await progress.step(
    'Navigateur',
    () => findBrowser(),
    (result) => result?.origin ?? 'aucun',
  );
  if (!found && browserRequired) throw new ProblemsError([noBrowser(out)]);
  handOver({ ...bilan, hasBrowser: found !== null });

  const beside = `${out}.tmp-${process.pid}`;
  const kept = removeWhenStopped(beside);
  // The browser starts while pages are built: printing then waits for nothing.
  const browser = found ? launch(found) : null;
  browser?.catch(() => {});
  try {
    await progress.step(
      'Pages',
      () => buildPages(bilan, beside),
      (pages) => `${formatInteger(pages)} pages`,
    );
    if (browser) {
      await progress.step(
        'Images',
        () => explained(bilan, async () => drawImages(bilan, await browser, beside)),
        ({ cards, charts }) => `${formatInteger(cards)} vignettes, ${formatInteger(charts)} graphiques en PNG`,
      );
    } else await withoutCards(beside);
    const files = browser
      ? await progress.step(
          'Impression',
          (tell) => explained(bilan, async () => printDocuments(bilan, await browser, beside, tell)),
          describeFiles,
        )
      : new Map<string, FileSize>();
    const finished = await progress.step(
      'Contrôle',
      () => finishSite(bilan, beside, files),
      ({ pages, problems }) => `${formatInteger(pages)} pages, ${checkedLinks(problems.length)}`,
    );
    await replace(beside, out);
    reportProblems([...finished.problems, ...overfull(bilan, files)], streams, environment.workingFolder);
  } finally {
    await Promise.allSettled([
      browser?.then((running) => running.close()),
      rm(beside, { recursive: true, force: true }),
    ]);
    kept();
  }
  progress.total();
  streams.out(`${proof ? 'Épreuve' : 'Site'} dans ${out}`);
  if (!found)
    streams.out(
      'Pas de navigateur\u00A0: le site est fait sans PDF. Pour l’avoir, installez Chrome, Chromium ou Edge, ou indiquez-le par CHROMIUM_PATH, puis lancez npm run pdf.',
    );
  return EXIT.done;
}

/** Loads and computes, and hands the bilan to the pages. @throws ProblemsError when it may not be published */
export async function compute(environment: Environment, proof: boolean): Promise<Bilan> {
  const { bilan, problems } = await loadBilan(environment, { proof });
  const all = bilan && !proof ? [...problems, ...unreadyEdition(bilan)] : problems;
  if (!bilan || (!proof && !isPublishable(all))) throw new ProblemsError(all);
  handOver(bilan);
  return bilan;
}

function summarize({ data, book }: Bilan): string {
  return `${filesRead(data)}, ${formatInteger(book.published.size)} chiffres publiés`;
}
