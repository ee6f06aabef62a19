import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepRunning } from './keep-running.ts';

let folder: string;
let script: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bilan-running-'));
  script = join(folder, 'server.mjs');
  await mkdir(join(folder, 'styles'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A script that adds a line to a file each time it starts, then waits or ends. */
const write = (ending: string) =>
  writeFile(
    script,
    `import { appendFileSync } from 'node:fs'; appendFileSync(${JSON.stringify(join(folder, 'starts'))}, 'x'); ${ending}`,
  );
const starts = () =>
  readFile(join(folder, 'starts'), 'utf8').then(
    (text) => text.length,
    () => 0,
  );

describe('a server that is kept running', () => {
  it('starts again when code that it has loaded changes, and not for what it follows by itself', async () => {
    await write('setInterval(() => {}, 1000);');
    const running = keepRunning([script], folder, { err: () => {} });
    await vi.waitUntil(async () => (await starts()) === 1, 30_000);
    await writeFile(join(folder, 'styles', 'tokens.ts'), '1');
    await writeFile(join(folder, 'rate.ts'), '1');
    await vi.waitUntil(async () => (await starts()) === 2, 30_000);
    process.emit('SIGTERM');
    expect(await running).toBe(0);
    expect(await starts()).toBe(2);
  });

  it('ends with the code of a script that fails at once', async () => {
    await write('process.exit(2);');
    expect(await keepRunning([script], folder, { err: () => {} })).toBe(2);
  });
});
