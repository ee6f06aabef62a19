import { axis, type Space } from './axes.ts';
import type { Cell } from './cells.ts';
import type { Scope } from './scopes.ts';
import { EVERYTHING, type SubsetStore } from './subsets.ts';
import type { Region } from './terms.ts';
import { type Corner, FORBIDDEN, Trial } from './trial.ts';

/** A change of the records that no figure in sight betrays, once the cells it touches are hidden. */
export interface Change {
  readonly cells: readonly number[];
  /** Added to each of these cells, each time the change is made. */
  readonly effects: readonly number[];
  readonly corners: readonly Corner[];
  /** How often it can be made. */
  readonly times: number;
  readonly way: 1 | -1;
  readonly cost: number;
  /** Cost of each step by which it moves the cell that was asked for. */
  readonly score: number;
}

/** Where the records stand for the moment: what earlier changes have made of the counts. */
export interface Position {
  readonly values: Float64Array;
  /** What a reader knows each count to be at least: a withheld count is not zero, since zero is shown. */
  readonly floors: Float64Array;
  /** By how much the wanted cell has still to move. */
  missing: number;
  /** Whether the wanted cell is to be moved up, or down. */
  way: 1 | -1;
}

/** What is the same for every change that exchanges values on the same axes. */
interface Plan {
  readonly axes: readonly number[];
  /** Of each axis, one value for each class that the scopes tell apart. */
  readonly values: readonly (readonly number[])[];
  /** The values of an axis, those that fewest scopes tell from a given one first. */
  nearest(at: number, value: number): readonly number[];
  /** Axes beyond those exchanged whose values are all tried, then those whose best value is taken one by one. */
  readonly enumerated: readonly Step[];
  readonly greedy: readonly Step[];
  readonly first: readonly Scope[];
}

/** An axis, and the scopes that are settled once its value is. */
interface Step {
  readonly at: number;
  readonly scopes: readonly Scope[];
}

