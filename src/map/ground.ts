import type { MapDescription, MapPlace } from './describe.ts';
import { radiusOf } from './legend.ts';
import type { Place } from './names.ts';
import type { Outlines, Point } from './outlines.ts';
import type { MapMeasures } from './sizes.ts';
import { round } from './text.ts';

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

/** Land, limits, and the basins as the shading colours them. */
export function writeGround(map: MapDescription, zoom: number, { left, top }: MapMeasures): string {
  const lines =
    '<use href="#m-region" class="land"/><use href="#m-arr" class="arr"/><use href="#m-dep" class="dep"/><use href="#m-region" class="coast"/>';
  const basins = map.places.map((place) => basinShape(place, map)).join('');
  return `<g transform="translate(${left} ${top}) scale(${Math.round(zoom * 1e5) / 1e5})">${lines}${basins}</g>`;
}

/** The shape repeats its label's link for the mouse; keyboard and screen reader meet the label only. */
function basinShape({ id, href }: MapPlace, map: MapDescription): string {
  const shape = `<use href="#m-${id}" ${fillOf(id, map)}/>`;
  return href ? `<a class="on-${id}" href="${href}" tabindex="-1" aria-hidden="true">${shape}</a>` : shape;
}

function fillOf(id: string, { shading }: MapDescription): string {
  if (shading.kind === 'circles') return `class="basin pale" fill="var(--bassin-${id})"`;
  if (shading.kind !== 'classes') return `class="basin" fill="var(--bassin-${id})"`;
  const colour = shading.of[id];
  return colour === undefined
    ? 'class="basin class empty"'
    : `class="basin class" fill="var(--${shading.ramp}-${colour})"`;
}

/** The circles of counts, over the basins, smallest last. */
export function writeCircles(map: MapDescription, anchors: ReadonlyMap<string, Point>, { sizes }: Place): string {
  if (map.shading.kind !== 'circles') return '';
  return map.places
    .filter(({ number }) => (number ?? 0) > 0)
    .toSorted((a, b) => (b.number ?? 0) - (a.number ?? 0))
    .map(({ id, number }) => {
      const [x, y] = anchors.get(id) ?? [0, 0];
      return `<circle class="count" fill="var(--bassin-${id})" cx="${round(x)}" cy="${round(y)}" r="${round(radiusOf(number ?? 0, map, sizes))}"/>`;
    })
    .join('');
}
