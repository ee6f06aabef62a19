import { type ChildProcess, spawn } from 'node:child_process';
import { watch } from 'node:fs';
import type { Streams } from './command.ts';

/** Code that the server follows by itself, and code that only tests run. */
const FOLLOWED = /^(components|layouts|pages|styles|site\.test)[\\/]|\.test\.ts$/;

const PAUSE_MS = 80;

/**
 * Runs a script, and starts it again when code that it has loaded changes in a folder. Resolves to its exit code when it ends by
 * itself at the first start; after a change, a script that fails waits for the next one.
 */
export function keepRunning(script: readonly string[], folder: string, { err }: Pick<Streams, 'err'>): Promise<number> {
  return new Promise((done) => {
    let child: ChildProcess;
    let timer: NodeJS.Timeout | undefined;
    let [restarting, isFirst] = [false, true];
    const start = (): void => {
      restarting = false;
      child = spawn(process.execPath, script, { stdio: 'inherit' });
      child.on('exit', (code) => {
        if (restarting) start();
        else if (isFirst) {
          watcher.close();
          done(code ?? 1);
        } else err('L’aperçu s’est arrêté\u202F; il reprendra au prochain changement du code.');
      });
    };
    const watcher = watch(folder, { recursive: true }, (_, name) => {
      if (!name?.endsWith('.ts') || FOLLOWED.test(name)) return;
      clearTimeout(timer);
      timer = setTimeout(restart, PAUSE_MS);
    });
    const restart = (): void => {
      isFirst = false;
      if (child.exitCode === null && child.signalCode === null) {
        restarting = true;
        child.kill();
      } else start();
    };
    const stop = (): void => {
      child.kill();
      watcher.close();
      done(0);
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
    start();
  });
}
