import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createMeasure } from '../charts/measure.ts';
import { type MapDescription, type Shading, spokenName } from './describe.ts';
import { outlineDefinitions } from './ground.ts';
import { drawLocator } from './locator.ts';
import { drawMap } from './map.ts';
import { projectOutlines } from './outlines.ts';
import { overlaps } from './place.ts';
import type { MapSize } from './sizes.ts';
import { edgeLine, geometriesOf, type Territory } from './territory.ts';

const FOLDER = 'src/site.test/fixture/data/territoire';
const territory: Territory = {
  topology: JSON.parse(readFileSync(`${FOLDER}/contours.topojson`, 'utf8')),
  towns: readFileSync(`${FOLDER}/villes.csv`, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
    .map(([id = '', name = '', lon, lat]) => ({ id, name, lon: Number(lon), lat: Number(lat) })),
  neighbours: [
    { name: 'Mer du Nord', kind: 'mer', lon: 2.05, lat: 51.17 },
    { name: 'Manche', kind: 'mer', lon: 1.2, lat: 50.45 },
    { name: 'Belgique', kind: 'pays', lon: 3.55, lat: 50.95 },
    { name: 'Normandie', kind: 'region', lon: 1.1, lat: 49.6 },
  ],
  edges: [{ kind: 'mer', from: [1.38, 50.065], to: [2.543, 51.089] }],
  credit: 'Sources : essai.',
};
const outlines = projectOutlines(territory);
const measure = createMeasure();

const label = (id: string, name: string, number: number) => ({
  id,
  name,
  number,
  value: String(number),
  detail: 'entrées, 20,0\u202F%',
  short: '20,0\u202F%',
  fullName: `Bassin de ${name}`,
  facts: [`${number} entrées en 2024`, '20,0\u202F% de la région'],
  href: `/bassins/${id}/`,
});
const map: MapDescription = {
  name: 'carte',
  places: [
    label('dunkerque', 'Dunkerque', 617),
    label('lille', 'Lille', 970),
    label('valenciennes', 'Valenciennes', 602),
    label('lens', 'Lens', 496),
  ],
  outside: label('hors-bassins', 'Hors des bassins', 838),
  shading: { kind: 'basins' },
  mark: 'Démonstration. Chiffres simulés, sauf ceux marqués «\u00A0publié\u00A0».',
};
const SHADINGS: readonly Shading[] = [
  { kind: 'basins' },
  { kind: 'circles', legend: [800, 400, 200, 100].map((value) => ({ value, text: String(value) })) },
  { kind: 'shares', total: '3\u202F523 entrées' },
  {
    kind: 'classes',
    ramp: 'seq',
    colours: [1, 3, 5],
    bounds: ['80', '85', '90', '95\u202F%'],
    of: { dunkerque: 1, lille: 3, valenciennes: 5 },
  },
];

const TEXT =
  /<text x="([\d.-]+)" y="([\d.-]+)"( text-anchor="end")? font-size="([\d.]+)"( font-weight="600")?[^>]*>(.*?)<\/text>/g;

describe('the map', () => {
  it('weighs under 45 kB, 16 kB compressed, with its phone drawing', () => {
    const html =
      outlineDefinitions(outlines) +
      drawMap(map, outlines, 'full', measure).markup +
      drawMap(map, outlines, 'phone', measure).markup;
    expect(html.length).toBeLessThan(45_000);
    expect(gzipSync(html).length).toBeLessThan(16_000);
  });

  it.each<MapSize>(['full', 'half', 'phone'])(
    'says every value as text, in a link with the whole fact, inside a %s drawing',
    (size) => {
      const { markup } = drawMap(map, outlines, size, measure);
      for (const place of [...map.places, map.outside]) {
        expect(markup).toContain(`href="${place.href}" aria-label="${spokenName(place)}">`);
        expect(markup).toContain(`>${place.value}<`);
      }
      expect(markup).toContain('Démonstration.');
    },
  );

  it.each(SHADINGS.flatMap((shading) => (['full', 'half', 'phone'] as const).map((size) => ({ shading, size }))))(
    'keeps every label clear of the others, whole and inside the frame: $shading.kind, $size',
    ({ shading, size }) => {
      const { width, height, markup } = drawMap({ ...map, shading }, outlines, size, measure);
      const labels = [...markup.matchAll(/<a[^>]*aria-label[\s\S]*?<g class="facts/g)].flatMap(([label]) => {
        const texts = [...label.matchAll(TEXT)];
        return texts.map(([, x, y, end, fontSize, bold, words = '']) => {
          const length = measure(words, bold ? 600 : 400, Number(fontSize));
          const left = end ? Number(x) - length : Number(x);
          return { x: left, y: Number(y) - Number(fontSize) * 0.7, width: length, height: Number(fontSize) * 0.7 };
        });
      });
      expect(labels.length).toBeGreaterThanOrEqual(10);
      labels.forEach((box, index) => {
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(width);
        expect(box.y + box.height).toBeLessThanOrEqual(height);
        for (const other of labels.slice(index + 1)) expect(overlaps(box, other, 0)).toBe(false);
      });
    },
  );

  it('names the seas, the countries and the regions around it on every size', () => {
    for (const size of ['full', 'half', 'phone'] as const) {
      const { markup } = drawMap(map, outlines, size, measure);
      for (const { name } of territory.neighbours) expect(markup, size).toContain(`>${name}</text>`);
    }
  });

  it('draws counts as circles whose areas are the counts, and the key of their sizes', () => {
    const { markup } = drawMap({ ...map, shading: SHADINGS[1] as Shading }, outlines, 'full', measure);
    const radius = (id: string): number =>
      Number(new RegExp(`class="count" fill="var\\(--bassin-${id}\\)"[^>]* r="([\\d.]+)"`).exec(markup)?.[1]);
    expect((radius('lille') / radius('lens')) ** 2).toBeCloseTo(970 / 496, 1);
    expect(markup).toMatch(/class="count hollow"[^>]* r="/);
    expect(markup).toMatch(/class="ring"[\s\S]*>800</);
  });

  it('leaves a basin without value uncoloured, and says why in its name', () => {
    const places = map.places.map((place) =>
      place.id === 'lens' ? { ...place, number: null, value: 's', facts: ['s (secret statistique) en 2024'] } : place,
    );
    const { markup } = drawMap({ ...map, places, shading: SHADINGS[3] as Shading }, outlines, 'full', measure);
    expect(markup).toContain('<use href="#m-lens" class="basin class empty"/>');
    expect(markup).toContain('<use href="#m-lille" class="basin class" fill="var(--seq-3)"/>');
    expect(markup).toContain('aria-label="Bassin de Lens\u00A0: s (secret statistique) en 2024"');
  });

  it('shows over the scale, when pointed at or focused, all that it says', () => {
    const { markup } = drawMap(map, outlines, 'phone', measure);
    for (const fact of map.places.flatMap(({ facts }) => facts)) expect(markup).toContain(`>${fact}</tspan>`);
  });

  it('keeps the mark of a demonstration within the width of a phone', () => {
    expect(drawMap(map, outlines, 'phone', measure).markup).toContain('>Démonstration. Chiffres simulés.</text>');
    expect(drawMap(map, outlines, 'full', measure).markup).toContain('publié\u00A0».</text>');
  });

  it('has no link on paper, and no mark in an edition that is no demonstration', () => {
    const unlinked = (item: (typeof map.places)[number]) => ({ ...item, href: null });
    const { markup } = drawMap(
      { ...map, places: map.places.map(unlinked), outside: unlinked(map.outside), mark: null },
      outlines,
      'full',
      measure,
    );
    expect(markup).not.toContain('<a ');
    expect(markup).not.toContain('Démonstration');
  });

  it('is the same drawing every time', () => {
    expect(drawMap(map, projectOutlines(territory), 'full', measure)).toEqual(drawMap(map, outlines, 'full', measure));
  });

  it('shows where one basin is', () => {
    expect(drawLocator(outlines, 'lens').markup).toContain('fill="var(--bassin-lens)"');
    expect(drawLocator(outlines, null).markup).toContain('land on');
  });
});

describe('outlines', () => {
  it('are in the measures of the ground: 100 km is 100 km', () => {
    const [lille, amiens] = ['lille', 'amiens'].map(
      (id) => outlines.towns.find((town) => town.id === id)?.at ?? [0, 0],
    ) as [readonly [number, number], readonly [number, number]];
    const distance = Math.hypot(lille[0] - amiens[0], lille[1] - amiens[1]) / outlines.kilometre;
    // Lille – Amiens, as the crow flies: about 98 km.
    expect(distance).toBeGreaterThan(95);
    expect(distance).toBeLessThan(101);
  });

  it('follow an edge from one point to the other', () => {
    const line = edgeLine(geometriesOf(territory), territory.edges[0] as (typeof territory.edges)[0]);
    expect(line.at(0)?.[0]).toBeCloseTo(1.38, 1);
    expect(line.at(-1)?.[1]).toBeCloseTo(51.089, 2);
    expect(line.length).toBeGreaterThan(30);
  });
});
