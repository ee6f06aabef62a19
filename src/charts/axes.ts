/** An axis that keeps its place and draws nothing: the pen writes its labels. */
export const silentAxis = {
  ticks: { display: false },
  grid: { display: false, drawTicks: false, lineWidth: 0 },
  border: { display: false },
} as const;

/** A measured axis from zero to just above the largest value: a light grid at round steps, no labels of its own. */
export const gridAxis = (most: number, steps = 3) => {
  const step = niceStep(most, steps);
  return measuredAxis(0, Math.max(most * 1.02, 1), Math.max(step, 1));
};

/** An axis between two values, with grid lines at the multiples of a step. */
export function measuredAxis(min: number, max: number, step: number) {
  const first = Math.ceil(min / step);
  const values = Array.from({ length: Math.floor(max / step) - first + 1 }, (_, index) => (first + index) * step);
  return {
    ...silentAxis,
    /** Drawn with the pen, at the ticks. */
    grid: { ...silentAxis.grid, lineWidth: 1 },
    min,
    max,
    afterBuildTicks: (axis: { ticks: { value: number }[] }) => {
      axis.ticks = values.map((value) => ({ value }));
    },
  };
}

/** The round step (1, 2 or 5 times a power of ten) that reaches a value in about `steps` steps. */
export function niceStep(most: number, steps: number): number {
  if (most <= 0) return 1;
  const rough = most / (steps + 1.2);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10;
  return step * power;
}
