import type { Mask } from './mask.ts';
import type { Point } from './outlines.ts';
import { type Box, isInside, type Label, overlaps } from './place.ts';
import type { MapMeasures } from './sizes.ts';

export interface Ground {
  readonly land: Mask;
  readonly basins: readonly Mask[];
  readonly obstacles: readonly Box[];
  /** Points along the limits of départements, which would run through the words. */
  readonly limits: readonly Point[];
  readonly sizes: MapMeasures;
}

/** What a point of a limit under the words costs, in units of the map. */
const STRUCK = 12;

/** Where the middle of the open land is, from the top of the region, in its width. */
const MIDDLE = 0.72;

/**
 * Room for a label, and its circle on the left, on land outside the basins and clear of what is written: the nearest to
 * the middle of the open land. The middle itself when there is none.
 */
export function placeOnGround({ width, height }: Pick<Label, 'width' | 'height'>, radius: number, ground: Ground): Box {
  const { land, basins, obstacles, limits, sizes } = ground;
  const [cx, cy] = [sizes.left + sizes.region / 2, sizes.top + sizes.region * MIDDLE];
  const room = radius === 0 ? 0 : 2 * radius + 8;
  let best: { box: Box; cost: number } = { box: boxAt(cx, cy), cost: Number.POSITIVE_INFINITY };
  for (let y = sizes.top; y < sizes.height; y += 4) {
    for (let x = sizes.left; x < sizes.left + sizes.region; x += 4) {
      const box = boxAt(x, y);
      const whole = {
        x: box.x - room - 6,
        y: box.y - 6,
        width: width + room + 12,
        height: Math.max(height, radius) + 12,
      };
      const near = Math.hypot(x - cx, y - cy);
      if (near >= best.cost) continue;
      const cost = near + limits.filter(([px, py]) => isInside(px, py, box, 3)).length * STRUCK;
      if (cost >= best.cost || land.share(whole) < 1 || basins.some((basin) => basin.share(whole) > 0)) continue;
      if (!obstacles.some((other) => overlaps(whole, other, 0))) best = { box, cost };
    }
  }
  return best.box;

  function boxAt(x: number, y: number): Box {
    return { x: x - (width - room) / 2, y: y - height / 2, width, height };
  }
}
