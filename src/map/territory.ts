import { feature, merge, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

type Place = { readonly id: string; readonly nom: string };
export type TerritoryTopology = Topology<{
  arrondissements: GeometryCollection<Place>;
  departements: GeometryCollection<Place>;
  bassins: GeometryCollection<Place>;
}>;

export interface Town {
  readonly id: string;
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
}

export interface Neighbour {
  readonly name: string;
  readonly kind: 'mer' | 'pays' | 'region';
  readonly lon: number;
  readonly lat: number;
}

/** A stretch of the region's outline that borders the sea or another country, clockwise. */
export interface Edge {
  readonly kind: 'mer' | 'pays';
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}

/** Outlines and names of the map, in degrees (WGS 84). */
export interface Territory {
  readonly topology: TerritoryTopology;
  readonly towns: readonly Town[];
  readonly neighbours: readonly Neighbour[];
  readonly edges: readonly Edge[];
  readonly credit: string;
}

/** Geometries the map draws, from the shared arcs of the topology: no line is drawn twice. */
export function geometriesOf({ topology }: Territory) {
  const { arrondissements, departements, bassins } = topology.objects;
  return {
    region: merge(topology, departements.geometries as never),
    arrondissements: mesh(topology, arrondissements, (a, b) => a !== b && departementOf(a) === departementOf(b)),
    departements: mesh(topology, departements, (a, b) => a !== b),
    departementShapes: feature(topology, departements).features,
    basins: feature(topology, bassins).features,
  };
}

const departementOf = (geometry: unknown): string =>
  (geometry as { properties?: { departement?: string } }).properties?.departement ?? '';

export type Geometries = ReturnType<typeof geometriesOf>;

/** Points of the region's outline along an edge, both ends included. */
export function edgeLine(geometries: Geometries, edge: Edge): [number, number][] {
  const ring = (geometries.region.coordinates[0]?.[0] ?? []).slice(0, -1) as [number, number][];
  const nearest = ([lon, lat]: readonly [number, number]): number =>
    ring.reduce(
      (best, point, index) => (distance(point, [lon, lat]) < distance(ring[best] ?? point, [lon, lat]) ? index : best),
      0,
    );
  const [from, to] = [nearest(edge.from), nearest(edge.to)];
  const count = ((to - from + ring.length) % ring.length) + 1;
  return Array.from({ length: count }, (_, step) => ring[(from + step) % ring.length] as [number, number]);
}

const distance = (a: readonly [number, number], b: readonly [number, number]): number =>
  ((a[0] - b[0]) * 0.64) ** 2 + (a[1] - b[1]) ** 2;
