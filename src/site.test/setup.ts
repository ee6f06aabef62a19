import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { runCommand } from './run.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The frozen edition, built once for all tests of the site. */
    site: string;
    /** What building it printed. */
    output: string;
  }
}

/** Builds the frozen edition once; every test of the site reads it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'bilan-site-'));
  const { code, stdout, stderr } = await runCommand('build', [], { BILAN_OUT: join(folder, 'dist') });
  if (code !== 0) throw new Error(`the frozen edition does not build:\n${stdout}\n${stderr}`);
  project.provide('site', join(folder, 'dist'));
  project.provide('output', stdout);
  return () => rm(folder, { recursive: true, force: true });
}
