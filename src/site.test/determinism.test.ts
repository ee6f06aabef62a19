import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { copyFixture, digests, runCommand } from './run.ts';

it('a second build, in another folder, time zone and locale, gives the same bytes, PDF included', async () => {
  const copy = await copyFixture();
  try {
    const { code } = await runCommand('build', [], {
      ...copy.variables,
      TZ: 'Pacific/Auckland',
      LANG: 'de_DE.UTF-8',
      LC_ALL: 'C',
    });
    expect(code).toBe(0);
    expect(await digests(join(copy.folder, 'dist'))).toEqual(await digests(inject('site')));
  } finally {
    await rm(copy.folder, { recursive: true, force: true });
  }
});
