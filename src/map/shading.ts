import { isChange } from '../figures/changes.ts';
import { type Figure, isKnown } from '../figures/figure.ts';
import type { Indicator } from '../figures/indicator.ts';
import { mayColour } from '../figures/ranking.ts';
import { agree } from '../french/agreement.ts';
import { formatDecimal, formatInteger, NBSP, NNBSP, withSign } from '../french/number.ts';
import type { Shading } from './describe.ts';

/** Values that are not rates are coloured only when basins differ by more than five per cent. */
const LEAST_SPREAD = 0.05;
const CLASSES = 5;

/** What a map of an indicator is made of: the basins' figures, and the one of the rest of the region. */
export interface ShadedFigures {
  readonly indicator: Indicator;
  readonly basins: readonly Figure[];
  readonly outside: Figure;
}

/**
 * The shading an indicator asks for: circles for counts, one bar for parts of a whole, a diverging ramp for changes, a
 * sequential ramp for the rest. Basins keep their own colours when nothing sets them apart.
 */
export function shadingOf({ indicator, basins, outside }: ShadedFigures): Shading {
  const known = basins.filter(isKnown);
  const values = known.map(({ value }) => value);
  if (values.length === 0) return { kind: 'basins' };
  if (isChange(indicator)) return mayColour(known) ? diverging(indicator, basins, values) : { kind: 'basins' };
  if (indicator.kind === 'count')
    return { kind: 'circles', legend: circleLegend([...values, outside.value ?? 0], indicator) };
  if (isPartition([...basins, outside])) {
    const whole = known[0]?.denominator ?? 0;
    return { kind: 'shares', total: `${formatInteger(whole)}${NBSP}${agree(whole, indicator.noun)}` };
  }
  return sequential(indicator, basins, values);
}

/** Parts of one whole: every place has the same denominator. */
const isPartition = (figures: readonly Figure[]): boolean =>
  figures[0]?.denominator != null && figures.every(({ denominator }) => denominator === figures[0]?.denominator);

function sequential(indicator: Indicator, basins: readonly Figure[], values: readonly number[]): Shading {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const told = indicator.kind === 'rate' ? mayColour(basins.filter(isKnown)) : (most - least) / most > LEAST_SPREAD;
  if (!told) return { kind: 'basins' };
  const step = niceStep((most - least) / (CLASSES - 1), [1, 2, 2.5, 5]);
  const first = Math.floor(least / step + 1e-9);
  const count = Math.max(2, Math.floor(most / step + 1e-9) - first + 1);
  const colours = Array.from({ length: count }, (_, index) => Math.round(1 + (index * 4) / (count - 1)));
  const bounds = Array.from({ length: count + 1 }, (_, index) => (first + index) * step);
  const rank = (value: number): number => colours[Math.floor(value / step + 1e-9) - first] ?? CLASSES;
  return classes('seq', colours, bounds, indicator, basins, rank);
}

/** Five classes around « stable »; the same step on both sides, whatever the values. */
function diverging(indicator: Indicator, basins: readonly Figure[], values: readonly number[]): Shading {
  const step = niceStep(Math.max(...values.map(Math.abs)) / 2.5, [1, 2, 3, 4, 6, 8]);
  const bounds = [-2.5, -1.5, -0.5, 0.5, 1.5, 2.5].map((half) => half * step);
  const rank = (value: number): number => Math.min(CLASSES, Math.max(1, Math.round(value / step) + 3));
  return classes('div', [1, 2, 3, 4, 5], bounds, indicator, basins, rank);
}

function classes(
  ramp: 'seq' | 'div',
  colours: readonly number[],
  bounds: readonly number[],
  indicator: Indicator,
  basins: readonly Figure[],
  rank: (value: number) => number,
): Shading {
  const of = basins.filter(isKnown).map((figure) => [figure.slice.bassin ?? '', rank(figure.value)] as const);
  const texts = ticks(bounds, indicator);
  return { kind: 'classes', ramp, colours, bounds: texts, of: Object.fromEntries(of) };
}

/** The smallest round number of a series, in any power of ten, that is not under a wanted step. */
function niceStep(wanted: number, series: readonly number[]): number {
  if (wanted <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(wanted) + 1e-9);
  const found = series.find((unit) => unit * power >= wanted - 1e-12);
  return (found ?? 10) * power;
}

/** Bounds of classes, with as many decimals as they need; the unit is written once, on the last one. */
function ticks(bounds: readonly number[], indicator: Indicator): string[] {
  const relative = isChange(indicator) && indicator.change.as === 'relative';
  const percent = relative || (indicator.kind === 'rate' && !isChange(indicator));
  const scaled = bounds.map((bound) => (percent ? bound * 100 : bound));
  const decimals = [0, 1, 2].find((count) => scaled.every((bound) => isRound(bound, count))) ?? 2;
  const number = (bound: number): string => formatDecimal(bound, decimals);
  const points = indicator.kind === 'rate' && !percent ? `${NBSP}pts` : '';
  const unit = percent ? `${NNBSP}%` : points;
  return scaled.map((bound, index) => {
    const text = isChange(indicator) ? withSign(bound, number) : number(bound);
    return index === bounds.length - 1 ? text + unit : text;
  });
}

const isRound = (value: number, decimals: number): boolean =>
  Math.abs(value * 10 ** decimals - Math.round(value * 10 ** decimals)) < 1e-6;

/** Round values for the legend of circles, from about the largest down; the legend keeps those it has room for. */
function circleLegend(values: readonly number[], { noun }: Indicator): { value: number; text: string }[] {
  const most = Math.max(1, ...values);
  const power = 10 ** Math.floor(Math.log10(most));
  const top = ([8, 4, 2, 1].find((unit) => unit * power <= most) ?? 1) * power;
  return [top, top / 2, top / 4, top / 8]
    .filter((value) => Number.isInteger(value))
    .map((value, index) => ({
      value,
      text: index === 0 ? `${formatInteger(value)}${NBSP}${agree(value, noun)}` : formatInteger(value),
    }));
}
