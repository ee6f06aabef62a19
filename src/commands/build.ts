import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { type Bilan, isPublishable, loadBilan } from '../bilan.ts';
import { reportFile } from '../components/files.ts';
import { formatInteger } from '../french/number.ts';
import { handOver } from '../handover.ts';
import { findBrowser, launch } from '../print/browser.ts';
import { describeFile, type FileSize, fillPdfLinks, htmlFiles } from '../print/links.ts';
import { makePictures } from '../print/pictures.ts';
import { printReport } from '../print/report.ts';
import { type Problem, ProblemsError } from '../problem.ts';
import type { Environment } from '../settings/environment.ts';
import { checkSite } from '../site-check.ts';
import { type Command, EXIT, readOptions, reportProblems, type Streams } from './command.ts';
import { createProgress } from './progress.ts';

/** `npm run build`: the site and its PDF, whole or not at all. `--epreuve` makes a proof beside it. */
export const buildCommand: Command = (args, environment, streams) => {
  const { options } = readOptions(args, ['epreuve']);
  return build(environment, { proof: options.has('epreuve'), browserRequired: false }, streams);
};

/** `npm run pdf`: the same, and a failure when there is no browser to print with. */
export const pdfCommand: Command = (args, environment, streams) => {
  readOptions(args, []);
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
  const bilan = await progress.step('Calcul', () => compute(environment, proof), summarize);
  reportProblems(bilan.problems, streams, environment.workingFolder);
  const found = await progress.step(
    'Navigateur',
    () => findBrowser(),
    (result) => result?.origin ?? 'aucun',
  );
  if (!found && browserRequired) throw new ProblemsError([noBrowser(out)]);
  handOver({ ...bilan, hasPictures: found !== null });

  const beside = `${out}.tmp-${process.pid}`;
  // The browser starts while pages are built: printing then waits for nothing.
  const browser = found ? launch(found) : null;
  browser?.catch(() => {});
  try {
    await progress.step(
      'Pages',
      () => buildPages(bilan, beside),
      (pages) => `${formatInteger(pages)} pages`,
    );
    const { files } = browser
      ? await progress.step('Impression', () => orExplain(bilan, () => useBrowser(bilan, browser, beside)), describe)
      : { files: new Map<string, FileSize>() };
    await progress.step(
      'Contrôle',
      () => finish(beside, files, environment),
      (links) => links,
    );
    await replace(beside, out);
  } finally {
    await Promise.allSettled([
      browser?.then((running) => running.close()),
      rm(beside, { recursive: true, force: true }),
    ]);
  }
  progress.total();
  streams.out(`${proof ? 'Épreuve' : 'Site'} dans ${out}`);
  if (!found)
    streams.out(
      'Pas de navigateur\u00A0: le site est fait sans PDF. Pour l’avoir, installez Chrome, Chromium ou Edge, ou indiquez-le par CHROMIUM_PATH, puis lancez npm run pdf.',
    );
  return EXIT.done;
}

async function compute(environment: Environment, proof: boolean): Promise<Bilan> {
  const { bilan, problems } = await loadBilan(environment, { proof });
  if (!bilan || (!proof && !isPublishable(problems))) throw new ProblemsError(problems);
  handOver(bilan);
  return bilan;
}

function summarize({ data, book }: Bilan): string {
  const rows = data.reports.reduce((sum, report) => sum + report.rows, 0);
  return `${data.reports.length} fichiers, ${formatInteger(rows)} lignes, ${formatInteger(book.published.size)} chiffres publiés`;
}

/** Builds every page beside the place they are meant for. Resolves to their number. */
async function buildPages(bilan: Bilan, folder: string): Promise<number> {
  const [{ build: buildSite }, { projectFolder, siteConfig }] = await Promise.all([
    import('astro'),
    import('../site-config.ts'),
  ]);
  await mkdir(dirname(folder), { recursive: true });
  await buildSite({
    root: projectFolder,
    configFile: false,
    logLevel: 'silent',
    ...siteConfig(bilan.environment, folder),
  });
  return (await htmlFiles(folder)).length - 1;
}

const printedPage = ({ edition }: Bilan): string => `${edition.id}/imprimer/`;

/** A browser that stops is no fault of the editor's: it is said in French, and nothing is put in place. */
async function orExplain<Result>({ environment }: Bilan, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (process.env.BILAN_TRACE) throw error;
    throw new ProblemsError([printingStopped(environment.out, error)]);
  }
}

interface Printed {
  readonly files: ReadonlyMap<string, FileSize>;
  readonly pictures: number;
}

/** The report on paper, and beside it a picture in points of each chart, for who cannot use the vector. */
async function useBrowser(bilan: Bilan, launched: Promise<Browser>, folder: string): Promise<Printed> {
  const browser = await launched;
  const drawings = join(folder, bilan.edition.id, 'graphiques');
  const [files, pictures] = await Promise.all([
    print(bilan, browser, folder),
    makePictures({ browser, folder: drawings }),
  ]);
  return { files, pictures };
}

const describe = ({ files, pictures }: Printed): string =>
  `${describeFiles(files)}, ${formatInteger(pictures)} graphiques en PNG`;

async function print(bilan: Bilan, browser: Browser, folder: string): Promise<Map<string, FileSize>> {
  const { settings, edition, environment } = bilan;
  const { bytes, pages } = await printReport({
    browser,
    folder,
    base: environment.base,
    path: printedPage(bilan),
    information: {
      title: `${bilan.isDemonstration ? '[Démonstration] ' : ''}${edition.title}, ${settings.plan.name}`,
      author: bilan.isDemonstration ? settings.site.owner : settings.legal.publisher,
      subject: `${settings.plan.name}, ${settings.region.name}`,
      keywords: [
        settings.plan.name,
        settings.region.name,
        String(edition.year),
        'formation',
        'industrie',
        'maintenance',
      ],
      date: edition.publishedOn,
    },
  });
  const path = reportFile();
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), bytes);
  return new Map([[path, { pages, bytes: bytes.length }]]);
}

const describeFiles = (files: ReadonlyMap<string, FileSize>): string =>
  [...files].map(([path, size]) => `${path} (${describeFile(size)})`).join(', ');

/** Removes what was only there to be printed, writes sizes into the links, and checks every link. */
async function finish(folder: string, files: ReadonlyMap<string, FileSize>, { base }: Environment): Promise<string> {
  const pages = await htmlFiles(folder);
  for (const page of pages.filter((path) => /[\\/]imprimer[\\/]index\.html$/.test(path)))
    await rm(dirname(page), { recursive: true });
  await fillPdfLinks(folder, files);
  const problems = await checkSite(folder, base);
  if (problems.length > 0) throw new ProblemsError(problems);
  return `${formatInteger(pages.length - 1)} pages, liens vérifiés`;
}

/** Puts a whole folder in the place of another; the old one stays until the new one is there. */
async function replace(beside: string, out: string): Promise<void> {
  const old = `${out}.tmp-${process.pid}-ancien`;
  await rename(out, old).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  await rename(beside, out);
  await rm(old, { recursive: true, force: true });
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
