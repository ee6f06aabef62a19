import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from '../site/site-config.ts';

export interface Run {
  /** Seconds from start to exit. */
  readonly seconds: number;
  readonly output: string;
}

/** Runs a script of the project in a process of its own. @throws Error when it exits with a code that is not expected */
export function runScript(
  script: readonly string[],
  variables: Readonly<Record<string, string>> = {},
  expected: readonly number[] = [0],
): Promise<Run> {
  const from = performance.now();
  const child = spawn(process.execPath, script, {
    cwd: projectFolder,
    env: { ...process.env, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [output, errors] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (expected.includes(code ?? -1)) resolve({ seconds: (performance.now() - from) / 1000, output });
      else reject(new Error(`${script.join(' ')}: exit ${code}\n${errors}`));
    });
  });
}

/** A script of `src/bench/` that is timed in a process of its own. */
export const benchScript = (name: string): string => join(projectFolder, 'src', 'bench', name);

/** Runs something several times; the middle of what it gives, by a number. */
export async function middle<Result>(
  times: number,
  work: () => Promise<Result>,
  by: (result: Result) => number,
): Promise<Result> {
  const results: Result[] = [];
  for (let round = 0; round < times; round++) results.push(await work());
  results.sort((a, b) => by(a) - by(b));
  return results[Math.floor(times / 2)] as Result;
}

export const middleSeconds = (times: number, work: () => Promise<Run>): Promise<number> =>
  middle(times, work, (run) => run.seconds).then((run) => run.seconds);
