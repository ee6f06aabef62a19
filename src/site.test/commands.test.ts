import { existsSync } from 'node:fs';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { copyFixture, digests, filesOf, runCommand } from './run.ts';

let copy: Awaited<ReturnType<typeof copyFixture>>;
beforeEach(async () => {
  copy = await copyFixture();
});
afterEach(() => rm(copy.folder, { recursive: true, force: true }));

const run = (name: string, ...args: string[]) => runCommand(name, args, copy.variables);
async function change(path: string, edit: (text: string) => string): Promise<void> {
  const file = join(copy.folder, path);
  await writeFile(file, edit(await readFile(file, 'utf8')));
}
/** Messages without the folder of this test. */
const plain = (text: string): string => text.replaceAll(copy.folder, '…');

describe('npm run build', () => {
  it('says in French what it did', () => {
    expect(
      inject('output')
        .replaceAll(/ +\d+,\d\d\u202Fs/g, '  0,00\u202Fs')
        .replaceAll(/\d+\u00A0pages?, \d+\u202Fko/g, '…')
        .replaceAll(/\d+ pages/g, '… pages')
        .replace(/dans .*/, 'dans …')
        .replace(/navigateur.*/, 'navigateur …'),
    ).toMatchSnapshot();
  });

  it('leaves the last good site untouched when something is wrong', async () => {
    await writeFile(join(copy.folder, 'marque.txt'), '');
    expect((await run('build')).code).toBe(0);
    const before = await filesOf(join(copy.folder, 'dist'));
    await change('content/2024/00-essentiel.mdx', (text) => text.replace('de="entrees"', 'de="entres"'));
    const { code, stdout, stderr } = await run('build');
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(plain(stderr)).toMatchSnapshot();
    expect(await filesOf(join(copy.folder, 'dist'))).toEqual(before);
    expect((await filesOf(copy.folder)).filter((path) => path.includes('tmp-'))).toEqual([]);
  });

  it('builds the site without PDF, and says so, where there is no browser', async () => {
    const { code, stdout } = await runCommand('build', [], { ...copy.variables, CHROMIUM_PATH: '/nulle/part' });
    expect(code).toBe(0);
    expect(stdout).toContain('Pas de navigateur');
    const files = await filesOf(join(copy.folder, 'dist'));
    expect(files.filter((path) => /\.(?:pdf|png)$/.test(path))).toEqual([]);
    for (const path of files.filter((name) => name.endsWith('.html')))
      expect(await readFile(join(copy.folder, 'dist', path), 'utf8'), path).not.toMatch(/\.png|>PNG</);
    const html = await readFile(join(copy.folder, 'dist/2024/essentiel/index.html'), 'utf8');
    expect(html).not.toContain('.pdf');
    expect(html.split('npm run pdf')).toHaveLength(2);
    expect(html).not.toMatch(/navigateur\.\s*\./);
    const pdf = await runCommand('pdf', [], { ...copy.variables, CHROMIUM_PATH: '/nulle/part' });
    expect(pdf.code).toBe(1);
    expect(plain(pdf.stderr)).toMatchSnapshot();
  });

  it('leaves the site untouched when printing fails', async () => {
    const broken = join(copy.folder, 'chromium');
    await writeFile(broken, '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    const { code, stderr } = await runCommand('build', [], { ...copy.variables, CHROMIUM_PATH: broken });
    expect(code).toBe(1);
    expect(plain(stderr)).toMatchSnapshot();
    expect(existsSync(join(copy.folder, 'dist'))).toBe(false);
  });
});

describe('npm run check', () => {
  it('says that nothing has to be mended', async () => {
    const { code, stdout, stderr } = await run('check');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatchSnapshot();
  });

  it('names the published number that the data no longer give', async () => {
    await change('data/entrees/2024.csv', (text) => text.split('\n').toSpliced(10, 100).join('\n'));
    const { code, stderr } = await run('check');
    expect(code).toBe(1);
    expect(plain(stderr)).toMatchSnapshot();
  });

  it('lists every problem of data and content in one run, in the order of their places', async () => {
    await change('data/places.csv', (text) => text.replace('lens', 'lense'));
    await change('content/2024/01-ou-l-on-forme.mdx', (text) =>
      text.replace('00-essentiel.mdx', '00-essentiels.mdx').replace('<Carte', '<Cartes'),
    );
    await change('content/2024/02-methode.mdx', (text) => text.replace('titre: Méthode', 'titre: Méthode : essai'));
    const { code, stderr } = await run('check');
    expect(code).toBe(1);
    expect(plain(stderr)).toMatchSnapshot();
  });
});

describe('npm run figures', () => {
  it('prints one JSON document and nothing else', async () => {
    const { code, stdout, stderr } = await run('figures', '--json');
    expect([code, stderr]).toEqual([0, '']);
    const document = JSON.parse(stdout) as { figures: Record<string, unknown>[] };
    expect({ ...document, figures: document.figures.slice(0, 1) }).toMatchInlineSnapshot(`
      {
        "cutOff": "2025-08-31",
        "edition": "2024",
        "editionStatus": "demonstration",
        "figures": [
          {
            "denominator": null,
            "id": "entrees[annee=2023]",
            "indicator": "entrees",
            "numerator": null,
            "origin": "simule",
            "period": "2023-01-01/2023-12-31",
            "slice": {
              "annee": 2023,
            },
            "status": "definitif",
            "unit": "entrées",
            "value": 565,
          },
        ],
      }
    `);
  });

  it('filters by words, and computes what is not published', async () => {
    expect((await run('figures', 'achèvement', 'lens', '2024')).stdout).toMatchSnapshot();
    expect((await run('figures', 'entrees', 'bassin=lens', 'sexe=F')).stdout).toContain('[non publié]');
  });

  it('writes to a file', async () => {
    const file = join(copy.folder, 'chiffres.json');
    const { stdout } = await run('figures', '--json', `--sortie=${file}`);
    expect(stdout).toBe('');
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ edition: '2024' });
  });

  it.each([
    ['--jsn'],
    ['--sortie'],
    ['--sortie=absent/chiffres.json'],
    ['entrees', 'bassin=douai'],
    ['entrees', 'annee=1999'],
  ])('refuses %s %s as wrong usage', async (...args) => {
    const { code, stdout, stderr } = await run('figures', ...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatchSnapshot();
  });
});

