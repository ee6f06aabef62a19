import type { Cell } from './cells.ts';
import { DEAR } from './hiding.ts';
import { hasMonths, settleMonths } from './months.ts';
import { createPlan, type Plan, recordsOf, type Step, subsetsOf } from './plan.ts';
import type { Scope } from './scopes.ts';
import type { Space } from './space.ts';
import { EVERYTHING, type SubsetStore } from './subsets.ts';
import type { Region } from './terms.ts';
import { type Corner, Trial } from './trial.ts';

/** A change of the records that no figure in sight betrays, once the cells it touches are hidden. */
export interface Change {
  readonly cells: readonly number[];
  /** Added to each of these cells, each time the change is made. */
  readonly effects: readonly number[];
  readonly corners: readonly Corner[];
  /** How often it is made; it could be no oftener. */
  readonly times: number;
  readonly cost: number;
  /** Cost of each step by which it moves the cell that was asked for. */
  readonly score: number;
}

/** Where the records stand for the moment: what earlier changes have made of the counts. */
export interface Position {
  readonly values: Float64Array;
  /** What a reader knows each count to be at least: a withheld count is not zero, since zero is shown. */
  readonly floors: Float64Array;
}

/** What a change is looked for to do to the wanted cell. */
export interface Aim {
  readonly way: Way;
  /** By how much it is to move. */
  readonly missing: number;
  /** What costs so much is no use. */
  readonly ceiling: number;
}
export type Way = 1 | -1;
export type Search = ReturnType<typeof createSearch>;

/** Looks for the cheapest change that moves a cell, given where the records stand and what it costs to hide each cell. */
export function createSearch(
  cells: readonly Cell[],
  scopes: readonly Scope[],
  space: Space,
  prices: Float64Array,
  position: Position,
) {
  const plans = new Map<string, Plan>();
  const open = (space.stores[1] as SubsetStore).size - 1;
  let aim: Aim = { way: 1, missing: 0, ceiling: 0 };
  let limits = NARROW;
  const records = space.stores.map((_, at) => recordsOf(space, at));
  const trial = new Trial(space.stores.length, prices, open);

  const planOf = (axes: readonly number[], constrained: readonly number[]): Plan => {
    const key = `${axes}/${constrained}`;
    const plan = plans.get(key) ?? createPlan(axes, constrained, scopes, space, records);
    plans.set(key, plan);
    return plan;
  };

  return (wanted: number, wish: Aim): Change | null => {
    aim = wish;
    limits = NARROW;
    const found = look(wanted, null);
    if (found ? found.cost < DEAR : aim.way === -1) return found;
    limits = WIDE;
    return look(wanted, found) ?? (aim.way === 1 ? addLike(wanted) : null);
  };

  function look(wanted: number, known: Change | null): Change | null {
    let best = known;
    for (const { times, region } of (cells[wanted] as Cell).terms) {
      trial.isUp = times * aim.way > 0;
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
    let tried = 0;
    trial.isUp = true;
    for (const [row, weight] of space.weights.entries()) {
      if (weight === 0 || !(cells[wanted] as Cell).terms.some(({ region }) => isInside(row, region))) continue;
      trial.start();
      for (const [at, codes] of space.codes.entries()) trial.point[at] = codes[row] as number;
      trial.apply(scopes);
      const change = trial.cost < aim.ceiling ? changeOf(wanted) : null;
      if (change && change.score < (best?.score ?? Number.POSITIVE_INFINITY)) best = change;
      tried += 1;
      if (tried === MOST) break;
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
      const isHopeless = (): boolean => trial.cost >= ceiling || trial.room() < 1;
      if (isHopeless() || !plan.greedy.every((step) => settleStep(step, plan, region, isHopeless))) return;
      if (!settleMonths(trial, plan, plan.flows)) return;
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
        if (trial.cost < ceilingOf(found) && trial.room() >= 1 && hasMonths(trial, plan, step.flows))
          enumerate(index + 1);
        trial.rollBack(before);
      }
    };
    if (trial.cost < ceilingOf(found) && trial.room() >= 1) enumerate(0);
    trial.rollBack(start);
    return found;
  }

  /** The change on trial, turned so that it moves the wanted cell the way it should; `null` when it does not move it. */
  function changeOf(wanted: number): Change | null {
    const effect = trial.effects[wanted] as number;
    const turn = Math.sign(effect) * aim.way;
    const times = Math.min(MOST, turn > 0 ? trial.up : trial.down);
    const gain = Math.min(aim.missing, times * Math.abs(effect));
    if (!(gain >= 1)) return null;
    const changed = trial.changedCells();
    return {
      cells: changed,
      effects: changed.map((cell) => turn * (trial.effects[cell] as number)),
      corners: trial.corners().map((corner) => ({ ...corner, sign: turn * corner.sign })),
      times,
      cost: trial.cost,
      score: trial.cost / gain,
    };
  }

  /** A change that costs so much is no better than the one that is known. */
  function ceilingOf(found: Change | null): number {
    return found ? Math.min(aim.ceiling, found.score * aim.missing) : aim.ceiling;
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
      const left = Math.min(MOST, trial.room());
      const isBetter = !choice || trial.cost < choice.cost || (trial.cost === choice.cost && left > choice.left);
      if (isBetter && !isHopeless() && hasMonths(trial, plan, step.flows)) choice = { value, cost: trial.cost, left };
      trial.rollBack(before);
    }
    if (!choice) return false;
    trial.point[at] = choice.value;
    trial.apply(step.scopes);
    return true;
  }
}

/** How many values are tried on an axis: a few, those with fewest records first; all when none of these will do. */
const NARROW = { inside: 4, outside: 12 };
const WIDE = { inside: Number.POSITIVE_INFINITY, outside: Number.POSITIVE_INFINITY };

/** Where nothing else bounds a change, or the number of records it could be made beside. */
const MOST = 1000;
