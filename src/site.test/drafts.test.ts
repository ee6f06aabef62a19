import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyFixture, filesOf, runCommand } from './run.ts';

let copy: Awaited<ReturnType<typeof copyFixture>>;
beforeEach(async () => {
  copy = await copyFixture();
});
afterEach(() => rm(copy.folder, { recursive: true, force: true }));

const DRAFT = `---
titre: Un secret de fabrication
description: Rien encore
chapeau: Rien encore non plus.
brouillon: true
---

## À venir

On y compte <Chiffre de="entrees" bassin="valenciennes" mois="2024-03" repli="peu" /> entrées, et 4 321 boulons.
`;
const write = (name: string, text: string) => writeFile(join(copy.folder, 'content/2024', name), text);
/** Every byte of a built folder, PDFs aside: they are compressed, and printed from these pages. */
const wordsOf = async (folder: string): Promise<string> =>
  (await Promise.all((await filesOf(folder)).map((path) => readFile(join(folder, path), 'utf8')))).join('\n');
const build = (...args: string[]) => runCommand('build', args, { ...copy.variables, CHROMIUM_PATH: '/nulle/part' });

describe('a draft', () => {
  it('is in proofs, and nowhere in what is published; what is wrong with it stops nothing', async () => {
    await write('03-secret.mdx', DRAFT);
    const { code, stderr } = await build();
    expect(code).toBe(0);
    expect(stderr).toContain('03-secret.mdx:10:99  avertissement\u00A0: nombre saisi à la main');
    const words = await wordsOf(join(copy.folder, 'dist'));
    expect([words.includes('secret de fabrication'), words.includes('/secret/')]).toEqual([false, false]);
    expect((await build('--epreuve')).code).toBe(0);
    expect((await wordsOf(join(copy.folder, 'epreuve'))).includes('Un secret de fabrication')).toBe(true);
  });

  it('is not linked to from what is published', async () => {
    await write('03-secret.mdx', DRAFT);
    await write(
      '02-methode.mdx',
      `${await readFile(join(copy.folder, 'content/2024/02-methode.mdx'), 'utf8')}\n[Suite](03-secret.mdx)\n`,
    );
    const { code, stderr } = await runCommand('check', [], copy.variables);
    expect(code).toBe(1);
    expect(stderr).toContain('lien vers un brouillon, 03-secret.mdx');
  });
});

describe('an edition that is being proof-read', () => {
  it('is not built, and says what to write once it is read', async () => {
    const file = join(copy.folder, 'content/2024/edition.yaml');
    await writeFile(file, `${await readFile(file, 'utf8')}\netat: epreuve\n`);
    const { code, stderr } = await build();
    expect(code).toBe(1);
    expect(stderr.replaceAll(copy.folder, '…')).toMatchInlineSnapshot(`
      "…/content/2024/edition.yaml:1:1  édition à l’état d’épreuve
          attendu  : etat: publiable
          à faire  : relisez-la avec npm run build -- --epreuve, puis écrivez etat: publiable

      1 erreur
      "
    `);
  });
});
