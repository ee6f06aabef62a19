import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { type CommandResult, copyFixture, digests, runCommand } from './run.ts';

/** The frozen edition with its figures file; a test changes a copy of it. */
let published: Awaited<ReturnType<typeof copyFixture>>;
let publishing: CommandResult;
let folder: string;
let variables: Record<string, string>;
beforeAll(async () => {
  published = await copyFixture();
  publishing = await runCommand('publish-figures', [], published.variables);
});
afterAll(() => rm(published.folder, { recursive: true, force: true }));
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bilan-figures-'));
  await cp(published.folder, folder, { recursive: true });
  variables = {
    BILAN_DATA: join(folder, 'data'),
    BILAN_CONTENT: join(folder, 'content'),
    BILAN_OUT: join(folder, 'dist'),
  };
  return () => rm(folder, { recursive: true, force: true });
});

const FILE = 'content/2024/figures.json';
const withoutRecords = () => rm(join(folder, 'data/entrees'), { recursive: true });
async function change(path: string, edit: (text: string) => string): Promise<void> {
  const text = await readFile(join(folder, path), 'utf8');
  expect(edit(text), path).not.toBe(text);
  await writeFile(join(folder, path), edit(text));
}
async function check() {
  const { code, stdout, stderr } = await runCommand('check', [], variables);
  return { code, said: `${stdout}${stderr}`.replaceAll(folder, '…') };
}
/** The same, whatever number of lines stand before the figures. */
async function checkAnywhere() {
  const { code, said } = await check();
  return { code, said: said.replaceAll(/figures\.json:\d+:/g, 'figures.json:…:') };
}

