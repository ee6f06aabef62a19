import type { Bilan } from './bilan.ts';

/**
 * Pages are bundled and run as other modules than the commands that build them: the one thing both hold is the global
 * object. The command puts the bilan there, pages take it.
 */
const KEY = Symbol.for('bilan');
const COUNT = Symbol.for('bilan, readings');
type Holder = { [KEY]?: Bilan; [COUNT]?: number };

export function handOver(bilan: Bilan): void {
  const holder = globalThis as Holder;
  holder[KEY] = bilan;
  holder[COUNT] = readingNumber() + 1;
}

/** @throws Error when no command has loaded a bilan */
export function currentBilan(): Bilan {
  const bilan = (globalThis as Holder)[KEY];
  if (!bilan) throw new Error('no bilan was handed over');
  return bilan;
}

/** True once a bilan was handed over in this process. */
export const isHandedOver = (): boolean => (globalThis as Holder)[KEY] !== undefined;

/** How many bilans were handed over in this process: the preview knows by it whether a page is out of date. */
export const readingNumber = (): number => (globalThis as Holder)[COUNT] ?? 0;
