import { type Calendar, periodOf } from '../calendar.ts';
import type { Indicator, Measures } from '../indicator.ts';
import { dimensionsOf, type Slice } from '../slice.ts';
import { REASONS, type Reason, SITUATIONS, type Situation, type Tallies } from '../tally.ts';
import { type AxisName, axis, axisOf } from './axes.ts';
import type { Space } from './space.ts';
import type { SubsetStore } from './subsets.ts';
import { cut, type Region, simplify, type Term, wholeRegion } from './terms.ts';

/** What a figure is made of: counts of records, as terms. A rate has both its own. */
export interface Reading {
  readonly value: readonly Term[];
  readonly numerator: readonly Term[];
  readonly denominator: readonly Term[];
  /** Counts of entries that the value gives away to whoever knows the rest. */
  readonly exposed: readonly (readonly Term[])[];
}

/**
 * Tells what counts a figure is made of, from the indicator's own declaration. Every indicator adds and subtracts
 * counts, so that answering one to a single count it asks for, and zero to the others, tells how often it uses it.
 */
export function createReader(space: Space, calendar: Calendar): (indicator: Indicator, slice: Slice) => Reading {
  const uses = new Map<string, Uses>();
  return (indicator, slice) => {
    const probe = new Probe(slice, { space, calendar, asked: [], answer: () => 0 });
    indicator.compute(probe);
    let use = uses.get(indicator.id);
    if (!use || use.length !== probe.listener.asked.length) {
      use = usesOf(indicator, slice, probe.listener);
      uses.set(indicator.id, use);
    }
    const combine = (which: keyof Use): readonly Term[] =>
      simplify(
        probe.listener.asked.flatMap((terms, index) => scale(terms, (use[index] as Use)[which])),
        space,
      );
    return {
      value: combine('value'),
      numerator: combine('numerator'),
      denominator: combine('denominator'),
      exposed: exposedBy(indicator, new Probe(slice, { space, calendar, asked: [], answer: () => 0 })),
    };
  };
}

function exposedBy({ exposes }: Indicator, probe: Probe): Reading['exposed'] {
  if (!exposes) return [];
  exposes(probe);
  const { asked, space } = probe.listener;
  return asked.map((terms) => simplify(terms, space));
}

interface Use {
  readonly value: number;
  readonly numerator: number;
  readonly denominator: number;
}
type Uses = readonly Use[];

function usesOf(indicator: Indicator, slice: Slice, { space, calendar, asked }: Listener): Uses {
  return asked.map((_, index) => {
    const result = indicator.compute(
      new Probe(slice, { space, calendar, asked: [], answer: (rank) => Number(rank === index) }),
    );
    return typeof result === 'number'
      ? { value: result, numerator: 0, denominator: 0 }
      : { value: 0, numerator: result.numerator, denominator: result.denominator };
  });
}

export const scale = (terms: readonly Term[], by: number): Term[] =>
  by === 0 ? [] : terms.map(({ times, region }) => ({ times: times * by, region }));

interface Listener {
  readonly space: Space;
  readonly calendar: Calendar;
  /** Counts asked for, in order. */
  readonly asked: Term[][];
  readonly answer: (rank: number) => number;
}

/** Stands for the measures of a slice, and remembers what it is asked. Seats and events are public, and left out. */
class Probe implements Measures {
  readonly slice: Slice;
  readonly listener: Listener;
  readonly seats = 0;
  readonly referenceSeats = 0;
  readonly events = 0;
  readonly participants = 0;

  constructor(slice: Slice, listener: Listener) {
    this.slice = slice;
    this.listener = listener;
  }

  get elsewhere(): (slice: Slice) => Measures {
    return (slice) => new Probe(slice, this.listener);
  }
  get records(): Tallies {
    return new ProbeTallies(this.slice, this.listener);
  }
}

class ProbeTallies implements Tallies {
  readonly #listener: Listener;
  readonly #region: Region;
  readonly #from: number;
  readonly #to: number;

  constructor(slice: Slice, listener: Listener) {
    const { space, calendar } = listener;
    const period = periodOf(slice, calendar);
    this.#listener = listener;
    this.#from = period?.from ?? 0;
    this.#to = period?.to ?? -1;
    this.#region = dimensionsOf(slice).reduce(
      (region, id) => cut(region, axisOf(id), space.subsetOf(id, slice[id] ?? ''), space),
      wholeRegion(space),
    );
  }

  get entries(): number {
    return this.#ask([{ times: 1, region: this.#entered(this.#from) }]);
  }
  get inTraining(): number {
    return this.#ask([
      { times: 1, region: this.#entered(0) },
      { times: -1, region: this.#left(0) },
    ]);
  }
  get cohort(): Tallies['cohort'] {
    const state = (reason: Reason): number =>
      this.#ask([{ times: 1, region: this.#because(this.#ended(true), [reason]) }]);
    const open = (): number => this.#ask([{ times: 1, region: this.#ended(false) }]);
    return {
      get achevement() {
        return state('achevement');
      },
      get abandon() {
        return state('abandon');
      },
      get inconnu() {
        return state('inconnu');
      },
      get open() {
        return open();
      },
    };
  }
  cohortExits(reason: Reason, situations: readonly Situation[]): number {
    return this.#ask([{ times: 1, region: this.#towards(this.#because(this.#ended(true), [reason]), situations) }]);
  }
  exits(reasons: readonly Reason[], situations: readonly Situation[]): number {
    return this.#ask([{ times: 1, region: this.#towards(this.#because(this.#left(this.#from), reasons), situations) }]);
  }

  /** Entries of the period that have ended, or have not. */
  #ended(isOver: boolean): Region {
    const months = this.#listener.calendar.months.length;
    return this.#among('exit', this.#entered(this.#from), String(isOver), (rank) => rank < months === isOver);
  }
  #towards(region: Region, situations: readonly Situation[]): Region {
    const has = (rank: number): boolean => situations.includes(SITUATIONS[rank] as Situation);
    return this.#among('situation', region, situations.join(), has);
  }

  #entered(from: number): Region {
    return this.#during('entry', from);
  }
  #left(from: number): Region {
    return this.#during('exit', from);
  }
  #during(name: 'entry' | 'exit', from: number): Region {
    return this.#among(name, this.#region, `${from}-${this.#to}`, (month) => month >= from && month <= this.#to);
  }
  #because(region: Region, reasons: readonly Reason[]): Region {
    return this.#among('reason', region, reasons.join(), (rank) => reasons.includes(REASONS[rank] as Reason));
  }
  #among(name: AxisName, region: Region, key: string, has: (rank: number) => boolean): Region {
    const { space } = this.#listener;
    return cut(region, axis(name), (space.stores[axis(name)] as SubsetStore).named(`${name} ${key}`, has), space);
  }
  #ask(terms: Term[]): number {
    this.#listener.asked.push(terms);
    return this.#listener.answer(this.#listener.asked.length - 1);
  }
}
