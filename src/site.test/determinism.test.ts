import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { copyFixture, digests, runCommand } from './run.ts';

let copy: Awaited<ReturnType<typeof copyFixture>>;
beforeEach(async () => {
  copy = await copyFixture();
});
afterEach(() => rm(copy.folder, { recursive: true, force: true }));

it('a second build, in another folder, time zone and locale, gives the same bytes, PDF included', async () => {
  const { code } = await runCommand('build', [], {
    ...copy.variables,
    TZ: 'Pacific/Auckland',
    LANG: 'tr_TR.UTF-8',
    LC_ALL: 'tr_TR.UTF-8',
  });
  expect(code).toBe(0);
  expect(await digests(join(copy.folder, 'dist'))).toEqual(await digests(inject('site')));
});

it('two builds at once, each in its folder, do not take each other’s pages', async () => {
  const folders = ['un', 'deux'].map((name) => join(copy.folder, name, 'dist'));
  const builds = await Promise.all(
    folders.map((BILAN_OUT) => runCommand('build', [], { ...copy.variables, BILAN_OUT, CHROMIUM_PATH: '/nulle/part' })),
  );
  expect(builds.map(({ code, stderr }) => [code, stderr])).toEqual([
    [0, ''],
    [0, ''],
  ]);
  const [one, two] = await Promise.all(folders.map(digests));
  expect(one).toEqual(two);
});
