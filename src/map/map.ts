import type { MapDescription, MapDrawing } from './describe.ts';
import { hatchEdge } from './edges.ts';
import { writeCircles, writeGround } from './ground.ts';
import { sizeOf, writeLabel, writeOnGround } from './labels.ts';
import { radiusOf, writeLegend } from './legend.ts';
import { createMask, type Mask } from './mask.ts';
import {
  type MeasureText,
  type Place,
  type Written,
  writeDepartements,
  writeNeighbours,
  writeScale,
  writeTowns,
} from './names.ts';
import type { Outlines, Point } from './outlines.ts';
import { type Box, type Label, overlaps, type Placement, placeLabels } from './place.ts';
import { placeOnGround } from './place-on-ground.ts';
import { MAP_SIZES, type MapMeasures, type MapSize } from './sizes.ts';
import { escapeXml } from './text.ts';

/** Height of the mark of a demonstration, over the map. */
const HEAD = 28;

/**
 * The region, its départements and basins, with values on the map. Text is text; every basin is a link. What the map
 * says comes first: names of towns and neighbours take the room that is left, or, on a large map, stand where they are.
 */
export function drawMap(map: MapDescription, outlines: Outlines, size: MapSize, measure: MeasureText): MapDrawing {
  const sizes = MAP_SIZES[size];
  const zoom = sizes.region / outlines.width;
  const at: Place = { sizes, measure, put: ([x, y]) => [x * zoom + sizes.left, y * zoom + sizes.top] };
  const head = map.mark === null ? 0 : HEAD;
  const shapes = masksOf(outlines, at);
  const anchors = new Map(outlines.basins.map(({ id, anchor }) => [id, at.put(anchor)]));
  const isCounted = map.shading.kind === 'circles';
  const circle = (value: number | null): number => (isCounted ? radiusOf(value ?? 0, map, sizes) : 0);

  // What stands where it stands: the mark, scale and legend; on a large map, towns and neighbours too.
  const scale = writeScale(outlines, zoom, sizes);
  const legend = writeLegend(map, sizes, measure);
  const towns = writeTowns(outlines, at).filter(({ kept }) => !(kept && isCounted));
  const own = towns.filter(({ kept }) => kept || !sizes.compact);
  const neighbours = sizes.compact ? [] : writeNeighbours(outlines, at, head, shapes.land);
  const fixed = [scale, ...(legend ? [legend] : []), ...own, ...neighbours];
  const limits = outlines.limits.map(at.put);
  const circles = map.places.map(({ id, number }) => circleBox(anchors.get(id) ?? [0, 0], circle(number)));
  const obstacles = [{ x: 0, y: 0, width: sizes.width, height: head }, ...fixed.map(({ box }) => box), ...circles];

  // The rest of the region on its own ground, then the basins around theirs.
  const outsideRadius = circle(map.outside.number);
  const ground = placeOnGround(sizeOf(map.outside, at), outsideRadius, {
    ...shapes,
    obstacles,
    limits,
    sizes,
  });
  const labels = map.places.map((place): Label => {
    const own = shapes.byId.get(place.id) ?? null;
    return { ...sizeOf(place, at), anchor: anchors.get(place.id) ?? [0, 0], own };
  });
  const placements = placeLabels(labels, {
    width: sizes.width,
    height: sizes.height,
    obstacles: [...obstacles.filter((box) => !circles.includes(box)), ground],
    shapes: shapes.basins,
    land: shapes.land,
    sights: outlines.edges.flatMap(({ points }) => points.map(at.put)),
    limits,
  });
  const taken = [...obstacles, ground, ...placements.flatMap((placement, index) => covered(placement, labels[index]))];
  const written = [...fixed, ...(sizes.compact ? fitting(towns, fixed, taken, shapes.basins) : [])];
  if (sizes.compact) {
    written.push(...writeNeighbours(outlines, at, head, shapes.land, [...taken, ...written.map(({ box }) => box)]));
  }

  const markup = [
    map.mark === null ? '' : markMarkup(map.mark, sizes, measure),
    ...outlines.edges.map(
      ({ kind, points }) => `<path class="hatch" d="${hatchEdge(points.map(at.put), shapes.land, sizes, kind)}"/>`,
    ),
    writeGround(map, zoom, sizes),
    writeCircles(map, anchors, at),
    sizes.compact ? '' : writeDepartements(outlines, at, taken, shapes.basins),
    written.map((item) => item.markup).join(''),
    ...map.places.map((place, index) =>
      writeLabel(place, labels[index] as Label, placements[index] as Placement, circle(place.number), at),
    ),
    writeOnGround(map.outside, ground, outsideRadius, at),
  ].join('');
  return { width: sizes.width, height: sizes.height, markup };
}

interface Shapes {
  readonly byId: ReadonlyMap<string, Mask>;
  readonly basins: readonly Mask[];
  readonly land: Mask;
}

function masksOf(outlines: Outlines, { put, sizes }: Place): Shapes {
  const mask = (rings: readonly (readonly Point[])[]): Mask =>
    createMask(
      rings.map((ring) => ring.map(put)),
      sizes.width,
      sizes.height,
    );
  const byId = new Map(outlines.basins.map(({ id, rings }) => [id, mask(rings)]));
  return { byId, basins: [...byId.values()], land: mask([outlines.land]) };
}

const circleBox = ([x, y]: Point, radius: number): Box => ({
  x: x - radius,
  y: y - radius,
  width: 2 * radius,
  height: 2 * radius,
});

/** The rectangles a label and its leading line cover. */
function covered({ box, lead }: Placement, label: Label | undefined): Box[] {
  const [x, y] = label?.anchor ?? lead;
  const along = Array.from({ length: 13 }, (_, step) => step / 12);
  return [
    box,
    ...along.map((part) => ({
      x: lead[0] + (x - lead[0]) * part,
      y: lead[1] + (y - lead[1]) * part,
      width: 1,
      height: 1,
    })),
  ];
}

/** The names for which there is room left, each in turn. */
function fitting(
  names: readonly Written[],
  already: readonly Written[],
  taken: readonly Box[],
  basins: readonly Mask[],
): Written[] {
  const found: Written[] = [];
  for (const name of names) {
    const boxes = [...taken, ...found.map(({ box }) => box)];
    const isFree =
      !boxes.some((box) => overlaps(name.box, box, 3)) && !basins.some((basin) => basin.share(name.box) > 0);
    if (isFree && !already.includes(name)) found.push(name);
  }
  return found;
}

/** The mark keeps to the width of the map: its first sentence alone where the whole is too long. */
function markMarkup(mark: string, { width }: MapMeasures, measure: MeasureText): string {
  const text = measure(mark, 600, 13.5) <= width ? mark : mark.replace(/,[^.]*\.$/, '.');
  return `<path class="mark" d="M0 .75H${width}"/><text class="mark" y="17" font-weight="600">${escapeXml(text)}</text>`;
}
