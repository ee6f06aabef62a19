import type { Chart } from '../../charts/register.ts';
import type { Tip } from '../../charts/tips.ts';
import type { Living } from './living.ts';

/** Where a point stands in the page, from the left and top of its drawing. */
export interface Place {
  /** The point along its axis, and the stretch of the plot it is read across. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
  /** The highest thing drawn at the point: a rule that starts there runs through no words above it. */
  readonly summit: number;
  /** How categories follow one another: downwards, as columns on a base line, or as points of lines. */
  readonly kind: 'rows' | 'columns' | 'points';
  /** Room of one category along its axis. */
  readonly step: number;
  readonly width: number;
  readonly height: number;
}

export function placeOfTip({ charts, drawing, scale }: Living, { panel, index }: Tip): Place {
  const chart = charts[panel];
  const { x = 0, y = 0 } = drawing.panels[panel] ?? {};
  const downwards = chart?.options.indexAxis === 'y';
  const isColumns = chart?.getDatasetMeta(0).type === 'bar';
  const axis = downwards ? chart?.scales.y : chart?.scales.x;
  const { left = 0, right = 0, top = 0, bottom = 0 } = chart?.chartArea ?? {};
  const [first, last, offset, across] = downwards ? [left, right, y, x] : [top, bottom, x, y];
  return {
    at: ((axis?.getPixelForValue(index) ?? 0) + offset) * scale,
    from: (first + across) * scale,
    to: (last + across) * scale,
    summit: (chart && !downwards ? summitOf(chart, index) + y : first + across) * scale,
    kind: downwards ? 'rows' : isColumns ? 'columns' : 'points',
    step: Math.abs((axis?.getPixelForValue(1) ?? 0) - (axis?.getPixelForValue(0) ?? 0)) * scale,
    width: drawing.width * scale,
    height: drawing.height * scale,
  };
}

function summitOf(chart: Chart, index: number): number {
  const heights = chart.data.datasets.flatMap(({ data }, rank) => {
    const element = chart.getDatasetMeta(rank).data[index];
    return data[index] == null || !element ? [] : [element.y];
  });
  return heights.length > 0 ? Math.min(...heights) : chart.chartArea.top;
}

/** Rank of the point nearest to the pointer: in its panel, along the axis of the categories. */
export function nearestTip(event: PointerEvent, { charts, scale }: Living, tips: readonly Tip[]): number {
  const panel = nearestPanel(
    event,
    charts.map(({ canvas }) => canvas.getBoundingClientRect()),
  );
  const chart = charts[panel];
  if (!chart) return -1;
  const box = chart.canvas.getBoundingClientRect();
  const downwards = chart.options.indexAxis === 'y';
  const pointer = (downwards ? event.clientY - box.top : event.clientX - box.left) / scale;
  const axis = downwards ? chart.scales.y : chart.scales.x;
  const distance = (tip: Tip): number => Math.abs((axis?.getPixelForValue(tip.index) ?? 0) - pointer);
  return tips.reduce((best, tip, rank) => {
    const closest = tips[best];
    return tip.panel === panel && (!closest || distance(tip) < distance(closest)) ? rank : best;
  }, -1);
}

function nearestPanel({ clientX, clientY }: PointerEvent, boxes: readonly DOMRect[]): number {
  const distances = boxes.map(({ left, right, top, bottom }) =>
    Math.hypot(Math.max(left - clientX, 0, clientX - right), Math.max(top - clientY, 0, clientY - bottom)),
  );
  return distances.indexOf(Math.min(...distances));
}
