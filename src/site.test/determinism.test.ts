import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { copyFixture, filesOf, runCommand } from './run.ts';

async function digests(folder: string): Promise<Record<string, string>> {
  const files = await filesOf(folder);
  return Object.fromEntries(
    await Promise.all(
      files.map(
        async (path) =>
          [
            path,
            createHash('sha256')
              .update(await readFile(join(folder, path)))
              .digest('hex'),
          ] as const,
      ),
    ),
  );
}

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