/** Looks for the cheapest change that leaves a cell between `span` + 1 values at least. */
export function createSearch(
  cells: readonly Cell[],
  scopes: readonly Scope[],
  space: Space,
  prices: Float64Array,
  position: Position,
) {
  const plans = new Map<string, Plan>();
  const open = (space.stores[1] as SubsetStore).size - 1;
  let limits = NARROW;
  let isUp = true;
  const records = space.stores.map((_, at) => recordsOf(space, at));
  const trial = new Trial(space.stores.length, prices, open);

  const planOf = (axes: readonly number[], constrained: readonly number[]): Plan => {
    const key = `${axes}/${constrained}`;
    const plan = plans.get(key) ?? createPlan(axes, constrained, scopes, space, records);
    plans.set(key, plan);
    return plan;
  };

  return (wanted: number): Change | null => {
    limits = NARROW;
    const found = look(wanted);
    if (found || position.way === -1) return found;
    limits = WIDE;
    return look(wanted) ?? addLike(wanted);
  };

  function look(wanted: number): Change | null {
    let best: Change | null = null;
    for (const { times, region } of (cells[wanted] as Cell).terms) {
      isUp = times * position.way > 0;
      const constrained = region.flatMap((subset, at) => (subset === EVERYTHING ? [] : [at]));
      for (const axes of subsetsOf(constrained)) {
        best = tryPlan(planOf(axes, constrained), region, wanted, best);
        if (best?.score === 0) return best;
      }
    }
    return best;
  }

  /** Records added beside one that is there: it makes no figure that shows zero wrong, so that it is always open. */
  function addLike(wanted: number): Change | null {
    let best: Change | null = null;
    for (const [row, weight] of space.weights.entries()) {
      if (weight === 0 || !(cells[wanted] as Cell).terms.some(({ region }) => isInside(row, region))) continue;
      trial.start();
      for (const [at, codes] of space.codes.entries()) trial.point[at] = codes[row] as number;
      trial.apply(scopes);
      const change = trial.cost < FORBIDDEN ? changeOf(wanted) : null;
      if (change && change.score < (best?.score ?? Number.POSITIVE_INFINITY)) best = change;
    }
    return best;
  }

  function isInside(row: number, region: Region): boolean {
    return region.every((subset, at) =>
      (space.stores[at] as SubsetStore).has(subset, space.codes[at]?.[row] as number),
    );
  }

  function tryPlan(plan: Plan, region: Region, wanted: number, known: Change | null): Change | null {
    let best = known;
    const exchange = (index: number): void => {
      const at = plan.axes[index];
      if (at === undefined) {
        best = settle(plan, region, wanted, best);
        return;
      }
      const subset = region[at] as number;
      const store = space.stores[at] as SubsetStore;
      const inside = (plan.values[at] as readonly number[]).filter((value) => store.has(subset, value));
      for (const own of inside.slice(0, limits.inside)) {
        const outside = plan.nearest(at, own).filter((value) => !store.has(subset, value));
        for (const other of outside.slice(0, limits.outside)) {
          trial.point[at] = own;
          trial.other[at] = other;
          exchange(index + 1);
          if (best?.score === 0) return;
        }
      }
    };
    trial.start();
    exchange(0);
    return best;
  }

  /** Chooses, axis by axis, where the change takes place, so that it touches as little in sight as can be. */
  function settle(plan: Plan, region: Region, wanted: number, best: Change | null): Change | null {
    const start = trial.mark();
    trial.apply(plan.first);
    let found = best;
    const finish = (): void => {
      const ceiling = ceilingOf(found);
      const isHopeless = (): boolean => trial.cost >= ceiling || room() < 1;
      if (isHopeless() || !plan.greedy.every((step) => settleStep(step, plan, region, isHopeless))) return;
      trial.limitCells(position);
      const change = isHopeless() ? null : changeOf(wanted);
      if (change && change.score < (found?.score ?? Number.POSITIVE_INFINITY)) found = change;
    };
    const enumerate = (index: number): void => {
      const step = plan.enumerated[index];
      if (!step) {
        finish();
        return;
      }
      const before = trial.mark();
      for (const value of plan.values[step.at] as readonly number[]) {
        if (!(space.stores[step.at] as SubsetStore).has(region[step.at] as number, value)) continue;
        trial.point[step.at] = value;
        trial.apply(step.scopes);
        if (trial.cost < ceilingOf(found) && room() >= 1) enumerate(index + 1);
        trial.rollBack(before);
      }
    };
    if (trial.cost < ceilingOf(found) && room() >= 1) enumerate(0);
    trial.rollBack(start);
    return found;
  }

  /** The change on trial, turned so that it moves the wanted cell the way it should; `null` when it does not move it. */
  function changeOf(wanted: number): Change | null {
    const effect = trial.effects[wanted] as number;
    const turn = Math.sign(effect) * position.way;
    const times = Math.min(MOST, turn > 0 ? trial.up : trial.down);
    const gain = Math.min(position.missing, times * Math.abs(effect));
    if (!(gain >= 1)) return null;
    const changed = trial.changedCells();
    return {
      cells: changed,
      effects: changed.map((cell) => turn * (trial.effects[cell] as number)),
      corners: trial.corners().map((corner) => ({ ...corner, sign: turn * corner.sign })),
      times,
      way: position.way,
      cost: trial.cost,
      score: trial.cost / gain,
    };
  }

  /** How often the change on trial can be made, in the direction that is looked for. */
  function room(): number {
    return isUp ? trial.up : trial.down;
  }

  /** A change that costs so much is no better than the one that is known. */
  function ceilingOf(found: Change | null): number {
    return found ? Math.min(FORBIDDEN, found.score * position.missing) : FORBIDDEN;
  }

  function settleStep(step: Step, plan: Plan, region: Region, isHopeless: () => boolean): boolean {
    const { at } = step;
    const store = space.stores[at] as SubsetStore;
    const before = trial.mark();
    let choice: { value: number; cost: number; left: number } | null = null;
    for (const value of plan.values[at] as readonly number[]) {
      if (!store.has(region[at] as number, value)) continue;
      trial.point[at] = value;
      trial.apply(step.scopes);
      const left = Math.min(MOST, room());
      if (!isHopeless() && (!choice || trial.cost < choice.cost || (trial.cost === choice.cost && left > choice.left)))
        choice = { value, cost: trial.cost, left };
      trial.rollBack(before);
    }
    if (!choice) return false;
    trial.point[at] = choice.value;
    trial.apply(step.scopes);
    return true;
  }
}

