import { execFileSync, spawn } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findBrowser } from '../print/browser.ts';
import { copyFixture, filesOf, runCommand } from './run.ts';

let copy: Awaited<ReturnType<typeof copyFixture>>;
beforeAll(async () => {
  copy = await copyFixture();
});
afterAll(() => rm(copy.folder, { recursive: true, force: true }));

/** What is killed amid printing: the browser, or the processes in which it draws pages. */
const VICTIMS = {
  browser: 'echo $browser',
  page: "ps -A -o pid=,pgid=,args= | awk -v group=$$ '$2 == group && /--type=renderer/ { print $1 }'",
};

/** A browser that works until the first PDF is written, then loses a part of it; it notes its process group before. */
async function mortalBrowser(victims: string): Promise<string> {
  const found = await findBrowser({});
  if (!found) throw new Error('these tests need a browser: see the README');
  const path = join(copy.folder, 'chromium');
  const script = [
    '#!/bin/sh',
    `echo $$ > '${copy.folder}/group'`,
    ...(found.libraries ? [`export LD_LIBRARY_PATH='${found.libraries}'`] : []),
    `'${found.path}' "$@" &`,
    'browser=$!',
    `until ls '${copy.folder}'/dist.tmp-*/pdf/*.pdf > '${copy.folder}/seen' 2>&1; do`,
    '  kill -0 $browser || exit 0',
    '  sleep 0.01',
    'done',
    `kill -9 $(${victims})`,
    'wait $browser',
  ];
  await writeFile(path, script.join('\n'), { mode: 0o755 });
  return path;
}

/** Processes of a group that still run. */
const runningIn = (group: string): string[] =>
  execFileSync('ps', ['-A', '-o', 'pgid=,stat=,args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.trim().startsWith(`${group} `) && !line.trim().split(/\s+/)[1]?.startsWith('Z'));

it.each([
  ['a browser', VICTIMS.browser],
  ['the process of a page', VICTIMS.page],
])('%s that dies amid printing leaves the site as it was, a message that helps, and no process', async (_, victims) => {
  await mkdir(join(copy.folder, 'dist'), { recursive: true });
  await writeFile(join(copy.folder, 'dist/index.html'), 'le site en place');
  const path = await mortalBrowser(victims);
  const { code, stdout, stderr } = await runCommand('build', [], { ...copy.variables, CHROMIUM_PATH: path });
  expect(code).toBe(1);
  // Printing had begun: the cards and pictures, which come before, were drawn.
  expect(stdout).toContain('Images');
  expect(stdout).not.toContain('Contrôle');
  expect(await readFile(join(copy.folder, 'seen'), 'utf8')).toContain('.pdf');
  expect(stderr.replaceAll(copy.folder, '…').replaceAll(/[\u00A0\u202F]/g, ' ')).toMatchSnapshot();
  expect(await filesOf(join(copy.folder, 'dist'))).toEqual(['index.html']);
  expect(await readFile(join(copy.folder, 'dist/index.html'), 'utf8')).toBe('le site en place');
  expect((await filesOf(copy.folder)).filter((file) => file.includes('tmp-'))).toEqual([]);
  expect(runningIn((await readFile(join(copy.folder, 'group'), 'utf8')).trim())).toEqual([]);
});

it('a build that is stopped by Ctrl-C leaves nothing beside the site', async () => {
  const folder = join(copy.folder, 'arret');
  const child = spawn(process.execPath, ['scripts/build.ts'], {
    env: { ...process.env, ...copy.variables, BILAN_OUT: join(folder, 'dist') },
  });
  const ended = new Promise((done) => child.once('close', done));
  await expect.poll(() => readdir(folder), { timeout: 60_000, interval: 10 }).toEqual([`dist.tmp-${child.pid}`]);
  child.kill('SIGINT');
  expect(await ended).toBe(130);
  expect(await readdir(folder)).toEqual([]);
});
