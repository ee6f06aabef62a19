import { renameSync, rmSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Problem, ProblemsError, UsageError } from '../problem.ts';

/**
 * Makes the folder that an output stands in. What is there already has to be an earlier site, since the new one takes
 * its place.
 * @throws UsageError when it is something else
 * @throws ProblemsError when nothing can be written there
 */
export async function prepareOutput(out: string): Promise<void> {
  const names = await readdir(out).catch(({ code }: NodeJS.ErrnoException) => (code === 'ENOTDIR' ? [out] : []));
  const isSite = names.includes('index.html') || names.every((name) => name.startsWith('.'));
  if (!isSite)
    throw new UsageError(
      `BILAN_OUT\u00A0: «\u00A0${out}\u00A0», que le site remplacerait, n’est ni un dossier vide, ni un site construit avant. Donnez-en un autre.`,
    );
  await explained(out, () => mkdir(dirname(out), { recursive: true }));
}

/** Moves a folder, from one disk to another if need be. */
export async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await cp(from, to, { recursive: true });
    await rm(from, { recursive: true });
  }
}

/**
 * Puts a whole folder in the place of another, which stays, or comes back, when that fails.
 * @throws ProblemsError when the place cannot be taken
 */
export async function replace(beside: string, out: string): Promise<void> {
  const old = `${out}.tmp-${process.pid}-ancien`;
  await explained(out, () => swap(beside, out, old));
  await rm(old, { recursive: true, force: true, maxRetries: 3 });
}

/** Waits for nothing between its steps, so that no signal can stop the process when neither folder is in place. */
function swap(beside: string, out: string, old: string): void {
  const hadOne = renameIfThere(out, old);
  try {
    renameSync(beside, out);
  } catch (error) {
    if (hadOne) renameSync(old, out);
    throw error;
  }
}

function renameIfThere(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return false;
  }
}

/** Removes folders when the process is stopped (Ctrl-C) before what this returns is called. */
export function removeWhenStopped(...folders: readonly string[]): () => void {
  const remove = (): void => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  const stop = (signal: NodeJS.Signals): void => process.exit(signal === 'SIGINT' ? 130 : 143);
  process.once('exit', remove).once('SIGINT', stop).once('SIGTERM', stop);
  return () => process.off('exit', remove).off('SIGINT', stop).off('SIGTERM', stop);
}

/** A folder that cannot be written to is no bug: it is said in French, with the system's own words. */
async function explained(out: string, work: () => unknown): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error as NodeJS.ErrnoException).code) throw error;
    throw new ProblemsError([notWritable(out, error as Error)]);
  }
}

const notWritable = (out: string, { message }: Error): Problem => ({
  severity: 'error',
  file: out,
  line: 1,
  column: 1,
  message: 'le site ne peut pas être mis à cette place\u202F; celui qui y est n’a pas changé',
  value: message,
  expected: 'un dossier où l’on peut écrire, et que rien n’occupe',
  remedy:
    'fermez ce qui montre ce dossier, vérifiez vos droits, ou indiquez un autre dossier par la variable BILAN_OUT',
});
