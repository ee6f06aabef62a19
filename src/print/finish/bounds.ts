import type { Statement } from './artefacts.ts';

/** A box on a page, in points from its bottom left: left, bottom, right, top. */
export type Box = readonly [number, number, number, number];

type Matrix = readonly [number, number, number, number, number, number];
type Point = readonly [number, number];

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

const apply = ([a, b, c, d, e, f]: Matrix, [x, y]: Point): Point => [a * x + c * y + e, b * x + d * y + f];

/** What one matrix does, then another. */
const compose = ([a, b, c, d, e, f]: Matrix, then: Matrix): Matrix => {
  const [A, B, C, D] = then;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, ...apply(then, [e, f])];
};

/** Parts of the size of a font that a letter takes at the most: below its line, above it, and along it. */
const [BELOW, ABOVE, ALONG] = [0.25, 0.8, 1];

/** Of what is marked without a number: an artefact. */
const NONE = -1;

/** Where some marked content of a page is painted, by its number: lines without their width, letters at their largest. */
export function boundsOf(painted: Iterable<Statement>, wanted: ReadonlySet<number>): Map<number, Box> {
  const bounds = new Map<number, Box>();
  const saved: Matrix[] = [];
  let [matrix, text, size] = [IDENTITY, IDENTITY, 0];
  /** Numbers of the marked content that is open: words for a ligature stand inside, without one of their own. */
  const open: number[] = [];
  let path: Point[] = [];

  const grow = (points: readonly Point[]): void => {
    const id = open.at(-1) ?? NONE;
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    const [left, bottom, right, top] = bounds.get(id) ?? [...(points[0] as Point), ...(points[0] as Point)];
    bounds.set(id, [Math.min(left, ...xs), Math.min(bottom, ...ys), Math.max(right, ...xs), Math.max(top, ...ys)]);
  };
  const addPoints = (numbers: readonly number[]): void => {
    for (let index = 0; index + 1 < numbers.length; index += 2)
      path.push(apply(matrix, [numbers[index] as number, numbers[index + 1] as number]));
  };

  for (const { operator, operands } of painted) {
    if (operator === 'q') saved.push(matrix);
    else if (operator === 'Q') matrix = saved.pop() ?? IDENTITY;
    else if (operator === 'cm') matrix = compose(operands.map(Number) as unknown as Matrix, matrix);
    else if (operator === 'BDC' || operator === 'BMC') {
      const at = operands.indexOf('/MCID');
      open.push(at >= 0 ? Number(operands[at + 1]) : (open.at(-1) ?? NONE));
    } else if (operator === 'EMC') open.pop();
    else if (!wanted.has(open.at(-1) ?? NONE)) continue;
    else if (operator === 'm' || operator === 'l' || operator === 'c' || operator === 'v' || operator === 'y')
      addPoints(operands.map(Number));
    else if (operator === 're') {
      const [x = 0, y = 0, width = 0, height = 0] = operands.map(Number);
      addPoints([x, y, x + width, y, x, y + height, x + width, y + height]);
    } else if (operator === 'n') path = [];
    else if (PAINT.has(operator)) {
      if (path.length > 0) grow(path);
      path = [];
    } else if (operator === 'Tf') size = Number(operands[1]);
    else if (operator === 'Tm') text = operands.map(Number) as unknown as Matrix;
    else if (operator === 'Td') text = compose([1, 0, 0, 1, Number(operands[0]), Number(operands[1])], text);
    else if (operator === 'Tj') {
      const toPage = compose(text, matrix);
      const corners: Point[] = [
        [0, -BELOW * size],
        [ALONG * size, ABOVE * size],
      ];
      grow(corners.map((corner) => apply(toPage, corner)));
    }
  }
  return bounds;
}

const PAINT = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's']);
