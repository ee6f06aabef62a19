import type {
  BarElement,
  CartesianScaleOptions,
  ChartConfiguration,
  Chart as ChartJs,
  ChartOptions,
  Plugin,
} from 'chart.js';
import { Pen } from './pen.ts';
import type { Theme, Weight } from './theme.ts';

/** Room a drawing has, in the units of its view box. */
export interface Frame {
  readonly width: number;
  readonly phone: boolean;
  /** Width of a text. */
  readonly measure: (text: string, weight?: Weight, size?: number) => number;
}

/** The width of the column of text: on a desk a unit is a pixel, and lines are sharp. */
export const DESK_WIDTH = 680;
export const PHONE_WIDTH = 350;

/** One Chart.js chart inside a drawing. */
export interface Panel {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly config: ChartConfiguration;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly panels: readonly Panel[];
}

/** A plugin that draws with a pen: the grid before the data, all the rest after them. */
export const drawAfter = (theme: Theme, draw: (pen: Pen, chart: ChartJs) => void): Plugin => ({
  id: 'bilan',
  beforeDatasetsDraw(chart) {
    drawGrid(new Pen(chart.ctx, theme), chart);
  },
  afterDatasetsDraw(chart) {
    chart.ctx.save();
    draw(new Pen(chart.ctx, theme), chart);
    chart.ctx.restore();
  },
});

/** Ours, for Chart.js moves its own to the pixels of each screen: the grid would jump when the living chart comes. */
function drawGrid(pen: Pen, chart: ChartJs): void {
  const { left, right, top, bottom } = chart.chartArea;
  for (const scale of Object.values(chart.scales)) {
    if (!isMeasured(scale.options)) continue;
    for (const { value } of scale.ticks) {
      const at = Math.round(scale.getPixelForValue(value)) + 0.5;
      pen.line(
        scale.isHorizontal()
          ? [
              [at, top],
              [at, bottom],
            ]
          : [
              [left, at],
              [right, at],
            ],
        'hair',
      );
    }
  }
}

const isMeasured = (options: object): boolean => (options as CartesianScaleOptions).grid?.lineWidth === 1;

/** Height of the demonstration mark at the head of a drawing. */
const MARK_HEIGHT = 30;

export const markHeight = (mark: string | null): number => (mark === null ? 8 : MARK_HEIGHT);

/** The demonstration mark: a red rule, and the words below it. */
export function drawMark(pen: Pen, mark: string | null, width: number): void {
  if (mark === null) return;
  pen.line(
    [
      [0, 0.75],
      [width, 0.75],
    ],
    'minium',
    1.5,
  );
  pen.text(mark, 0, 17, { weight: 600, colour: 'accent' });
}

/** Options every chart shares: nothing moves, nothing is guessed from the page, no legend. */
export function baseOptions(padding: { top: number; right: number; bottom: number; left: number }): ChartOptions {
  return {
    animation: false,
    responsive: false,
    maintainAspectRatio: false,
    devicePixelRatio: 1,
    locale: 'fr-FR',
    layout: { padding, autoPadding: false },
    plugins: { legend: { display: false }, tooltip: { enabled: false } },
  };
}

/** The largest value of some marks, 0 when there is none. */
export const highest = (marks: readonly ({ readonly value: number | null } | null)[]): number =>
  Math.max(0, ...marks.map((mark) => mark?.value ?? 0));

/** Rectangle of a vertical bar that Chart.js laid out. */
export function barBox(
  chart: ChartJs,
  dataset: number,
  index: number,
): { x: number; y: number; width: number; height: number } {
  const bar = chart.getDatasetMeta(dataset).data[index] as unknown as BarElement;
  const { x, y, base, width } = bar.getProps(['x', 'y', 'base', 'width'], true) as Readonly<
    Record<'x' | 'y' | 'base' | 'width', number>
  >;
  return { x: x - width / 2, y, width, height: base - y };
}