describe.each(['build', 'pdf', 'publish-figures', 'preview', 'dev', 'demo-data', 'dictionary'])(
  'npm run %s',
  (name) => {
    it('refuses a word it does not know', async () => {
      const { code, stdout, stderr } = await run(name, 'x');
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain('mot inattendu «\u00A0x\u00A0»');
    });
  },
);

describe('npm run demo-data', () => {
  it('never takes the place of the records of a real edition', async () => {
    await change('content/2024/edition.yaml', (text) => text.replace('statut: demonstration', 'statut: provisoire'));
    const before = await digests(join(copy.folder, 'data'));
    const { code, stdout, stderr } = await run('demo-data');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('n’est pas une démonstration');
    expect(await digests(join(copy.folder, 'data'))).toEqual(before);
  });
});

describe('npm run preview', () => {
  it('asks for a build when there is no site', async () => {
    const { code, stdout, stderr } = await run('preview');
    expect([code, stdout, plain(stderr)]).toMatchSnapshot();
  });
});

describe('a proof', () => {
  it('is made whatever is wrong, beside the site, and says so on every page', async () => {
    await change('content/2024/00-essentiel.mdx', (text) =>
      text.replace('de="entrees" annee="2023"', 'de="entrees" annee="2019"'),
    );
    await change('content/2024/01-ou-l-on-forme.mdx', (text) => `${text}\n<Encadre genre="retenir">\n`);
    await change('data/publies.csv', (text) => text.replace('588', '600'));
    const { code } = await run('build', '--epreuve');
    expect(code).toBe(0);
    const proof = join(copy.folder, 'epreuve');
    expect(existsSync(join(copy.folder, 'dist'))).toBe(false);
    for (const path of (await filesOf(proof)).filter((name) => name.endsWith('.html'))) {
      const html = await readFile(join(proof, path), 'utf8');
      expect(html, path).toContain('ÉPREUVE – NE PAS DIFFUSER');
      expect(html, path).toContain('noindex');
      expect(html, path).toContain('problèmes à regarder avant publication');
    }
    expect(await readFile(join(proof, '2024/essentiel/index.html'), 'utf8')).toContain(
      '[à corriger : période hors du plan]',
    );
    expect(await readFile(join(proof, '2024/ou-l-on-forme/index.html'), 'utf8')).toContain(
      'Ce chapitre ne peut pas être lu',
    );
  });

  it('tells of links into a chapter that cannot be shown, and is made all the same', async () => {
    await writeFile(join(copy.folder, 'data/publies.csv'), '');
    const { code, stdout, stderr } = await run('build', '--epreuve');
    expect(code).toBe(0);
    expect(stdout).toMatch(/\d\u00A0liens? à corriger/);
    expect(stderr).toContain('lien vers une ancre qui n’existe pas');
  });

  it('gives a sheet that does not hold the pages it needs, where a build would be refused', async () => {
    const long = 'Une phrase qui se répète et ne dit rien de plus que la précédente. '.repeat(12);
    await change('content/2024/00-essentiel.mdx', (text) => `${text}${`\n${long}\n`.repeat(12)}`);
    await rm(join(copy.folder, 'data/entrees/2023.csv'));
    const proof = await run('build', '--epreuve');
    expect(proof.code).toBe(0);
    expect(proof.stderr).toContain('l’épreuve lui en donne d’autres');
    expect(proof.stdout).toMatch(/synthese\.pdf \(PDF, [2-9]\u00A0pages/);
    await cp('src/site.test/fixture/data/entrees/2023.csv', join(copy.folder, 'data/entrees/2023.csv'));
    const { code, stderr } = await run('build');
    expect(code).toBe(1);
    expect(plain(stderr)).toMatchSnapshot();
  });

  it('never reads a file with personal data', async () => {
    await change('data/entrees/2023.csv', (text) => text.replace('industrie', 'une.personne@exemple.fr'));
    expect((await run('build', '--epreuve')).code).toBe(0);
    for (const path of await filesOf(join(copy.folder, 'epreuve'))) {
      expect(await readFile(join(copy.folder, 'epreuve', path), 'latin1'), path).not.toContain('une.personne');
    }
  });
});
