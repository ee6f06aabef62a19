import type { GeoPermissibleObjects } from 'd3-geo';
import { type GeoProjection, geoConicConformal, geoPath } from 'd3-geo';
import { edgeLine, type Geometries, geometriesOf, type Territory } from './territory.ts';

/**
 * The outlines once, in a drawing space of their own: every map of the site takes them from here and only moves and
 * scales them. One unit is a tenth of a point of the largest map.
 */
export interface Outlines {
  readonly width: number;
  readonly height: number;
  readonly region: string;
  readonly arrondissements: string;
  readonly departements: string;
  /** Points along the limits between départements. */
  readonly limits: readonly Point[];
  readonly basins: readonly {
    readonly id: string;
    readonly path: string;
    readonly anchor: Point;
    readonly rings: readonly (readonly Point[])[];
  }[];
  readonly edges: readonly { readonly kind: 'mer' | 'pays'; readonly points: readonly Point[] }[];
  readonly towns: readonly { readonly id: string; readonly name: string; readonly at: Point }[];
  readonly neighbours: readonly {
    readonly name: string;
    readonly kind: 'mer' | 'pays' | 'region';
    readonly at: Point;
  }[];
  readonly departementNames: readonly { readonly id: string; readonly name: string; readonly at: Point }[];
  readonly land: readonly Point[];
  /** Units of the drawing for a kilometre. */
  readonly kilometre: number;
}

export type Point = readonly [number, number];

/** Width of the drawing space; at 0.1 point a unit, the largest map is 520 points wide. */
const WIDTH = 5200;

/** Projects the territory: conic conformal, the parallels of Lambert-93. Pure: the same territory, the same outlines. */
export function projectOutlines(territory: Territory): Outlines {
  const geometries = geometriesOf(territory);
  const projection = geoConicConformal().parallels([44, 49]).rotate([-3, 0]).fitWidth(WIDTH, geometries.region);
  const height = Math.ceil(geoPath(projection).bounds(geometries.region)[1][1]);
  const path = (object: GeoPermissibleObjects): string => relativePath(projection, object);
  const at = (lon: number, lat: number): Point => rounded(projection([lon, lat]) ?? [0, 0]);
  const [west, east] = [projection([2.8, 49.9])?.[0] ?? 0, projection([2.8 + 1 / KM_PER_DEGREE, 49.9])?.[0] ?? 0];
  return {
    width: WIDTH,
    height,
    region: path(geometries.region),
    arrondissements: path(geometries.arrondissements),
    departements: path(geometries.departements),
    limits: geometries.departements.coordinates.flat().map(([lon = 0, lat = 0]) => at(lon, lat)),
    basins: geometries.basins.map((basin) => ({
      id: String(basin.id),
      path: path(basin),
      anchor: rounded(geoPath(projection).centroid(basin)),
      rings: ringsOf(projection, basin),
    })),
    edges: territory.edges.map((edge) => {
      const coordinates = edgeLine(geometries, edge);
      return {
        kind: edge.kind,
        points: coordinates.map(([lon, lat]) => at(lon, lat)),
      };
    }),
    towns: territory.towns.map(({ id, name, lon, lat }) => ({ id, name, at: at(lon, lat) })),
    neighbours: territory.neighbours.map(({ name, kind, lon, lat }) => ({ name, kind, at: at(lon, lat) })),
    departementNames: geometries.departementShapes.map((shape) => ({
      id: String(shape.id),
      name: shape.properties.nom,
      at: rounded(geoPath(projection).centroid(shape)),
    })),
    land: landRing(projection, geometries),
    kilometre: east - west,
  };
}

const rounded = ([x, y]: Point): Point => [Math.round(x), Math.round(y)];

/** Kilometres in a degree of longitude at 49.9° north, on the GRS80 ellipsoid. */
const KM_PER_DEGREE = 71.84;

function ringsOf(projection: GeoProjection, shape: Geometries['basins'][number]): Point[][] {
  const polygons =
    shape.geometry.type === 'Polygon'
      ? [shape.geometry.coordinates]
      : shape.geometry.type === 'MultiPolygon'
        ? shape.geometry.coordinates
        : [];
  return polygons.map((polygon) =>
    (polygon[0] ?? []).map((point) => (projection(point as [number, number]) ?? [0, 0]) as Point),
  );
}

const landRing = (projection: GeoProjection, { region }: Geometries): Point[] =>
  (region.coordinates[0]?.[0] ?? []).map((point) => (projection(point as [number, number]) ?? [0, 0]) as Point);

/** Collects what d3 draws, and writes it with whole relative coordinates: a third of the bytes of d3's own strings. */
function relativePath(projection: GeoProjection, object: GeoPermissibleObjects): string {
  let text = '';
  let last: [number, number] = [0, 0];
  const step = (x: number, y: number): string => {
    const [dx, dy] = [Math.round(x) - last[0], Math.round(y) - last[1]];
    last = [Math.round(x), Math.round(y)];
    return `${dx}${dy < 0 ? '' : ' '}${dy}`;
  };
  let start: [number, number] = [0, 0];
  let inLine = false;
  geoPath(projection, {
    beginPath() {},
    moveTo(x: number, y: number) {
      text += `m${step(x, y)}`;
      start = [...last];
      inLine = false;
    },
    lineTo(x: number, y: number) {
      if (Math.round(x) === last[0] && Math.round(y) === last[1]) return;
      const next = step(x, y);
      text += inLine ? (next.startsWith('-') ? next : ` ${next}`) : `l${next}`;
      inLine = true;
    },
    arc() {},
    closePath() {
      text += 'z';
      last = [...start];
      inLine = false;
    },
  })(object);
  return text;
}
