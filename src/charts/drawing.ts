import type {
  BarElement,
  CartesianScaleOptions,
  ChartConfiguration,
  Chart as ChartJs,
  ChartOptions,
  Plugin,
} from 'chart.js';
import type { Mark, Token } from './chart.ts';
import { hatchRectangle } from './hatching.ts';
import { fontOf, TEXT_SIZE, type Theme, type Weight } from './theme.ts';

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

export interface TextStyle {
  readonly align?: 'left' | 'center' | 'right';
  readonly weight?: Weight;
  readonly size?: number;
  readonly colour?: Token;
}

/** An upright edge of a band. */
interface Edge {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/** Draws text and strokes by role, on a canvas or on its SVG stand-in. Text is always placed by its baseline. */
export class Pen {
  readonly #context: CanvasRenderingContext2D;
  readonly #theme: Theme;

  constructor(context: CanvasRenderingContext2D, theme: Theme) {
    this.#context = context;
    this.#theme = theme;
  }

  text(
    text: string,
    x: number,
    y: number,
    { align = 'left', weight = 400, size = TEXT_SIZE, colour = 'ink' }: TextStyle = {},
  ): void {
    const context = this.#context;
    context.font = fontOf(weight, size);
    context.fillStyle = this.#theme.colour(colour);
    context.textAlign = align;
    context.textBaseline = 'alphabetic';
    context.fillText(text, x, y);
  }

  /** Text on a plate of the paper's colour, where lines or hatchings would run through it. */
  plate(text: string, x: number, y: number, style: TextStyle = {}): void {
    const context = this.#context;
    const size = style.size ?? TEXT_SIZE;
    context.font = fontOf(style.weight, size);
    const width = context.measureText(text).width;
    const left = x - { left: 0, center: width / 2, right: width }[style.align ?? 'left'];
    context.fillStyle = this.#theme.colour('paper');
    context.fillRect(left - 2, y - size * 0.85, width + 4, size * 1.1);
    this.text(text, x, y, style);
  }

  /** Fills a rectangle with strokes: what is not complete. */
  hatch(x: number, y: number, width: number, height: number, colour: Token): void {
    const context = this.#context;
    context.beginPath();
    for (const { x1, y1, x2, y2 } of hatchRectangle(x, y, width, height)) {
      context.moveTo(x1, y1);
      context.lineTo(x2, y2);
    }
    context.strokeStyle = this.#theme.colour(colour);
    context.lineWidth = 1.2;
    context.stroke();
  }

  line(points: readonly (readonly [number, number])[], colour: Token, width = 1, dash: readonly number[] = []): void {
    const context = this.#context;
    context.beginPath();
    points.forEach(([x, y], index) => {
      if (index === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    });
    context.strokeStyle = this.#theme.colour(colour);
    context.lineWidth = width;
    context.setLineDash([...dash]);
    context.stroke();
    context.setLineDash([]);
  }

  /** The square of a key, before a name on a baseline; its edge holds where its colour is that of the page. */
  swatch(x: number, baseline: number, colour: Token): void {
    this.line(
      [
        [x, baseline - 4.5],
        [x + 12, baseline - 4.5],
      ],
      'ink-3',
      11,
    );
    this.line(
      [
        [x + 0.75, baseline - 4.5],
        [x + 11.25, baseline - 4.5],
      ],
      colour,
      9.5,
    );
  }

  /** A band that leads from one upright edge to another. */
  band(from: Edge, to: Edge, colour: Token): void {
    const context = this.#context;
    const middle = (from.x + to.x) / 2;
    context.beginPath();
    context.moveTo(from.x, from.top);
    context.bezierCurveTo(middle, from.top, middle, to.top, to.x, to.top);
    context.lineTo(to.x, to.bottom);
    context.bezierCurveTo(middle, to.bottom, middle, from.bottom, from.x, from.bottom);
    context.closePath();
    context.fillStyle = this.#theme.colour(colour);
    context.fill();
    // Where colours are forced, bands have the colour of the page: their edges remain.
    context.strokeStyle = this.#theme.colour('hair');
    context.lineWidth = 0.5;
    context.stroke();
  }

  dot(
    x: number,
    y: number,
    radius: number,
    { fill, stroke, width = 1 }: { fill: Token; stroke?: Token; width?: number },
  ): void {
    const context = this.#context;
    context.beginPath();
    context.arc(x, y, radius, 0, Math.PI * 2);
    context.fillStyle = this.#theme.colour(fill);
    context.fill();
    if (!stroke) return;
    context.strokeStyle = this.#theme.colour(stroke);
    context.lineWidth = width;
    context.stroke();
  }
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
export const MARK_HEIGHT = 30;

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

/** Points without value along a line: the sign that says why stands on the base line. */
export function writeWithheld(pen: Pen, drawn: ChartJs, marks: readonly (Mark | null)[]): void {
  marks.forEach((mark, index) => {
    if (mark?.value === null)
      pen.text(mark.text, drawn.scales.x?.getPixelForValue(index) ?? 0, drawn.chartArea.bottom - 4, {
        align: 'center',
      });
  });
}
