import { parentPort } from 'node:worker_threads';
import { readTable } from './table.ts';
import type { Job } from './together.ts';

/** Reads the files it is sent, one after the other; columns are handed over, not copied. */
parentPort?.on('message', async ({ file, schema, options }: Job) => {
  const reading = await readTable(file, schema, options);
  const { columns, keys } = reading.table ?? { columns: new Map(), keys: null };
  const arrays = [...[...columns.values()].map(({ codes }) => codes), ...(keys ? [keys.high, keys.low] : [])];
  parentPort?.postMessage(reading, [...new Set(arrays.map(({ buffer }) => buffer as ArrayBuffer))]);
});
