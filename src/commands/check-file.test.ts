import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkCommand } from './check.ts';
import { execute } from './command.ts';

const FIXTURE = 'src/site.test/fixture';
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bilan-check-'));
});
afterEach(() => rm(folder, { recursive: true }));

const check = (...args: string[]) =>
  checkOn({ BILAN_DATA: `${FIXTURE}/data`, BILAN_CONTENT: `${FIXTURE}/content` }, ...args);

async function checkOn(variables: { BILAN_DATA: string; BILAN_CONTENT: string }, ...args: string[]) {
  const said = { out: '', err: '' };
  const code = await execute(checkCommand, args, variables, {
    out: (text) => {
      said.out += `${text}\n`;
    },
    err: (text) => {
      said.err += `${text}\n`;
    },
    interactive: false,
  });
  return { code, out: said.out.replaceAll(folder, '…'), err: said.err.replaceAll(folder, '…') };
}

/** A copy of the entries of 2024, changed line by line; line 0 is the header. */
async function fileOf(change: (line: string, index: number) => string, name = '2024.csv'): Promise<string> {
  const lines = (await readFile(`${FIXTURE}/data/entrees/2024.csv`, 'utf8')).trimEnd().split('\n');
  const file = join(folder, name);
  await writeFile(file, `${lines.map(change).join('\n')}\n`);
  return file;
}

describe('npm run check, for one file', { timeout: 30_000 }, () => {
  it('lets a sound file be filed', async () => {
    const { code, out, err } = await check(await fileOf((line) => line));
    expect({ code, out, err }).toMatchSnapshot();
  });

  it('knows by its header what a file of another name is', async () => {
    const { code, out } = await check(await fileOf((line) => line, 'extraction du 3 mars.csv'));
    expect(code).toBe(0);
    expect(out).toContain('588\u00A0lignes');
  });

  it('tells of what is wrong, against the files of the data folder too', async () => {
    const file = await fileOf((line, index) =>
      index === 3 ? line.replace(/,59\d{3},|,6\d{4},|,0\d{4},/, ',75056,') : line,
    );
    expect(await check(file)).toMatchSnapshot();
  });

  it('writes every fault in a CSV that a spreadsheet opens and does not run', async () => {
    const file = await fileOf((line, index) => (index > 0 && index <= 30 ? line.replace(/^[^,]*/, '=1+1') : line));
    const { code, out } = await check(file, '--csv');
    expect(code).toBe(1);
    expect(out).toBe('…/2024.defauts.csv\u00A0: 30\u00A0lignes à relire.\n');
    const csv = await readFile(join(folder, '2024.defauts.csv'), 'utf8');
    expect(csv.split('\n').slice(0, 3).join('\n').replaceAll(folder, '…')).toMatchSnapshot();
    expect(csv.trimEnd().split('\n')).toHaveLength(31);
  });

  it('counts the faults that are not listed, and says one of one', async () => {
    const some = await check(
      await fileOf((line, index) =>
        index > 0 && index <= 40 ? line.replace(',H,', ',Z,').replace(',F,', ',Z,') : line,
      ),
    );
    expect(some.err).toContain('(et 20 autres du même genre)');
    expect(some.err.trimEnd()).toMatch(/\n40 erreurs$/);
    const one = await check(
      await fileOf((line, index) => (index === 1 ? line.replace(/^[^,]*/, '=1+1') : line)),
      '--csv',
    );
    expect(one.out).toBe('…/2024.defauts.csv\u00A0: 1\u00A0ligne à relire.\n');
  });

  it('refuses a file for what names a person, before anything else, in whatever column', async () => {
    const file = await fileOf((line, index) => `${line},${index === 0 ? 'obs' : `p${index}@exemple.fr`}`);
    const { code, err } = await check(file);
    expect([code, err]).toMatchSnapshot();
  });

  it('gives every line that holds such a cell in the CSV, and never the cell', async () => {
    const file = await fileOf((line, index) =>
      index === 3 || index === 7 ? line.replace('industrie', '1850578006084') : line,
    );
    expect((await check(file, '--csv')).err).toMatchSnapshot();
    const csv = await readFile(join(folder, '2024.defauts.csv'), 'utf8');
    expect(csv).not.toContain('1850578006084');
    expect(csv.replaceAll(folder, '…')).toMatchSnapshot();
  });

  it('judges rows even when a column is unknown', async () => {
    const file = await fileOf((line, index) =>
      index === 0 ? `${line},obs` : `${index === 5 ? line.replace(/,2024-\d\d-\d\d,/, ',08/13/2024,') : line},vu`,
    );
    expect((await check(file)).err).toMatchSnapshot();
  });

  it('says what was mended, and how the file was read when it is asked', async () => {
    const file = await fileOf((line) => line.replaceAll(/(\d{4})-(\d\d)-(\d\d)/g, '$3/$2/$1'));
    const { code, out } = await check(file, '--rapport');
    expect(code).toBe(0);
    expect(out).toMatchSnapshot();
  });

  it('tells of a file that is not there', async () => {
    expect(await check(join(folder, '2024.csv'))).toMatchSnapshot();
  });

  it('asks for one file, and only one', async () => {
    expect(await check('--csv')).toMatchSnapshot();
    expect((await check('a.csv', 'b.csv')).code).toBe(2);
  });
});

