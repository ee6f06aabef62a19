import type { MapDescription, Shading } from './describe.ts';
import type { MeasureText, Written } from './names.ts';
import type { MapMeasures } from './sizes.ts';
import { escapeXml, round } from './text.ts';

/** Radius of a circle: areas are the counts, the largest place has the largest circle of its map. */
export function radiusOf(value: number, { places, outside }: MapDescription, sizes: MapMeasures): number {
  const most = Math.max(1, ...[...places, outside].map(({ number }) => number ?? 0));
  return Math.sqrt(Math.max(0, value) / most) * sizes.circle;
}

/** The key of what the shading means, at the foot of the map, on the right; `null` when there is nothing to explain. */
export function writeLegend(map: MapDescription, sizes: MapMeasures, measure: MeasureText): Written | null {
  const { shading } = map;
  if (shading.kind === 'circles') return nestedCircles(map, shading, sizes, measure);
  if (shading.kind === 'classes') return ramp(shading, sizes, measure);
  return shading.kind === 'shares' ? wholeBar(map, shading, sizes, measure) : null;
}

type Of<Kind extends Shading['kind']> = Extract<Shading, { kind: Kind }>;

/** Circles that share their lowest point; the value of each stands at its top. */
function nestedCircles(
  map: MapDescription,
  { legend }: Of<'circles'>,
  sizes: MapMeasures,
  measure: MeasureText,
): Written {
  const circles: { readonly text: string; readonly radius: number }[] = [];
  for (const { value, text } of legend) {
    const radius = radiusOf(value, map, sizes);
    const above = circles.at(-1)?.radius ?? Number.POSITIVE_INFINITY;
    if (2 * (above - radius) >= sizes.small && 2 * radius >= sizes.small / 2) circles.push({ text, radius });
  }
  const largest = circles[0]?.radius ?? 0;
  const width = Math.max(0, ...circles.map((item) => measure(item.text, 400, sizes.small)));
  const foot = sizes.height - 6;
  const x = sizes.width - 2 - width - 18 - largest;
  const markup = circles
    .map(({ radius, text: words }) => {
      const top = foot - 2 * radius;
      return `<circle class="ring" cx="${round(x)}" cy="${round(foot - radius)}" r="${round(radius)}"/><path class="ring" d="M${round(x)} ${round(top)}H${round(x + largest + 12)}"/><text x="${round(x + largest + 16)}" y="${round(top + sizes.small * 0.34)}" font-size="${sizes.small}">${escapeXml(words)}</text>`;
    })
    .join('');
  const top = foot - 2 * largest - sizes.small / 2;
  return {
    box: { x: x - largest, y: top, width: sizes.width - x + largest, height: sizes.height - top },
    markup,
  };
}

const SWATCH = 34;

function ramp({ ramp: name, colours, bounds }: Of<'classes'>, sizes: MapMeasures, measure: MeasureText): Written {
  const last = measure(bounds.at(-1) ?? '', 400, sizes.small) / 2;
  const x = sizes.width - 2 - last - colours.length * SWATCH;
  const y = sizes.height - 34;
  const swatches = colours
    .map(
      (colour, index) =>
        `<path class="class" fill="var(--${name}-${colour})" d="M${round(x + index * SWATCH)} ${y}h${SWATCH}v11h${-SWATCH}z"/>`,
    )
    .join('');
  const ticks = bounds
    .map(
      (text, index) =>
        `<text x="${round(x + index * SWATCH)}" y="${y + 26}" text-anchor="middle" font-size="${sizes.small}">${escapeXml(text)}</text>`,
    )
    .join('');
  return {
    box: { x: x - 16, y: y - 4, width: sizes.width - x + 16, height: 38 },
    markup: swatches + ticks,
  };
}

/** One bar for the whole, each place in its colour; the rest of the region is hollow. */
function wholeBar(map: MapDescription, { total }: Of<'shares'>, sizes: MapMeasures, measure: MeasureText): Written {
  const words = `100\u202F% : ${total}`;
  const width = Math.max(sizes.compact ? 150 : 210, measure(words, 400, sizes.small));
  const [left, y] = [sizes.width - 2 - width, sizes.height - 34];
  let x = left;
  const parts = [...map.places, map.outside].map(({ id, number }) => {
    const part = (number ?? 0) * width;
    const hollow = id === map.outside.id;
    const markup = `<path class="part${hollow ? ' hollow' : ''}"${hollow ? '' : ` fill="var(--bassin-${id})"`} d="M${round(x)} ${y}h${round(part)}v12h${round(-part)}z"/>`;
    x += part;
    return markup;
  });
  return {
    box: { x: left - 8, y: y - 4, width: width + 10, height: 38 },
    markup: `${parts.join('')}<text x="${round(left)}" y="${y + 27}" font-size="${sizes.small}">${escapeXml(words)}</text>`,
  };
}
