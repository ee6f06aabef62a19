import type { Position } from './source.ts';

/** A remark on a chapter; the caller adds the file. */
export interface Remark extends Position {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly value?: string;
  readonly expected?: string;
  readonly remedy: string;
}

/** A remark whose place the caller knows. */
export type Fault = Omit<Remark, keyof Position>;

/** An error: the rule that is broken, what was expected, what to do, and the value when it helps. */
export const fault = (message: string, expected: string, remedy: string, value?: string): Fault => ({
  severity: 'error',
  message,
  ...(value === undefined ? {} : { value }),
  expected,
  remedy,
});
