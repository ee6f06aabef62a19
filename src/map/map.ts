import { NBSP } from '../french/number.ts';
import { hatchEdge } from './edges.ts';
import { createMask, type Mask } from './mask.ts';
import { type MeasureText, type Place, writeDepartements, writeNeighbours, writeScale, writeTowns } from './names.ts';
import type { Outlines, Point } from './outlines.ts';
import { type Box, type Label, overlaps, type Placement, placeLabels } from './place.ts';
import { MAP_SIZES, type MapMeasures, type MapSize } from './sizes.ts';
import { escapeXml, round } from './text.ts';

/** What the map says of a basin, or of the rest of the region. */
export interface MapPlace {
  readonly id: string;
  readonly name: string;
  /** « 970 ». */
  readonly value: string;
  /** What the value counts: « entrées, ». Left out where room is short. */
  readonly noun: string;
  /** « 27,5 % ». */
  readonly share: string;
  /** Said before and after what is written, so that the link tells the whole fact: « Bassin de », « de la région… ». */
  readonly opening: string;
  readonly ending: string;
  /** `null` on paper. */
  readonly href: string | null;
}

export interface MapDescription {
  readonly name: string;
  readonly places: readonly MapPlace[];
  readonly outside: MapPlace;
  readonly mark: string | null;
}

export interface MapDrawing {
  readonly width: number;
  readonly height: number;
  readonly markup: string;
}

/** The outlines as SVG definitions; once a page, whatever the number of maps. */
export function outlineDefinitions(outlines: Outlines): string {
  const line = (id: string, path: string): string =>
    `<path id="m-${id}" vector-effect="non-scaling-stroke" d="${path}"/>`;
  return [
    line('region', outlines.region),
    line('arr', outlines.arrondissements),
    line('dep', outlines.departements),
    ...outlines.basins.map(({ id, path }) => line(id, path)),
  ].join('');
}

/** The region, its départements and basins, with values on the map. Text is text; every basin is a link. */
export function drawMap(map: MapDescription, outlines: Outlines, size: MapSize, measure: MeasureText): MapDrawing {
  const sizes = MAP_SIZES[size];
  const zoom = sizes.region / outlines.width;
  const place: Place = { sizes, measure, put: ([x, y]) => [x * zoom + sizes.left, y * zoom + sizes.top] };
  const head = map.mark === null ? 0 : 28;
  const mask = (rings: readonly (readonly Point[])[]): Mask =>
    createMask(
      rings.map((ring) => ring.map(place.put)),
      sizes.width,
      sizes.height,
    );
  const basins = new Map(outlines.basins.map(({ id, rings }) => [id, mask(rings)]));
  const land = mask([outlines.land]);
  const written = [
    ...writeTowns(outlines, place),
    ...writeNeighbours(outlines, place, head, land),
    writeScale(outlines, zoom, sizes),
  ];
  const obstacles = [...written.map(({ box }) => box), { x: 0, y: 0, width: sizes.width, height: head }];
  const places = [...map.places, map.outside];
  const labels = places.map((item): Label => {
    const basin = outlines.basins.find(({ id }) => id === item.id);
    const anchor = basin ? place.put(basin.anchor) : openLand(land, [...basins.values()], obstacles, sizes);
    return { ...sizeOf(item, place), anchor, own: basins.get(item.id) ?? null };
  });
  const placements = placeLabels(labels, {
    width: sizes.width,
    height: sizes.height,
    obstacles,
    shapes: [...basins.values()],
    land,
    sights: outlines.edges.flatMap(({ points }) => points.map(place.put)),
  });
  const taken = [...obstacles, ...placements.map(({ box }) => box)];
  const markup = [
    map.mark === null
      ? ''
      : `<path class="mark" d="M0 .75H${sizes.width}"/><text class="mark" y="17" font-weight="600">${escapeXml(map.mark)}</text>`,
    ...outlines.edges.map(
      ({ kind, points }) => `<path class="hatch" d="${hatchEdge(points.map(place.put), land, sizes, kind)}"/>`,
    ),
    groundMarkup(map, zoom, sizes),
    sizes.compact ? '' : writeDepartements(outlines, place, taken, [...basins.values()]),
    written.map((item) => item.markup).join(''),
    places
      .map((item, index) => placeMarkup(item, labels[index] as Label, placements[index] as Placement, sizes))
      .join(''),
  ].join('');
  return { width: sizes.width, height: sizes.height, markup };
}

function groundMarkup(map: MapDescription, zoom: number, { left, top }: MapMeasures): string {
  const lines =
    '<use href="#m-region" class="land"/><use href="#m-arr" class="arr"/><use href="#m-dep" class="dep"/><use href="#m-region" class="coast"/>';
  return `<g transform="translate(${left} ${top}) scale(${Math.round(zoom * 1e5) / 1e5})">${lines}${map.places.map(basinShape).join('')}</g>`;
}