/** When and why a course ends decides of too many counts for a first choice to be the good one. */
const ENUMERATED = [axis('exit'), axis('reason')];

/** How many values are tried on an axis: a few, those with fewest records first; all when none of these will do. */
const NARROW = { inside: 4, outside: 12 };
const WIDE = { inside: Number.POSITIVE_INFINITY, outside: Number.POSITIVE_INFINITY };

/** Where nothing else bounds a change. */
const MOST = 1000;

function createPlan(
  axes: readonly number[],
  constrained: readonly number[],
  all: readonly Scope[],
  space: Space,
  records: readonly Float64Array[],
): Plan {
  const scopes = all.filter((scope) => axes.every((at) => scope.positions[at] !== -1));
  const values = space.stores.map((store, at) => {
    const own = records[at] as Float64Array;
    const reading = scopes.filter((scope) => scope.positions[at] !== -1);
    const seen = new Set<string>();
    return Array.from({ length: store.size }, (_, value) => value)
      .filter((value) => {
        const key = reading.map((scope) => scope.classes[scope.positions[at] as number]?.[value]).join();
        const isNew = !seen.has(key);
        seen.add(key);
        return isNew;
      })
      .toSorted((a, b) => (own[a] as number) - (own[b] as number));
  });
  const settled = new Set(axes);
  const isSettled = (scope: Scope): boolean => scope.axes.every((at) => settled.has(at));
  const first = scopes.filter(isSettled);
  const order = [...new Set([...ENUMERATED, ...constrained, ...space.stores.keys()])];
  const steps = order.flatMap((at) => {
    if (settled.has(at) || scopes.every((scope) => scope.positions[at] === -1)) return [];
    const waiting = scopes.filter((scope) => !isSettled(scope));
    settled.add(at);
    return [{ at, scopes: waiting.filter(isSettled) }];
  });
  const orders = new Map<number, readonly number[]>();
  const nearest = (at: number, value: number): readonly number[] => {
    const key = at * MOST + value;
    let order = orders.get(key);
    if (!order) {
      const distance = (other: number): number =>
        scopes.filter(({ classes, positions }) => {
          const own = classes[positions[at] as number];
          return own && own[value] !== own[other];
        }).length;
      order = (values[at] as readonly number[]).toSorted((a, b) => distance(a) - distance(b));
      orders.set(key, order);
    }
    return order;
  };
  const isEnumerated = ({ at }: Step): boolean => ENUMERATED.includes(at);
  return {
    axes,
    values,
    nearest,
    first,
    enumerated: steps.filter(isEnumerated),
    greedy: steps.filter((step) => !isEnumerated(step)),
  };
}

/** Every choice among some axes, the largest first: the fewer counts look at all of them, the fewer change. */
function subsetsOf(axes: readonly number[]): number[][] {
  return Array.from({ length: 2 ** axes.length }, (_, bits) =>
    axes.filter((_axis, index) => bits & (1 << index)),
  ).toSorted((a, b) => b.length - a.length);
}

/** Entries at each value of an axis; a value that no record has comes after all others. */
function recordsOf({ stores, codes, weights }: Space, at: number): Float64Array {
  const records = new Float64Array((stores[at] as SubsetStore).size);
  for (const [row, value] of (codes[at] as Int32Array).entries())
    records[value] = (records[value] as number) + (weights[row] as number);
  return records.map((count) => count || Number.POSITIVE_INFINITY);
}
