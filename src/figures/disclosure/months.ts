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
  const [entry, otherEntry, exit, otherExit] = [point[ENTRY], other[ENTRY], point[EXIT], other[EXIT]] as Months;
  const found = findMonths(trial, plan, flows);
  [point[ENTRY], other[ENTRY], point[EXIT], other[EXIT]] = [entry, otherEntry, exit, otherExit];
  return found;
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

/** The loop that protection spends most of its time in: nothing is made on the way. */
function findMonths(trial: Trial, plan: Plan, flows: readonly Scope[]): boolean {
  const { point, other } = trial;
  const alike = (at: number, value: number): readonly number[] => (value < 0 ? NO_OTHER : plan.alike(at, value));
  const [entries, otherEntries] = [alike(ENTRY, point[ENTRY] as number), alike(ENTRY, other[ENTRY] as number)];
  const [exits, otherExits] = [alike(EXIT, point[EXIT] as number), alike(EXIT, other[EXIT] as number)];
  const before = trial.mark();
  for (const entry of entries) {
    point[ENTRY] = entry;
    for (const otherEntry of otherEntries) {
      other[ENTRY] = otherEntry;
      const lastEntry = Math.max(entry, otherEntry);
      for (const exit of exits) {
        if (exit < lastEntry) continue;
        point[EXIT] = exit;
        for (const otherExit of otherExits) {
          if (otherExit >= 0 && otherExit < lastEntry) continue;
          other[EXIT] = otherExit;
          trial.apply(flows);
          if (trial.room() >= 1) return true;
          trial.rollBack(before);
        }
      }
    }
  }
  return false;
}

const NO_OTHER: readonly number[] = [-1];
