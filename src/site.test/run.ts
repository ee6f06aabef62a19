import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const FIXTURE = resolve('src/site.test/fixture');

export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one of the commands as npm would, on the frozen data and content unless told otherwise. */
export function runCommand(
  name: string,
  args: readonly string[] = [],
  variables: Readonly<Record<string, string>> = {},
): Promise<CommandResult> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [`scripts/${name}.ts`, ...args], {
      env: {
        ...process.env,
        BILAN_DATA: join(FIXTURE, 'data'),
        BILAN_CONTENT: join(FIXTURE, 'content'),
        NO_COLOR: '1',
        ...variables,
      },
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk));
    child.on('close', (code) => done({ code: code ?? -1, stdout, stderr }));
  });
}

/** A copy of the frozen data and content that a test may change. */
export async function copyFixture(): Promise<{ folder: string; variables: Record<string, string> }> {
  const folder = await mkdtemp(join(tmpdir(), 'bilan-copy-'));
  await cp(FIXTURE, folder, { recursive: true });
  return {
    folder,
    variables: {
      BILAN_DATA: join(folder, 'data'),
      BILAN_CONTENT: join(folder, 'content'),
      BILAN_OUT: join(folder, 'dist'),
    },
  };
}

/** Every file of a folder, by its path inside it. */
export async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
}

/** SHA-256 of every file of a folder, by its path inside it. */
export async function digests(folder: string): Promise<Record<string, string>> {
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