describe('npm run check -- --nettoyer', { timeout: 30_000 }, () => {
  it('writes a copy with the columns of the schema only, that may then be filed', async () => {
    const file = await fileOf(
      (line, index) => `${line},${index === 0 ? 'Prénom,Téléphone' : 'Camille,06 12 34 56 78'}`,
    );
    const before = await check(file);
    expect(before.code).toBe(1);
    expect(before.err).toMatchSnapshot();
    expect(await check('--nettoyer', file)).toMatchSnapshot();
    const copy = join(folder, '2024.propre.csv');
    expect(await readFile(copy, 'utf8')).not.toContain('Camille');
    const after = await check(copy);
    expect(after.code).toBe(0);
    expect(after.err).toBe('');
  });

  it('leaves out rows whose cells may stand in the wrong columns, and says so', async () => {
    const file = await fileOf((line, index) => (index === 2 ? `Camille,${line}` : line));
    const { out } = await check('--nettoyer', file);
    expect(out).toContain('Lignes écartées, mal coupées\u00A0: 1.');
    expect(await readFile(join(folder, '2024.propre.csv'), 'utf8')).not.toContain('Camille');
  });

  it('repeats no header that is itself a value of a person', async () => {
    const file = await fileOf((line, index) => `${line},${index === 0 ? 'camille@exemple.fr' : 'x'}`);
    const { code, out } = await check('--nettoyer', file);
    expect(code).toBe(0);
    expect(out).toContain('Colonnes retirées\u00A0: (nom non répété\u00A0: donnée personnelle).');
  });

  it('says that a folder is no file', async () => {
    const { code, err } = await check('--nettoyer', folder);
    expect(code).toBe(1);
    expect(err).toContain('fichier impossible à ouvrir');
  });

  it('says what is wrong with a file that cannot be read, and writes nothing', async () => {
    const file = join(folder, '2024.csv');
    await writeFile(file, Buffer.from('504b0304', 'hex'));
    const { code, err } = await check('--nettoyer', file);
    expect(code).toBe(1);
    expect(err).toContain('fichier qui n’est pas un CSV');
    expect(await readdir(folder)).toEqual(['2024.csv']);
  });
});

describe('npm run check, when data are refused', { timeout: 30_000 }, () => {
  const checkData = async (change: (text: string) => string): Promise<string> => {
    const data = join(folder, 'data');
    await cp(`${FIXTURE}/data`, data, { recursive: true });
    const file = join(data, 'entrees', '2024.csv');
    await writeFile(file, change(await readFile(file, 'utf8')));
    // Beside the data: problems are told in the order of whole paths.
    const content = join(folder, 'content');
    await cp(`${FIXTURE}/content`, content, { recursive: true });
    return (await checkOn({ BILAN_DATA: data, BILAN_CONTENT: content })).err;
  };

  it('holds no text against a file that a personal column shuts out', async () => {
    expect(await checkData((text) => text.replaceAll('\n', ',DUPONT\n').replace(',DUPONT', ',nom'))).toMatchSnapshot();
  });

  it('does not ask to explain a published figure that a bad row changes', async () => {
    expect(await checkData((text) => text.replace(/,2024-\d\d-\d\d,/, ',08/13/2024,'))).toMatchSnapshot();
  });
});

describe('npm run check -- --rapport', { timeout: 30_000 }, () => {
  it('says how each file was read, and which months it covers', async () => {
    const { code, out } = await check('--rapport');
    expect(code).toBe(0);
    expect(out.split(/\n12\u00A0fichiers/)[0]).toMatchSnapshot();
  });
});
