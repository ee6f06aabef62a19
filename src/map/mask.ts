import type { Point } from './outlines.ts';
import type { Box } from './place.ts';

const CELL = 4;

/** A coarse picture of shapes, to ask quickly what a rectangle or a line would cover. */
export interface Mask {
  has(x: number, y: number): boolean;
  /** Share of a rectangle, from 0 to 1, that lies on the shapes. */
  share(box: Box): number;
}

/** Fills rings (even-odd rule) on a grid of small cells, row by row. */
export function createMask(rings: readonly (readonly Point[])[], width: number, height: number): Mask {
  const columns = Math.ceil(width / CELL);
  const rows = Math.ceil(height / CELL);
  const cells = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    const crossings = rings.flatMap((ring) => crossingsAt(ring, (row + 0.5) * CELL)).toSorted((a, b) => a - b);
    for (let index = 0; index + 1 < crossings.length; index += 2) {
      const from = Math.max(0, Math.round((crossings[index] as number) / CELL));
      const to = Math.min(columns, Math.round((crossings[index + 1] as number) / CELL));
      if (to > from) cells.fill(1, row * columns + from, row * columns + to);
    }
  }
  const has = (x: number, y: number): boolean =>
    cells[Math.floor(y / CELL) * columns + Math.floor(x / CELL)] === 1 && x >= 0 && x < width;
  return {
    has,
    share({ x, y, width: boxWidth, height: boxHeight }) {
      const steps = [0, 0.2, 0.4, 0.6, 0.8, 1];
      const hits = steps
        .flatMap((u) => steps.map((v) => has(x + u * boxWidth, y + v * boxHeight)))
        .filter(Boolean).length;
      return hits / steps.length ** 2;
    },
  };
}

function crossingsAt(ring: readonly Point[], y: number): number[] {
  const found: number[] = [];
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i] as Point;
    const [xj, yj] = ring[j] as Point;
    if (yi > y !== yj > y) found.push(((xj - xi) * (y - yi)) / (yj - yi) + xi);
  }
  return found;
}
