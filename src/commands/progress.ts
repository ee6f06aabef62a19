import { formatDecimal, NNBSP } from '../french/number.ts';
import type { Streams } from './command.ts';

/** Says, step by step, what a long command does and how long it took. */
export interface Progress {
  /**
   * Runs a step; on a terminal its name shows while it runs, with what the step says of how far it is. `summary` says
   * what it did.
   */
  step<Result>(
    name: string,
    work: (tell: (state: string) => void) => Promise<Result>,
    summary: (result: Result) => string,
  ): Promise<Result>;
  total(): void;
}

export function createProgress({ out, interactive }: Streams, clock: () => number = () => performance.now()): Progress {
  const start = clock();
  const seconds = (from: number): string => `${formatDecimal((clock() - from) / 1000, 2)}${NNBSP}s`;
  return {
    async step(name, work, summary) {
      const from = clock();
      const tell = (state: string): void => {
        if (interactive) process.stderr.write(`\r\u001B[K${name}…${state && ` ${state}`}`);
      };
      tell('');
      try {
        const result = await work(tell);
        if (interactive) process.stderr.write('\r\u001B[K');
        out(`${name.padEnd(12)} ${seconds(from).padStart(7)}  ${summary(result)}`);
        return result;
      } catch (error) {
        if (interactive) process.stderr.write('\r\u001B[K');
        throw error;
      }
    },
    total: () => out(`${'Total'.padEnd(12)} ${seconds(start).padStart(7)}`),
  };
}
