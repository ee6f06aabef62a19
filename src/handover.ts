import type { Bilan } from './bilan.ts';

/**
 * Pages are bundled and run as other modules than the commands that build them: the one thing both hold is the global
 * object. The command puts the bilan there, pages take it.
 */
const KEY = Symbol.for('bilan');
type Holder = { [KEY]?: Bilan };

export function handOver(bilan: Bilan): void {
  (globalThis as Holder)[KEY] = bilan;
}

/** @throws Error when no command has loaded a bilan */
export function currentBilan(): Bilan {
  const bilan = (globalThis as Holder)[KEY];
  if (!bilan) throw new Error('no bilan was handed over');
  return bilan;
}

/** True once a bilan was handed over in this process. */
export const isHandedOver = (): boolean => (globalThis as Holder)[KEY] !== undefined;
