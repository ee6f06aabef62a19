import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';

/** A browser that can print, and where it comes from, in French. */
export interface BrowserFound {
  readonly path: string;
  readonly origin: string;
  /** Folder of system libraries the machine lacks, or `null`. */
  readonly libraries: string | null;
}

const require = createRequire(import.meta.url);

/**
 * Finds a browser: `CHROMIUM_PATH`, then the one embedded in an npm package (Linux x64, unpacked once), then an
 * installed one. `null` when there is none.
 */
export async function findBrowser(
  variables: Readonly<Record<string, string | undefined>> = process.env,
): Promise<BrowserFound | null> {
  const wanted = variables.CHROMIUM_PATH;
  if (wanted) return existsSync(wanted) ? { path: wanted, origin: 'CHROMIUM_PATH', libraries: null } : null;
  const embedded = await unpackEmbedded();
  if (embedded) return embedded;
  const installed = INSTALLED[process.platform]?.find((path) => existsSync(path));
  return installed ? { path: installed, origin: 'navigateur installé', libraries: null } : null;
}

const WINDOWS_PROGRAMS = ['C:\\Program Files', 'C:\\Program Files (x86)'];
const INSTALLED: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/microsoft-edge',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: WINDOWS_PROGRAMS.flatMap((folder) => [
    `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
    `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`,
  ]),
};

/** The package of the embedded browser: its folder, and its version. */
function embeddedPackage(): { folder: string; version: string } | null {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const folder = join(dirname(require.resolve('@sparticuz/chromium')), '..');
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  return { folder, version };
}

/** Where the embedded browser is unpacked, once: beside the packages, by its version. */
export function embeddedFolder(): string | null {
  const found = embeddedPackage();
  return found && join(found.folder, '..', '..', '.cache', `chromium-${found.version}`);
}

async function unpackEmbedded(): Promise<BrowserFound | null> {
  const folder = embeddedFolder();
  if (!folder) return null;
  const path = join(folder, 'chromium');
  if (!existsSync(path)) await unpack(folder);
  return { path, origin: 'navigateur embarqué', libraries: join(folder, 'al2023', 'lib') };
}

/** Unpacks beside, then renames: a half-unpacked browser is never found, two builds at once do no harm. */
export async function unpack(folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const beside = await mkdtemp(`${folder}-`);
  const { inflate } = await import('@sparticuz/chromium');
  const archives = join(embeddedPackage()?.folder ?? '', 'bin');
  const temporary = process.env.TMPDIR;
  // The package unpacks into the system's temporary folder, under a name without version: this gives it one of ours.
  process.env.TMPDIR = beside;
  try {
    await Promise.all(['chromium.br', 'al2023.tar.br'].map((archive) => inflate(join(archives, archive))));
  } finally {
    if (temporary === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = temporary;
  }
  await rename(beside, folder).catch(() => rm(beside, { recursive: true, force: true }));
}

/** Flags that make text the same on every machine, and keep the browser from calling out. */
const FLAGS = [
  '--font-render-hinting=none',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--disable-lcd-text',
];

/** Starts a browser. Its own sandbox stays on, but for root, under whom it cannot start. */
export async function launch(found: BrowserFound): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  const root = process.platform === 'linux' && process.getuid?.() === 0;
  const libraries = [found.libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return chromium.launch({
    executablePath: found.path,
    chromiumSandbox: !root,
    args: FLAGS,
    env: {
      ...process.env,
      ...(libraries && process.platform === 'linux' ? { LD_LIBRARY_PATH: libraries } : {}),
    } as Record<string, string>,
  });
}

/**
 * Does some work with a browser, as long as it runs: once it has died, what it was asked may never be answered.
 * @throws Error in French when the browser is gone, whatever that did to the work
 */
export async function whileRunning<T>(browser: Browser, work: () => Promise<T>): Promise<T> {
  const gone = Promise.withResolvers<never>();
  const stop = (): void => gone.reject(new Error('the browser is gone'));
  browser.once('disconnected', stop);
  if (!browser.isConnected()) stop();
  try {
    return await Promise.race([work(), gone.promise]);
  } catch (cause) {
    throw browser.isConnected() ? cause : new Error('le navigateur s’est arrêté', { cause });
  } finally {
    browser.off('disconnected', stop);
  }
}

/**
 * Does some work in a page, whose process may die alone: the browser then only says, in English, that what it was asked
 * has failed.
 * @throws Error in French when the process of the page is gone
 */
export async function whileAlive<T>(page: Page, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const answers = await page.evaluate(() => true).catch(() => false);
    throw answers ? cause : new Error('la page en cours d’impression s’est arrêtée', { cause });
  }
}

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
