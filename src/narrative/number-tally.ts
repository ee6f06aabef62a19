import type { FreeNumbers } from './admitted-numbers.ts';
import type { Readable } from './readable.ts';
import { findNumbers } from './typed-numbers.ts';

/** What becomes of the numbers of a text: none is left uncovered in silence. */
export interface NumberTally {
  /** Computed: `<Chiffre>`. */
  readonly bound: number;
  /** Checked: `<Constat>`. */
  readonly asserted: number;
  /** Quoted with a source: `<Publie>`. */
  readonly sourced: number;
  /** Declared by the editor or the settings, with a reason. */
  readonly freed: number;
  /** Dates, ordinals, numbers of things, names, words that count nothing measured. */
  readonly admitted: number;
  /** In somebody else's words, between quotation marks or in a block of quotation: they answer for it. */
  readonly quoted: number;
  /** Typed by hand, which is an error. */
  readonly typed: number;
}

const TAGS = { Chiffre: 'bound', Constat: 'asserted', Publie: 'sourced', NombreLibre: 'freed' } as const;

export const NO_NUMBERS: NumberTally = {
  bound: 0,
  asserted: 0,
  sourced: 0,
  freed: 0,
  admitted: 0,
  quoted: 0,
  typed: 0,
};

/** The numbers of one readable text. */
export function tallyNumbers({ shown, own, mentions }: Readable, free: FreeNumbers): NumberTally {
  const { typed, admitted, words } = findNumbers(own, free);
  const all = shown === own ? typed : findNumbers(shown, free).typed;
  const tally = { ...NO_NUMBERS };
  for (const { name } of mentions) {
    const kind = TAGS[name as keyof typeof TAGS];
    if (kind) tally[kind] += 1;
  }
  const freed = admitted.filter(({ admission }) => admission === 'libre').length;
  return {
    ...tally,
    freed: tally.freed + freed,
    admitted: admitted.length - freed + words,
    quoted: Math.max(0, all.length - typed.length),
    typed: typed.length,
  };
}

/** The numbers of a block of quotation, none of which is the author's. */
export function tallyQuotation(readable: Readable, free: FreeNumbers): NumberTally {
  const { typed, quoted, ...rest } = tallyNumbers(readable, free);
  return { ...rest, quoted: quoted + typed, typed: 0 };
}

export const sumNumbers = (tallies: Iterable<NumberTally>): NumberTally =>
  [...tallies].reduce(
    (sum, tally) => ({
      bound: sum.bound + tally.bound,
      asserted: sum.asserted + tally.asserted,
      sourced: sum.sourced + tally.sourced,
      freed: sum.freed + tally.freed,
      admitted: sum.admitted + tally.admitted,
      quoted: sum.quoted + tally.quoted,
      typed: sum.typed + tally.typed,
    }),
    NO_NUMBERS,
  );
