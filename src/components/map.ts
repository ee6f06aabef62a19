import { currentBilan } from '../handover.ts';
import type { MapDescription, MapDrawing } from '../map/describe.ts';
import { drawMap } from '../map/map.ts';
import { type Outlines, projectOutlines } from '../map/outlines.ts';
import type { MapSize } from '../map/sizes.ts';
import type { Territory } from '../map/territory.ts';

let projected: { territory: Territory; outlines: Outlines } | null = null;

/** The outlines of the territory, projected once a build. */
export function outlines(): Outlines {
  const { territory } = currentBilan();
  if (projected?.territory !== territory) projected = { territory, outlines: projectOutlines(territory) };
  return projected.outlines;
}

const drawings = new Map<string, MapDrawing>();

/** A drawing of a map; the same map on several pages is drawn once. */
export function mapDrawing(map: MapDescription, size: MapSize): MapDrawing {
  const key = `${size} ${JSON.stringify(map)}`;
  const drawing = drawings.get(key) ?? drawMap(map, outlines(), size, currentBilan().measure);
  drawings.set(key, drawing);
  return drawing;
}
