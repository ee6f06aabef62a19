import type { Mask } from './mask.ts';
import type { Outlines, Point } from './outlines.ts';
import { type Box, overlaps } from './place.ts';
import type { MapMeasures } from './sizes.ts';
import { escapeXml, round } from './text.ts';

/** Width of a text, in the units of the map. */
export type MeasureText = (text: string, weight: 400 | 600, size: number) => number;

/** Something written on the map, and the room it takes. */
export interface Written {
  readonly box: Box;
  readonly markup: string;
  /** Stands on every map, whatever its size. */
  readonly kept?: boolean;
}

export interface Place {
  /** From the outlines' space to the map's. */
  readonly put: (point: Point) => Point;
  readonly sizes: MapMeasures;
  readonly measure: MeasureText;
}

/** Towns: a dot, and beside it the name of those that are no basin's own town. */
export function writeTowns(outlines: Outlines, { put, sizes, measure }: Place): Written[] {
  const basins = new Set(outlines.basins.map(({ id }) => id));
  return outlines.towns.map((town) => {
    const [x, y] = put(town.at);
    const own = basins.has(town.id);
    const dot = `<circle class="town${own ? ' hollow' : ''}" cx="${round(x)}" cy="${round(y)}" r="3"/>`;
    if (own) return { box: { x: x - 4, y: y - 4, width: 8, height: 8 }, markup: dot, kept: true };
    const width = measure(town.name, 400, sizes.text);
    return {
      box: { x: x - 4, y: y - sizes.text * 0.7, width: width + 12, height: sizes.text },
      markup: `${dot}<text x="${round(x + 8)}" y="${round(y + sizes.text * 0.34)}" font-size="${sizes.text}">${escapeXml(town.name)}</text>`,
    };
  });
}

/** Seas in italics, countries and regions in spaced letters: inside the frame, off the land, where asked if it can be. */
export function writeNeighbours(
  outlines: Outlines,
  { put, sizes, measure }: Place,
  head: number,
  land: Mask,
  taken: readonly Box[] = [],
): Written[] {
  const written: Written[] = [];
  for (const { name, kind, at } of outlines.neighbours) {
    const size = kind === 'mer' ? sizes.text * (sizes.compact ? 1 : 1.2) : sizes.small;
    const width = measure(name, 400, size) * (kind === 'mer' ? SERIF : 1.08);
    const boxes = [...taken, ...written.map(({ box }) => box)];
    const box = around(put(at), sizes.compact ? REACH : 0)
      .map(([cx, cy]): Box => {
        const x = Math.min(Math.max(cx - width / 2, 2), sizes.width - width - 2);
        const y = Math.min(Math.max(cy, head + size), sizes.height - 6);
        return { x, y: y - size * 0.75, width, height: size };
      })
      .find((place) => land.share(place) === 0 && !boxes.some((other) => overlaps(place, other, 3)));
    if (!box) continue;
    const markup = `<text class="${kind}" x="${round(box.x)}" y="${round(box.y + size * 0.75)}" font-size="${round(size)}">${escapeXml(name)}</text>`;
    written.push({ box, markup });
  }
  return written;
}

/** How much wider the italics of the text are than the letters that are measured. */
const SERIF = 1.36;

/** How far a neighbour's name may move on a crowded map. */
const REACH = 84;

/** Points around a centre, up to a distance, nearest first. */
function around([cx, cy]: Point, reach: number, step = 7): Point[] {
  const count = Math.floor(reach / step);
  const steps = Array.from({ length: 2 * count + 1 }, (_, index) => (index - count) * step);
  return steps
    .flatMap((dx) => steps.map((dy): Point => [cx + dx, cy + dy]))
    .toSorted((a, b) => Math.hypot(a[0] - cx, a[1] - cy) - Math.hypot(b[0] - cx, b[1] - cy));
}

/** Names of départements, as near their centre as what is already written lets them. */
export function writeDepartements(
  outlines: Outlines,
  { put, sizes, measure }: Place,
  taken: readonly Box[],
  basins: readonly Mask[],
): string {
  const written: Box[] = [...taken];
  return outlines.departementNames
    .map(({ name, at }) => {
      const [cx, cy] = put(at);
      const width = measure(name, 400, sizes.small) * 1.08;
      const free = around([cx, cy], 42, 14)
        .map(([x, y]): Box => ({ x: x - width / 2, y: y - sizes.small * 0.75, width, height: sizes.small }))
        .find((box) => !written.some((other) => overlaps(box, other)) && !basins.some((basin) => basin.share(box) > 0));
      if (!free) return '';
      written.push(free);
      return `<text class="departement" x="${round(free.x)}" y="${round(free.y + sizes.small * 0.75)}" font-size="${sizes.small}">${escapeXml(name)}</text>`;
    })
    .join('');
}

export function writeScale(outlines: Outlines, zoom: number, sizes: MapMeasures): Written {
  const length = outlines.kilometre * zoom * sizes.scale;
  const [x, y] = [2, sizes.height - 24];
  const bar = `<path class="scale" d="M${x} ${y - 5}V${y}H${round(x + length)}V${y - 5}M${round(x + length / 2)} ${y - 3}V${y}"/>`;
  const label = (text: string, at: number, anchor: string): string =>
    `<text x="${round(at)}" y="${y + 16}" font-size="${sizes.small}"${anchor}>${text}</text>`;
  return {
    box: { x: 0, y: y - 8, width: length + 24, height: 32 },
    markup: bar + label('0', x, '') + label(`${sizes.scale}\u00A0km`, x + length, ' text-anchor="middle"'),
  };
}
