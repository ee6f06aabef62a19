import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { type Bilan, isPublishable, loadBilan } from '../bilan.ts';
import { drawCards, withoutCards } from '../cards/cards.ts';
import { formatInteger } from '../french/number.ts';
import { handOver } from '../handover.ts';
import { findBrowser, launch, whileRunning } from '../print/browser.ts';
import { documentsToPrint, printFolder } from '../print/documents.ts';
import { describeFile, type FileSize, htmlFiles } from '../print/links.ts';
import { makePictures } from '../print/pictures.ts';
import { printAll } from '../print/print-all.ts';
import { type Problem, ProblemsError } from '../problem.ts';
import type { Environment } from '../settings/environment.ts';
import { type Command, EXIT, readOnlyOptions, reportProblems, type Streams } from './command.ts';
import { filesRead } from './files-read.ts';
import { checkedLinks, finishSite, overfull } from './finish-site.ts';
import { move, prepareOutput, removeWhenStopped, replace } from './output-folder.ts';
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

/**
 * Builds every page in a folder that is not there yet. Resolves to their number. Wherever that folder is, pages are built
 * inside the project, where the engine finds its packages, and under a name that no other build uses.
 */
export async function buildPages(bilan: Bilan, folder: string): Promise<number> {
  const [{ build: buildSite }, { projectFolder, siteConfig }] = await Promise.all([
    import('astro'),
    import('../site/site-config.ts'),
  ]);
  const inside = join(projectFolder, '.astro', `site-${process.pid}`);
  const kept = removeWhenStopped(inside);
  try {
    await buildSite({
      root: projectFolder,
      configFile: false,
      logLevel: 'silent',
      ...siteConfig(bilan.environment, inside),
    });
    await move(inside, folder);
  } finally {
    await rm(inside, { recursive: true, force: true });
    kept();
  }
  const printed = join(folder, printFolder(bilan));
  return (await htmlFiles(folder)).filter((path) => !path.startsWith(printed)).length;
}

/** A browser that stops is no fault of the editor's: it is said in French, and nothing is put in place. */
async function explained<T>(bilan: Bilan, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ProblemsError || process.env.BILAN_TRACE) throw error;
    throw new ProblemsError([printingStopped(bilan.environment.out, error)]);
  }
}

/** The cards shown where a page is shared, and a picture in points of each chart, for who cannot use the vector. */
async function drawImages(bilan: Bilan, browser: Browser, folder: string): Promise<{ cards: number; charts: number }> {
  const [cards, charts] = await whileRunning(browser, () =>
    Promise.all([
      drawCards(bilan, browser, folder),
      makePictures({ browser, folder: join(folder, bilan.edition.id, 'graphiques') }),
    ]),
  );
  return { cards, charts };
}

const printDocuments = (
  bilan: Bilan,
  browser: Browser,
  folder: string,
  tell: (state: string) => void,
): Promise<Map<string, FileSize>> => {
  const place = { browser, folder, base: bilan.environment.base };
  return printAll(documentsToPrint(bilan), place, (done, of) => tell(`${done} / ${of}`));
};

/** How many PDFs, then each with its pages and size. */
function describeFiles(files: ReadonlyMap<string, FileSize>): string {
  const pages = [...files.values()].reduce((sum, file) => sum + file.pages, 0);
  const lines = [...files].map(([path, size]) => `${' '.repeat(22)}${path} (${describeFile(size)})`);
  return [`${files.size} PDF, ${formatInteger(pages)} pages`, ...lines].join('\n');
}

const printingStopped = (out: string, error: unknown): Problem => ({
  severity: 'error',
  file: out,
  line: 1,
  column: 1,
  message: 'impression interrompue\u202F; le site en place n’a pas changé',
  value: (error instanceof Error ? error.message : String(error)).split('\n', 1)[0],
  expected: 'un navigateur qui imprime toutes les pages',
  remedy: 'relancez\u202F; si cela se répète, indiquez un autre navigateur par la variable CHROMIUM_PATH',
});

const noBrowser = (out: string): Problem => ({
  severity: 'error',
  file: out,
  line: 1,
  column: 1,
  message: 'aucun navigateur pour imprimer',
  expected: 'Chrome, Chromium ou Edge',
  remedy: 'installez-en un, ou indiquez son chemin par la variable CHROMIUM_PATH',
});
