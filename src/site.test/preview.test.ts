import { type ChildProcess, spawn } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { copyFixture, runCommand } from './run.ts';

const { visit } = useBrowser();
let copy: Awaited<ReturnType<typeof copyFixture>>;
let server: ChildProcess | undefined;
/** What the server has written to its terminal. */
let terminal = '';
beforeEach(async () => {
  terminal = '';
  copy = await copyFixture();
});
afterEach(async () => {
  server?.kill();
  await rm(copy.folder, { recursive: true, force: true });
});

/** A port nobody listens on. */
function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Starts a server of the project and opens one of its pages, once it says that it is ready. */
async function open(name: 'dev' | 'preview', path: string): Promise<Page> {
  const port = await freePort();
  // Astro's server answers nothing, and reloads no page, when it sees that it runs in a test.
  const child = spawn(process.execPath, [`scripts/${name}.ts`, `--port=${port}`], {
    env: { ...process.env, ...copy.variables, VITEST: undefined, NODE_ENV: undefined },
  });
  server = child;
  child.stderr.on('data', (chunk: Buffer) => (terminal += chunk));
  await new Promise((ready) => child.stdout.once('data', ready));
  return visit(`http://localhost:${port}${path}`);
}

async function change(path: string, edit: (text: string) => string): Promise<void> {
  const file = join(copy.folder, path);
  await writeFile(file, edit(await readFile(file, 'utf8')));
}

const shows = (page: Page, text: string) => page.getByText(text).first().waitFor({ timeout: 30_000 });

describe('npm run dev', () => {
  it('shows a changed sentence and a changed data file without a restart', async () => {
    const page = await open('dev', '/2024/essentiel/');
    await change('content/2024/00-essentiel.mdx', (text) => `${text}\nUne phrase de plus.\n`);
    await shows(page, 'Une phrase de plus.');
    await shows(page, '588');
    await change('data/entrees/2024.csv', (text) => text.split('\n').toSpliced(10, 8).join('\n'));
    await shows(page, '580');
  });

  it('shows a box in place of a chapter that does not compile, and the chapter again once it is mended', async () => {
    const page = await open('dev', '/2024/essentiel/');
    const file = join(copy.folder, 'content/2024/00-essentiel.mdx');
    const source = await readFile(file, 'utf8');
    await writeFile(file, `${source}\n<Encadre genre="retenir">\n`);
    await shows(page, 'Ce chapitre ne peut pas être lu');
    await writeFile(file, `${source}\nLe texte est revenu.\n`);
    await shows(page, 'Le texte est revenu.');
  });
});

describe('a mistake in the preview', () => {
  it('is said in the browser and in the terminal, in French, with its file, line and excerpt; mended, it goes', async () => {
    const page = await open('dev', '/2024/essentiel/');
    await change('content/2024/00-essentiel.mdx', (text) =>
      text.replace('<Chiffre de="entrees"', '<Chiffre de="entres"'),
    );
    await shows(page, 'indicateur inconnu');
    const said = await page.locator('.problems pre').first().textContent();
    for (const text of [said, terminal]) {
      expect(text).toContain('content/2024/00-essentiel.mdx:10:16  indicateur inconnu «\u00A0entres\u00A0»');
      expect(text).toContain('10 │ L’année compte <Chiffre de="entres" />');
      expect(text).toMatch(/│ {16}\^/);
    }
    await change('content/2024/00-essentiel.mdx', (text) =>
      text.replace('<Chiffre de="entres"', '<Chiffre de="entrees"'),
    );
    await page.locator('.problems').waitFor({ state: 'detached', timeout: 30_000 });
    expect(terminal).toContain('rien à corriger');
  });

  it('in a draft is said as well, though it stops nothing', async () => {
    const page = await open('dev', '/2024/essentiel/');
    const head = '---\ntitre: Essai\ndescription: D\nchapeau: C\nbrouillon: true\n---\n\n';
    await writeFile(join(copy.folder, 'content/2024/11-essai.mdx'), `${head}On a 33 % des sorties.\n`);
    await shows(page, 'nombre saisi à la main');
    await expect.poll(() => terminal, { timeout: 10_000 }).toContain('rien n’empêche de publier');
  });

  it('such as an image that is missing leaves the rest of the page', async () => {
    const page = await open('dev', '/2024/essentiel/');
    await change('content/2024/00-essentiel.mdx', (text) => `${text}\n![Un four](absente.jpg)\n`);
    await shows(page, '[à corriger');
    await shows(page, '588');
  });

  it('in the file of the edition keeps the last page, and says what has to be mended', async () => {
    const page = await open('dev', '/2024/essentiel/');
    await change('content/2024/edition.yaml', (text) => text.replace('statut: ', 'etat: '));
    await shows(page, 'clé absente');
    await shows(page, '588');
    await change('content/2024/edition.yaml', (text) => text.replace('etat: ', 'statut: '));
    await page.locator('.problems').waitFor({ state: 'detached', timeout: 30_000 });
  });
});

describe('a change saved while a page loads', () => {
  it('shows once the page listens, though only another window could be told', async () => {
    const other = await open('dev', '/2024/essentiel/');
    const page = await visit(other.url());
    let release = (): void => undefined;
    const listens = new Promise<void>((done) => {
      release = done;
    });
    await page.route('**/@vite/client*', (route) => listens.then(() => route.continue()));
    await page.reload({ waitUntil: 'commit' });
    await shows(page, '588');
    await change('content/2024/00-essentiel.mdx', (text) => `${text}\nUne phrase de plus.\n`);
    await expect.poll(() => terminal, { timeout: 30_000 }).toContain('rien à corriger');
    release();
    await shows(page, 'Une phrase de plus.');
  });
});

describe('npm run preview', () => {
  it('serves the built site', async () => {
    expect((await runCommand('build', [], copy.variables)).code).toBe(0);
    const page = await open('preview', '/2024/essentiel/');
    expect(await page.title()).toContain('[Démonstration]');
    await shows(page, '588');
  });
});
