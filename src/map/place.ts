import type { Mask } from './mask.ts';
import type { Point } from './outlines.ts';

/** A rectangle on the map; x and y are its left and top. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A label to place: how large it is, and the point it speaks of. */
export interface Label {
  readonly anchor: Point;
  readonly width: number;
  readonly height: number;
  /** The shape the label speaks of, which its leading line may cross. */
  readonly own: Mask | null;
}

export interface Placement {
  readonly box: Box;
  readonly side: 'left' | 'right';
  /** Where the leading line leaves the label. */
  readonly lead: Point;
}

export interface Surroundings {
  readonly width: number;
  readonly height: number;
  /** Things a label must not cover: towns, names, the scale. */
  readonly obstacles: readonly Box[];
  /** Shapes a label must stay out of. */
  readonly shapes: readonly Mask[];
  /** Land: a label may stand on it, at a price. */
  readonly land: Mask;
  /** Points better left in sight: the hatched coast. */
  readonly sights: readonly Point[];
  /** Points along the limits of départements, which would run through the words. */
  readonly limits: readonly Point[];
}

export const overlaps = (a: Box, b: Box, margin = 4): boolean =>
  a.x < b.x + b.width + margin &&
  b.x < a.x + a.width + margin &&
  a.y < b.y + b.height + margin &&
  b.y < a.y + a.height + margin;

const grow = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});

/** How many candidate places are kept a label: enough to find room, few enough to try every combination. */
const KEPT = 14;
const STEP = 12;
const COLLISION = 5000;

/**
 * Places all labels at once: every combination of the best places of each is tried, and the cheapest without any
 * overlap wins. A place costs its distance, a bent leading line, and what it covers. Deterministic.
 */
export function placeLabels(labels: readonly Label[], surroundings: Surroundings): Placement[] {
  const candidates = labels.map((label) => candidatesFor(label, surroundings));
  const collides = rememberCollisions();
  let best: { cost: number; chosen: readonly Candidate[] } = { cost: Number.POSITIVE_INFINITY, chosen: [] };
  const search = (index: number, chosen: readonly Candidate[], cost: number): void => {
    if (cost >= best.cost) return;
    const options = candidates[index];
    if (!options) {
      best = { cost, chosen };
      return;
    }
    for (const candidate of options) {
      const collisions = chosen.filter((other) => collides(other, candidate)).length;
      search(index + 1, [...chosen, candidate], cost + candidate.cost + collisions * COLLISION);
    }
  };
  search(0, [], 0);
  return [...best.chosen];
}

/** Whether two places collide, worked out once a pair: the search asks thousands of times. */
function rememberCollisions(): (a: Candidate, b: Candidate) => boolean {
  const known = new Map<Candidate, Map<Candidate, boolean>>();
  return (a, b) => {
    const row = known.get(a) ?? new Map<Candidate, boolean>();
    known.set(a, row);
    const answer = row.get(b) ?? collide(a, b);
    row.set(b, answer);
    return answer;
  };
}

interface Candidate extends Placement {
  readonly cost: number;
  readonly anchor: Point;
}

function candidatesFor(label: Label, surroundings: Surroundings): Candidate[] {
  const { anchor, width, height } = label;
  const found: Candidate[] = [];
  for (const side of ['left', 'right'] as const) {
    for (let distance = STEP; distance <= surroundings.width * 0.6; distance += STEP) {
      for (let shift = -15; shift <= 15; shift++) {
        const y = anchor[1] + shift * STEP;
        const x = side === 'right' ? anchor[0] + distance : anchor[0] - distance - width;
        const place = {
          box: { x, y: y - height, width, height },
          side,
          anchor,
          lead: [side === 'right' ? x : x + width, y] as Point,
        };
        const cost = costOf(place, label, surroundings);
        if (cost < Number.POSITIVE_INFINITY) found.push({ ...place, cost });
      }
    }
  }
  return keepDifferent(found.toSorted((a, b) => a.cost - b.cost));
}

/** Keeps the best places that are real alternatives to one another. */
function keepDifferent(sorted: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of sorted) {
    if (kept.length === KEPT) break;
    const isNew = kept.every(
      (other) => Math.abs(other.box.x - candidate.box.x) + Math.abs(other.box.y - candidate.box.y) >= 20,
    );
    if (isNew) kept.push(candidate);
  }
  return kept;
}

function costOf({ box, lead }: Placement, { anchor, own }: Label, around: Surroundings): number {
  const leaves = box.x < 0 || box.y < 0 || box.x + box.width > around.width || box.y + box.height > around.height;
  if (leaves || around.obstacles.some((obstacle) => overlaps(box, obstacle))) return Number.POSITIVE_INFINITY;
  const roomy = grow(box, 7);
  if (around.shapes.some((shape) => shape.share(roomy) > 0)) return Number.POSITIVE_INFINITY;
  const [dx, dy] = [lead[0] - anchor[0], lead[1] - anchor[1]];
  const strangers = countAlong(anchor, lead, (x, y) => around.shapes.some((shape) => shape !== own && shape.has(x, y)));
  const hidden = around.sights.filter(([x, y]) => isInside(x, y, roomy, 0)).length;
  const crossed = around.limits.filter(([x, y]) => isInside(x, y, box, 0)).length;
  const struck = countAlong(anchor, lead, (x, y) => around.obstacles.some((box) => isInside(x, y, box, 1)));
  return (
    Math.hypot(dx, dy) +
    Math.abs(dy) * 0.5 +
    around.land.share(box) * 45 +
    strangers * 60 +
    struck * 40 +
    hidden * 4 +
    crossed * 0.8
  );
}

/** How many of thirteen points of a leading line, its ends included, pass a test. */
function countAlong(from: Point, to: Point, test: (x: number, y: number) => boolean): number {
  let count = 0;
  for (let step = 0; step <= 12; step++) {
    const part = step / 12;
    if (test(from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part)) count += 1;
  }
  return count;
}

export const isInside = (x: number, y: number, box: Box, margin: number): boolean =>
  x > box.x - margin && x < box.x + box.width + margin && y > box.y - margin && y < box.y + box.height + margin;

const collide = (a: Candidate, b: Candidate): boolean =>
  overlaps(a.box, b.box, 8) ||
  cross(a.anchor, a.lead, b.anchor, b.lead) ||
  runsThrough(a, b.box) ||
  runsThrough(b, a.box);

const runsThrough = (label: Candidate, box: Box): boolean =>
  countAlong(label.anchor, label.lead, (x, y) => isInside(x, y, box, 3)) > 0;

function cross(a: Point, b: Point, c: Point, d: Point): boolean {
  const side = (p: Point, q: Point, r: Point): number =>
    Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);
}
