import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { TableSchema } from './schema.ts';
import { type ReadingOptions, readTable, type TableReading } from './table.ts';

export interface Job {
  readonly file: string;
  readonly schema: TableSchema;
  readonly options: ReadingOptions;
}

/** Files from this size on are worth the start of a worker. */
const LARGE = 8_000_000;

/** Each worker has a memory of its own: more of them would cost more than they save. */
const MOST_WORKERS = 4;

/** Reads several files; large ones in parallel, when there are several and the machine has cores for them. */
export async function readTogether(
  jobs: readonly Job[],
  cores = availableParallelism(),
  large = LARGE,
): Promise<TableReading[]> {
  const sizes = await Promise.all(
    jobs.map(({ file }) =>
      stat(file).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  const many = jobs.filter((_, index) => (sizes[index] as number) >= large);
  const few = jobs.filter((_, index) => (sizes[index] as number) < large);
  const readings = new Map<Job, TableReading>();
  const readMany = many.length > 1 && cores > 1 ? readInWorkers(many, cores, readings) : readHere(many, readings);
  await Promise.all([readMany, ...few.map((job) => readHere([job], readings))]);
  return jobs.map((job) => readings.get(job) as TableReading);
}

async function readHere(jobs: readonly Job[], readings: Map<Job, TableReading>): Promise<void> {
  for (const job of jobs) readings.set(job, await readTable(job.file, job.schema, job.options));
}

async function readInWorkers(jobs: readonly Job[], cores: number, readings: Map<Job, TableReading>): Promise<void> {
  const waiting = [...jobs];
  const work = async (): Promise<void> => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url));
    try {
      for (let job = waiting.shift(); job; job = waiting.shift()) {
        worker.postMessage(job);
        const [reading] = (await once(worker, 'message')) as [TableReading];
        readings.set(job, reading);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(cores, jobs.length, MOST_WORKERS) }, work));
}
