import { splitOrdinals } from '../french/ordinals.ts';
import type { Token } from './chart.ts';
import { hatchRectangle } from './hatching.ts';
import { fontOf, RAISED, TEXT_SIZE, type Theme, type Weight } from './theme.ts';

export interface TextStyle {
  readonly align?: 'left' | 'center' | 'right';
  readonly weight?: Weight;
  readonly size?: number;
  readonly colour?: Token;
}

/** Where the letters of a text stand. */
interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** By how much a text that would touch another is moved, each time. */
const STEP = 4;
const AIR = 1.5;

interface Run {
  readonly text: string;
  readonly size: number;
  readonly rise: number;
  readonly width: number;
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
  readonly #written: Box[] = [];

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
    if (text === '') return;
    const context = this.#context;
    const box = this.#boxOf(text, x, y, { align, weight, size });
    this.#written.push(box);
    context.fillStyle = this.#theme.colour(colour);
    context.textBaseline = 'alphabetic';
    const runs = this.#runsOf(text, weight, size);
    context.textAlign = runs.length === 1 ? align : 'left';
    let left = runs.length === 1 ? x : box.left;
    for (const run of runs) {
      context.font = fontOf(weight, run.size);
      context.fillText(run.text, left, y - run.rise);
      left += run.width;
    }
  }

  /** Stretches of a text that stand on one line, at one size: the letters of an ordinal are small, and raised. */
  #runsOf(text: string, weight: Weight | undefined, size: number): Run[] {
    return splitOrdinals(text).map((stretch) => {
      const own = stretch.raised ? Math.round(size * RAISED.size * 10) / 10 : size;
      this.#context.font = fontOf(weight, own);
      const { width } = this.#context.measureText(stretch.text);
      return { text: stretch.text, size: own, rise: stretch.raised ? size * RAISED.rise : 0, width };
    });
  }

  /** Text that gives way: it rises until it lies over no text written before it. */
  give(text: string, x: number, y: number, style: TextStyle = {}): void {
    this.text(text, x, this.rise(text, x, y, style), style);
  }

  /** The lowest baseline, from `y` up, where a text lies over no other. */
  rise(text: string, x: number, y: number, style: TextStyle = {}): number {
    let baseline = y;
    while (this.#isTaken(this.#boxOf(text, x, baseline, style))) baseline -= STEP;
    return baseline;
  }

  widthOf(text: string, style: TextStyle = {}): number {
    const { left, right } = this.#boxOf(text, 0, 0, style);
    return right - left;
  }

  #isTaken(box: Box): boolean {
    return this.#written.some(
      (other) =>
        box.left < other.right + AIR &&
        other.left < box.right + AIR &&
        box.top < other.bottom + AIR &&
        other.top < box.bottom + AIR,
    );
  }

  /** Capitals and figures rise by seven tenths of the size. */
  #boxOf(text: string, x: number, y: number, { align = 'left', weight, size = TEXT_SIZE }: TextStyle): Box {
    const width = this.#runsOf(text, weight, size).reduce((sum, run) => sum + run.width, 0);
    const left = x - { left: 0, center: width / 2, right: width }[align];
    return { left, right: left + width, top: y - size * 0.7, bottom: y + size * 0.05 };
  }

  /**
   * Text on a plate of the paper's colour, where lines or hatchings would run through it; a `halo` is seen only where
   * the reader's system chooses the colours.
   */
  plate(text: string, x: number, y: number, style: TextStyle = {}, ground: 'paper' | 'halo' = 'paper'): void {
    if (text === '') return;
    const size = style.size ?? TEXT_SIZE;
    const { left, right } = this.#boxOf(text, x, y, style);
    this.#context.fillStyle = this.#theme.colour(ground);
    this.#context.fillRect(left - 2, y - size * 0.85, right - left + 4, size * 1.1);
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
