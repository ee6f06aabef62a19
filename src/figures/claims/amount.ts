import type { Quantity, QuantityKind } from '../../french/quantity.ts';
import { isAbove } from '../ranking.ts';
import { LIMITS } from '../tolerances.ts';
import type { Bound } from './claim.ts';
import { isSame } from './subject.ts';

/** How far words may be from a value, on one scale. */
interface Scale {
  /** Width of « près de » under a number. */
  readonly near: (said: number) => number;
  readonly about: (said: number) => number;
  /** Width of a number that stands alone, when it is in words. */
  readonly words: (said: number) => number;
  readonly far: (said: number) => number;
}

const relative = (share: number) => (said: number) => Math.abs(said) * share;

const NUMBERS: Scale = {
  near: relative(LIMITS.near.share),
  about: relative(LIMITS.about.share),
  words: relative(LIMITS.about.share),
  far: relative(LIMITS.far.share),
};

const RATES: Scale = {
  near: () => LIMITS.near.points,
  about: () => LIMITS.about.points,
  words: () => LIMITS.fraction.points,
  far: () => LIMITS.far.points,
};

const TIMES: Scale = {
  near: relative(LIMITS.near.share),
  about: relative(LIMITS.about.share),
  words: relative(LIMITS.multiple.share),
  far: () => LIMITS.far.times,
};

const scaleOf = (kind: QuantityKind): Scale => (kind === 'share' ? RATES : kind === 'times' ? TIMES : NUMBERS);

/** Whether an unrounded value is what the words say; the value is in the unit of the quantity. */
export function holds(bound: Bound, value: number, said: Quantity): boolean {
  const scale = scaleOf(said.kind);
  const limit = said.value;
  const within = (width: number): boolean => !isAbove(Math.abs(value - limit), width);
  switch (bound) {
    case 'above':
      return isAbove(value, limit);
    case 'below':
      return isAbove(limit, value);
    case 'atLeast':
      return !isAbove(limit, value);
    case 'atMost':
      return !isAbove(value, limit);
    case 'near':
      return isAbove(limit, value) && within(scale.near(limit));
    case 'justAbove':
      return isAbove(value, limit) && within(scale.near(limit));
    case 'about':
      return within(scale.about(limit));
    case 'exactly':
      return isSame(value, limit);
    case 'plain':
      return said.wording === 'digits' ? isRoundedTo(value, said) : within(scale.words(limit));
  }
}

/** « 89,4 % » stands for 89,35 to 89,45: halves round away from zero, as they are printed. */
function isRoundedTo(value: number, { value: said, step }: Quantity): boolean {
  if (said === 0) return isAbove(step / 2, Math.abs(value));
  const [size, middle] = [value * Math.sign(said), Math.abs(said)];
  return !isAbove(middle - step / 2, size) && isAbove(middle + step / 2, size);
}

/** True when « plus de », « moins de » and their kind are so far from the value that they mislead. */
export function isFar(bound: Bound, value: number, said: Quantity): boolean {
  const width = scaleOf(said.kind).far(said.value);
  if (bound === 'above' || bound === 'atLeast') return isAbove(value, said.value + width);
  if (bound === 'below' || bound === 'atMost') return isAbove(said.value - width, value);
  return false;
}