/** The shape repeats its label's link for the mouse; keyboard and screen reader meet the label only. */
function basinShape({ id, href }: MapPlace): string {
  const shape = `<use href="#m-${id}" class="basin" fill="var(--bassin-${id})"/>`;
  return href ? `<a href="${href}" tabindex="-1" aria-hidden="true">${shape}</a>` : shape;
}

/** A point of land outside the basins, clear of what is written, as near the right-hand side as there is. */
function openLand(land: Mask, basins: readonly Mask[], taken: readonly Box[], sizes: MapMeasures): Point {
  const reach = sizes.region / 18;
  for (let x = sizes.width; x > 0; x -= 4) {
    for (let y = Math.round(sizes.height * 0.4); y < sizes.height; y += 4) {
      const room = { x: x - reach, y: y - reach, width: reach * 2, height: reach * 2 };
      if (
        land.share(room) === 1 &&
        basins.every((basin) => basin.share(room) === 0) &&
        !taken.some((box) => overlaps(room, box, 0))
      )
        return [x, y];
    }
  }
  return [sizes.width / 2, sizes.height / 2];
}

const LINE = 1.18;

/** Room a label needs: name, value, and what it counts. */
function sizeOf(place: MapPlace, { sizes, measure }: Place): Pick<Label, 'width' | 'height'> {
  const name = measure(place.name, 600, sizes.name);
  const value = measure(place.value, 600, sizes.value);
  const detail = measure(sizes.compact ? place.share : `${place.noun} ${place.share}`, 400, sizes.text);
  return sizes.compact
    ? { width: Math.max(name, value + 5 + detail) + 2, height: sizes.name * LINE + sizes.value + 4 }
    : {
        width: Math.max(name, value, detail) + 6,
        height: sizes.name * LINE + sizes.value + sizes.text * LINE + 2,
      };
}

function placeMarkup(place: MapPlace, { anchor }: Label, { box, side, lead }: Placement, sizes: MapMeasures): string {
  const [x, end, far] =
    side === 'left' ? [box.x + box.width, ' text-anchor="end"', box.x] : [box.x, '', box.x + box.width];
  const foot = box.y + box.height;
  const text = (content: string, y: number, size: number, rest: string): string =>
    `<text x="${round(x)}" y="${round(y)}"${end} font-size="${size}"${rest}>${content}</text>`;
  const name = text(escapeXml(place.name), box.y + sizes.name, sizes.name, ' font-weight="600"');
  const value = escapeXml(place.value);
  const share = `<tspan class="q" font-weight="400" font-size="${sizes.text}" dx="4"> ${escapeXml(place.share)}</tspan>`;
  const figures = sizes.compact
    ? text(value + share, foot - 5, sizes.value, ' font-weight="600"')
    : `${text(value, box.y + sizes.name * LINE + sizes.value * 0.86, sizes.value, ' font-weight="600"')} ${text(escapeXml(`${place.noun} ${place.share}`), foot - 6, sizes.text, ' class="q"')}`;
  const line = `<path class="lead" d="M${round(far)} ${round(foot)}H${round(lead[0])}L${round(anchor[0])} ${round(anchor[1])}"/><circle cx="${round(anchor[0])}" cy="${round(anchor[1])}" r="3"/>`;
  return place.href
    ? `<a href="${place.href}" aria-label="${escapeXml(spokenName(place, sizes.compact))}">${name} ${figures}${line}</a>`
    : `<g>${name} ${figures}${line}</g>`;
}

/** The whole fact, in the words and order of what is written, as a screen reader says it. */
export function spokenName({ opening, name, value, noun, share, ending }: MapPlace, compact = false): string {
  const facts = [value, compact ? '' : noun, share].filter(Boolean).join(' ');
  return `${opening}${name}${NBSP}: ${facts} ${ending}`;
}

/** A small map that shows where one basin is, or the rest of the region. */
export function drawLocator(outlines: Outlines, basin: string | null): MapDrawing {
  const [width, zoom] = [176, 160 / outlines.width];
  const shapes = outlines.basins
    .map(({ id }) =>
      id === basin
        ? `<use href="#m-${id}" class="basin" fill="var(--bassin-${id})"/>`
        : `<use href="#m-${id}" class="basin off"/>`,
    )
    .join('');
  const land = `<use href="#m-region" class="land${basin === null ? ' on' : ''}"/><use href="#m-dep" class="dep"/><use href="#m-region" class="coast"/>`;
  return {
    width,
    height: Math.round(outlines.height * zoom + 16),
    markup: `<g transform="translate(8 8) scale(${Math.round(zoom * 1e5) / 1e5})">${land}${shapes}</g>`,
  };
}
