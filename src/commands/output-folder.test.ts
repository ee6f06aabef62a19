import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ProblemsError, UsageError } from '../problem.ts';
import { prepareOutput, replace } from './output-folder.ts';

let folder: string;
let out: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bilan-sortie-'));
  out = join(folder, 'public', 'dist');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function write(place: string, name: string, text = ''): Promise<void> {
  await mkdir(place, { recursive: true });
  await writeFile(join(place, name), text);
}

describe('the place of a site', () => {
  it('is a folder that is not there yet, whose parent is made', async () => {
    await prepareOutput(out);
    expect([existsSync(join(folder, 'public')), existsSync(out)]).toEqual([true, false]);
  });

  it.each(['.gitkeep', 'index.html'])('may hold %s', async (name) => {
    await write(out, name);
    await expect(prepareOutput(out)).resolves.toBeUndefined();
  });

  it('is refused when it holds something else, which the site would replace', async () => {
    await write(out, 'entrees.csv');
    const refusal = await prepareOutput(out).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(UsageError);
    expect(String(refusal).replace(out, '…')).toMatchInlineSnapshot(
      `"UsageError: BILAN_OUT : « … », que le site remplacerait, n’est ni un dossier vide, ni un site construit avant. Donnez-en un autre."`,
    );
    expect(await readdir(out)).toEqual(['entrees.csv']);
  });

  it('is refused when it is a file', async () => {
    await write(join(folder, 'public'), 'dist');
    await expect(prepareOutput(out)).rejects.toBeInstanceOf(UsageError);
  });
});

describe('a new site', () => {
  it('takes the place of the old one, of which nothing is left', async () => {
    await write(out, 'ancien.html');
    await write(`${out}.neuf`, 'index.html', 'neuf');
    await replace(`${out}.neuf`, out);
    expect(await readdir(out)).toEqual(['index.html']);
    expect(await readdir(join(folder, 'public'))).toEqual(['dist']);
  });

  it('that cannot be put in place leaves the old one there', async () => {
    await write(out, 'index.html', 'ancien');
    const failure = await replace(`${out}.neuf`, out).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ProblemsError);
    expect((failure as ProblemsError).problems.map(({ file, value, ...rest }) => rest)).toMatchInlineSnapshot(`
      [
        {
          "column": 1,
          "expected": "un dossier où l’on peut écrire, et que rien n’occupe",
          "line": 1,
          "message": "le site ne peut pas être mis à cette place ; celui qui y est n’a pas changé",
          "remedy": "fermez ce qui montre ce dossier, vérifiez vos droits, ou indiquez un autre dossier par la variable BILAN_OUT",
          "severity": "error",
        },
      ]
    `);
    expect(await readFile(join(out, 'index.html'), 'utf8')).toBe('ancien');
    expect(await readdir(join(folder, 'public'))).toEqual(['dist']);
  });
});