describe('the figures file', () => {
  it('holds no record, and no number that is withheld', async () => {
    const text = await readFile(join(folder, FILE), 'utf8');
    const records = (await readFile(join(folder, 'data/entrees/2024.csv'), 'utf8')).trim().split('\n').slice(1);
    for (const record of records) expect(text).not.toContain(record.split(',', 1)[0]);
    const { figures } = JSON.parse(text) as { figures: { status: string; value: unknown; numerator: unknown }[] };
    const withheld = figures.filter(({ status }) => status === 'secret');
    expect(withheld.length).toBeGreaterThan(100);
    for (const { value, numerator } of withheld) expect([value, numerator]).toEqual([null, null]);
  });

  it('builds the same site as the records, byte for byte, PDF included', async () => {
    await withoutRecords();
    const { code, stdout, stderr } = await runCommand('build', [], variables);
    expect(stdout).toContain('figures.json tient lieu des entrées, non lues');
    expect([code, stderr]).toEqual([0, expect.not.stringContaining('erreur')]);
    expect(await digests(join(folder, 'dist'))).toEqual(await digests(inject('site')));
  });

  it('is written the same when it is written again, and agrees with the records', async () => {
    expect(publishing).toEqual({ code: 0, stderr: '', stdout: expect.stringMatching(/^[\d\u202F]+ chiffres, dont/) });
    const text = await readFile(join(folder, FILE), 'utf8');
    expect((await check()).code).toBe(0);
    expect((await runCommand('publish-figures', [], variables)).code).toBe(0);
    expect(await readFile(join(folder, FILE), 'utf8')).toBe(text);
  });

  it('is not written when the data are refused, published figures included', async () => {
    const text = await readFile(join(folder, FILE), 'utf8');
    await change('data/publies.csv', (rows) => rows.replace('annee=2024,588,entrées', 'annee=2024,700,entrées'));
    const { code, stdout, stderr } = await runCommand('publish-figures', [], variables);
    expect({ code, said: `${stdout}${stderr}`.replaceAll(folder, '…') }).toMatchSnapshot();
    expect(await readFile(join(folder, FILE), 'utf8')).toBe(text);
  });

  it('is not written without records', async () => {
    await withoutRecords();
    const { code, stdout, stderr } = await runCommand('publish-figures', [], variables);
    expect({ code, said: `${stdout}${stderr}`.replaceAll(folder, '…') }).toMatchSnapshot();
  });

  it('is refused, figure by figure, when the records say something else', async () => {
    await change(FILE, (text) =>
      text
        .replace(/("id":"entrees\[annee=2023\]".*"value":)\d+/, '$1560')
        .replace(/("id":"taux_achevement\[annee=2024\]".*"numerator":)\d+/, '$11')
        .replace('"months":[6,7]', '"months":[1,7]'),
    );
    expect(await checkAnywhere()).toMatchSnapshot();
    const lines = (await readFile(join(folder, FILE), 'utf8')).split('\n');
    const line = lines.findIndex((text) => text.startsWith('{"id":"taux_achevement[annee=2024]"')) + 1;
    expect((await check()).said).toContain(`figures.json:${line}:1 `);
  });

  it('is refused when it is of other settings or files, or not whole', async () => {
    await withoutRecords();
    await change('data/reglages.yaml', (text) => text.replace('effectif_minimal: 1', 'effectif_minimal: 6'));
    await change('data/attractivite.csv', (text) => text.trimEnd().split('\n').slice(0, -1).join('\n'));
    await change(FILE, (text) =>
      text
        .replace(/\{"id":"participants\[annee=2025\]".*\n/, '')
        .replace('Nombre d’entrées en formation', 'Nombre d’entrées'),
    );
    expect(await checkAnywhere()).toMatchSnapshot();
  });

  it('is refused, with the place, when it cannot be read', async () => {
    await withoutRecords();
    await change(FILE, (text) => text.replace('"status":"definitif"', '"status":"sûr"'));
    expect(await checkAnywhere()).toMatchSnapshot();
    await change(FILE, (text) => text.slice(0, 5000));
    expect((await checkAnywhere()).said).toMatchSnapshot();
  });

  it('is asked for when there are no records', async () => {
    await withoutRecords();
    await rm(join(folder, FILE));
    expect(await check()).toMatchSnapshot();
  });

  it('is said to stand in place of the records', async () => {
    await withoutRecords();
    expect((await check()).said).toMatchSnapshot();
    const { stdout } = await runCommand('check', ['--rapport'], variables);
    expect(stdout).toContain('2023.csv, 2024.csv, 2025.csv\u00A0: non lus, d’après figures.json');
    expect(stdout).not.toContain('Entrées par mois');
  });

  it('answers for what is published, and for nothing else', async () => {
    await withoutRecords();
    expect((await runCommand('figures', ['entrees', 'bassin=lens'], variables)).stdout).toContain(
      'entrees[annee=2024,bassin=lens]',
    );
    const { code, stderr } = await runCommand('figures', ['entrees', 'bassin=lens', 'sexe=F'], variables);
    expect([code, stderr]).toEqual([2, expect.stringContaining('aucun tableau publié ne contient cette tranche')]);
  });
});

describe('npm run figures -- diff', () => {
  const diff = (...args: string[]) => runCommand('figures', ['diff', ...args], variables);

  it('lists the figures that differ, in the terminal and in Markdown', async () => {
    const old = join(folder, 'ancien.json');
    await cp(join(folder, FILE), old);
    await change(FILE, (text) =>
      text
        .replace(/("id":"entrees\[annee=2023\]".*"value":)\d+/, '$1560')
        .replace(/("id":"taux_issue_positive_evolution\[annee=2024\]".*"value":[-\d.]+)/, '$11')
        .replace(/\{"id":"places\[annee=2022\]".*\n/, ''),
    );
    const now = join(folder, FILE);
    const plain = await diff(old, now);
    expect(plain.code).toBe(1);
    expect(plain.stdout).toMatchSnapshot();
    const file = join(folder, 'ecarts.md');
    const { code, stdout } = await diff('--markdown', `--sortie=${file}`, old, now);
    expect([code, stdout]).toEqual([1, '']);
    expect((await readFile(file, 'utf8')).replaceAll(folder, '…')).toMatchSnapshot();
    const same = await diff(now, now);
    expect([same.code, same.stdout]).toEqual([0, 'Aucun écart.\n']);
  });

  it('compares the file of the edition, or another, with what the records give when it is told no more', async () => {
    expect((await diff()).stdout).toBe('Aucun écart.\n');
    const old = join(folder, 'ancien.json');
    await cp(join(folder, FILE), old);
    await change('ancien.json', (text) => text.replace(/("id":"entrees\[annee=2023\]".*"value":)\d+/, '$1560'));
    expect((await diff(old)).stdout).toMatchSnapshot();
  });

  it('lists the faults of refused data, and no difference', async () => {
    await change('data/entrees/2024.csv', (text) => text.replace('industrie', '1850578006084'));
    const { code, stdout, stderr } = await diff();
    expect([code, stdout, stderr.replaceAll(folder, '…')]).toMatchSnapshot();
  });

  it('says how the figures file of the edition is made, when there is none', async () => {
    await rm(join(folder, FILE));
    const { code, stdout, stderr } = await diff();
    expect([code, stdout, stderr.replaceAll(folder, '…')]).toMatchSnapshot();
  });

  it('sets thousands apart', async () => {
    await change(FILE, (text) =>
      text.replace(/("id":"taux_achevement\[annee=2024\]".*"numerator":)\d+(,"denominator":)\d+/, '$13002$23358'),
    );
    expect((await diff()).stdout).toContain('(3\u202F002 sur 3\u202F358)');
  });

  it('asks for files of figures, two at the most', async () => {
    expect(await diff('un.json', 'deux.json', 'trois.json')).toMatchSnapshot();
    const { code, stderr } = await diff(join(folder, FILE), join(folder, 'data/reglages.yaml'));
    expect([code, stderr.replaceAll(folder, '…')]).toMatchSnapshot();
  });
});
