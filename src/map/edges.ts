import type { Mask } from './mask.ts';
import type { Point } from './outlines.ts';
import type { MapMeasures } from './sizes.ts';
import { round } from './text.ts';

/** Distance between two strokes, and length of the step along one. */
const PITCH = 5;
const STEP = 1.5;

/**
 * Strokes that fill the band beside an edge of the region, away from the land: horizontal for the sea, at 45° for a
 * country. Lines and no pattern, because a pattern becomes an image on paper.
 */
export function hatchEdge(
  edge: readonly Point[],
  land: Mask,
  { width, height, band }: MapMeasures,
  kind: 'mer' | 'pays',
): string {
  const isNear = nearness(edge, band);
  const inBand = (x: number, y: number): boolean =>
    x >= 0 && y >= 0 && x <= width && y <= height && isNear(x, y) && !land.has(x, y);
  // A stroke at 45° is a horizontal one on turned axes: u runs along strokes, v across them.
  const turn = kind === 'mer' ? 0 : -Math.PI / 4;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const back = (u: number, v: number): Point => [u * cos - v * sin, u * sin + v * cos];
  const reach = Math.hypot(width, height);
  let path = '';
  for (let v = -reach; v <= reach; v += PITCH) {
    let start: Point | null = null;
    for (let u = -reach; u <= reach; u += STEP) {
      const point = back(u, v);
      const inside = inBand(...point);
      if (inside) start ??= point;
      if (start && !inside) {
        path += stroke(start, back(u - STEP, v));
        start = null;
      }
    }
  }
  return path;
}

/** A stroke as its start and the step to its end: shorter than two places. */
function stroke(from: Point, to: Point): string {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  if (Math.hypot(dx, dy) < 2) return '';
  const step = round(dy) === '0' ? `h${round(dx)}` : `l${round(dx)} ${round(dy)}`;
  return `M${round(from[0])} ${round(from[1])}${step.replace(' -', '-')}`;
}

/** Tells whether a point lies within a distance of a line, by a grid of the line's points. */
function nearness(line: readonly Point[], distance: number): (x: number, y: number) => boolean {
  const cells = new Map<string, Point[]>();
  const key = (x: number, y: number): string => `${Math.floor(x / distance)} ${Math.floor(y / distance)}`;
  for (const point of densify(line, distance / 4)) {
    const cell = key(...point);
    cells.set(cell, [...(cells.get(cell) ?? []), point]);
  }
  return (x, y) => {
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        const close = cells
          .get(key(x + dx * distance, y + dy * distance))
          ?.some(([px, py]) => Math.hypot(px - x, py - y) <= distance);
        if (close) return true;
      }
    }
    return false;
  };
}

/** The same line with a point at least every `step`. */
function densify(line: readonly Point[], step: number): Point[] {
  return line.flatMap((point, index) => {
    const next = line[index + 1];
    if (!next) return [point];
    const count = Math.max(1, Math.ceil(Math.hypot(next[0] - point[0], next[1] - point[1]) / step));
    return Array.from(
      { length: count },
      (_, rank): Point => [
        point[0] + ((next[0] - point[0]) * rank) / count,
        point[1] + ((next[1] - point[1]) * rank) / count,
      ],
    );
  });
}
