import { axis } from './axes.ts';
import type { Plan } from './plan.ts';
import type { Scope } from './scopes.ts';
import type { Trial } from './trial.ts';

const [ENTRY, EXIT] = [axis('entry'), axis('exit')];

/**
 * Chooses months of entry and exit, among those that no figure tells apart, at which records are there to be moved and
 * nobody leaves before entering. The corners it settles stay on trial; the values of the axes are put back.
 */
export function settleMonths(trial: Trial, plan: Plan, flows: readonly Scope[]): boolean {
  if (flows.length === 0) return true;
  const { point, other } = trial;
  const kept = [point[ENTRY], other[ENTRY], point[EXIT], other[EXIT]] as Months;
  const set = (months: Months): void => {
    [point[ENTRY], other[ENTRY], point[EXIT], other[EXIT]] = months;
  };
  const before = trial.mark();
  for (const months of monthsLike(kept, plan)) {
    set(months);
    if (trial.isPossible()) {
      trial.apply(flows);
      if (trial.room() >= 1) {
        set(kept);
        return true;
      }
      trial.rollBack(before);
    }
  }
  set(kept);
  return false;
}

/** True when there are such months; nothing stays on trial. */
export function hasMonths(trial: Trial, plan: Plan, flows: readonly Scope[]): boolean {
  const before = trial.mark();
  const has = settleMonths(trial, plan, flows);
  trial.rollBack(before);
  return has;
}

/** Of entry and of exit, the month, and the one it is exchanged for or −1. */
type Months = [number, number, number, number];

function* monthsLike([entry, otherEntry, exit, otherExit]: Months, plan: Plan): Generator<Months> {
  const like = (at: number, value: number): readonly number[] => (value < 0 ? [value] : plan.alike(at, value));
  for (const first of like(ENTRY, entry))
    for (const second of like(ENTRY, otherEntry))
      for (const third of like(EXIT, exit))
        for (const fourth of like(EXIT, otherExit)) yield [first, second, third, fourth];
}
