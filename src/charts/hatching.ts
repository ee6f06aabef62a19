/** A stroke of a hatching, from one edge of a rectangle to another. */
export interface Stroke {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** Distance between two strokes, measured along the horizontal: five units apart at 45°. */
const PITCH = 5 * Math.SQRT2;

/**
 * Strokes at 45° that fill a rectangle. They are lines and no pattern, because a pattern becomes an image on paper;
 * neighbouring rectangles share one grid, so that their strokes run on.
 */
export function hatchRectangle(x: number, y: number, width: number, height: number): Stroke[] {
  const strokes: Stroke[] = [];
  for (let sum = Math.ceil((x + y) / PITCH) * PITCH; sum < x + y + width + height; sum += PITCH) {
    const [left, right] = [Math.max(x, sum - y - height), Math.min(x + width, sum - y)];
    if (right - left > 0.5) strokes.push({ x1: left, y1: sum - left, x2: right, y2: sum - right });
  }
  return strokes;
}
