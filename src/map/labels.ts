import { type MapPlace, spokenName } from './describe.ts';
import type { Place } from './names.ts';
import type { Point } from './outlines.ts';
import type { Box, Label, Placement } from './place.ts';
import { escapeXml, round } from './text.ts';

/** Height of a line, in its size; room between a value and what stands beside it. */
const LINE = 1.18;
const GAP = 8;

/** Room a label needs: name, value, and what it counts. */
export function sizeOf(place: MapPlace, { sizes, measure }: Place): Pick<Label, 'width' | 'height'> {
  const name = measure(place.name, 600, sizes.name);
  const value = measure(place.value, 600, sizes.value);
  const detail = measure(sizes.compact ? place.short : place.detail, 400, sizes.text);
  return sizes.compact
    ? { width: Math.max(name, value + (detail && GAP + detail)) + 2, height: sizes.name * LINE + sizes.value + 4 }
    : {
        width: Math.max(name, value, detail) + 6,
        height: sizes.name * LINE + sizes.value + (detail && sizes.text * LINE) + 2,
      };
}

/** A label with its leading line to what it speaks of, or to the edge of its circle. */
export function writeLabel(place: MapPlace, label: Label, placement: Placement, radius: number, at: Place): string {
  const { box, side, lead } = placement;
  const far = side === 'left' ? box.x : box.x + box.width;
  const foot = box.y + box.height;
  const [x, y] = towards(label.anchor, lead, radius);
  const line = `<path class="lead" d="M${round(far)} ${round(foot)}H${round(lead[0])}L${round(x)} ${round(y)}"/>`;
  return write(place, box, side, line, at);
}

/** The label of the rest of the region stands on the ground it speaks of: no line, and its circle beside it. */
export function writeOnGround(place: MapPlace, box: Box, radius: number, at: Place): string {
  const circle =
    radius > 0
      ? `<circle class="count hollow" cx="${round(box.x - radius - 8)}" cy="${round(box.y + box.height / 2)}" r="${round(radius)}"/>`
      : '';
  return write(place, box, 'right', circle, at, ' ground');
}

/** Name and value are the link; the detail beside it, which the link's spoken name tells in full, is for the eye. */
function write(place: MapPlace, box: Box, side: 'left' | 'right', line: string, at: Place, kind = ''): string {
  const { sizes, measure } = at;
  const foot = box.y + box.height;
  const end = side === 'left';
  const [x, anchor] = end ? [box.x + box.width, ' text-anchor="end"'] : [box.x, ''];
  const text = (content: string, left: number, y: number, size: number, rest: string): string =>
    content &&
    `<text x="${round(left)}" y="${round(y)}"${anchor} font-size="${size}"${rest}>${escapeXml(content)}</text>`;
  const name = text(place.name, x, box.y + sizes.name, sizes.name, ' font-weight="600"');
  const level = sizes.compact ? foot - 5 : box.y + sizes.name * LINE + sizes.value * 0.86;
  const beside = sizes.compact && place.short ? measure(place.short, 400, sizes.text) + GAP : 0;
  const after = measure(place.value, 600, sizes.value) + GAP;
  const value = text(place.value, end ? x - beside : x, level, sizes.value, ' font-weight="600"');
  const hidden = ` class="q${kind}" aria-hidden="true"`;
  const detail = sizes.compact
    ? text(place.short, end ? x : x + after, level, sizes.text, hidden)
    : text(place.detail, x, foot - 6, sizes.text, hidden);
  return place.href
    ? `<a class="on-${place.id}${kind}" href="${place.href}" aria-label="${escapeXml(spokenName(place))}">${name} ${value}${line}</a>${detail}${facts(place, at)}`
    : `<g>${name} ${value}${line} ${detail}</g>`;
}

/** What the table says of the place, shown over the scale while its label is pointed at or focused. */
function facts(place: MapPlace, { sizes, measure }: Place): string {
  const lines = [place.fullName, ...place.facts];
  const step = sizes.small * 1.3;
  const width = Math.max(...lines.map((line, index) => measure(line, index === 0 ? 600 : 400, sizes.small))) + 12;
  const top = sizes.height - lines.length * step;
  const rows = lines.map(
    (line, index) =>
      `<tspan x="2" y="${round(top + index * step + sizes.small)}"${index === 0 ? ' font-weight="600"' : ''}>${escapeXml(line)}</tspan>`,
  );
  return `<g class="facts is-${place.id}" aria-hidden="true"><path d="M0 ${round(top - 5)}h${round(width)}V${sizes.height}H0z"/><text font-size="${sizes.small}">${rows.join('')}</text></g>`;
}

/** The point at a distance from an anchor, on the way to another point. */
function towards(anchor: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to[0] - anchor[0], to[1] - anchor[1]);
  if (length === 0) return anchor;
  return [anchor[0] + ((to[0] - anchor[0]) * distance) / length, anchor[1] + ((to[1] - anchor[1]) * distance) / length];
}
