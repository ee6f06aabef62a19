import { formatDecimal, NNBSP } from '../french/number.ts';

/** One line of what the bench prints. */
export interface Timing {
  readonly name: string;
  /** Already formatted: « 0,21 s », « 1,4 fois ». */
  readonly value: string;
  /** What the project wants, or where the number comes from. */
  readonly remark: string;
}

export const seconds = (value: number): string => `${formatDecimal(value, 2)}${NNBSP}s`;

/** Lines set in columns, under a title. */
export function timingTable(title: string, timings: readonly Timing[]): string {
  const width = Math.max(...timings.map(({ name }) => name.length));
  const valueWidth = Math.max(...timings.map(({ value }) => value.length));
  const lines = timings.map(({ name, value, remark }) =>
    `  ${name.padEnd(width)}  ${value.padStart(valueWidth)}  ${remark}`.trimEnd(),
  );
  return [title, ...lines].join('\n');
}
