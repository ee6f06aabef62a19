import { DEMONSTRATION_MARK } from '../charts/catalogue/context.ts';
import { formatFigure, indicatorOf } from '../figures/format.ts';
import { agree } from '../french/agreement.ts';
import { currentBilan } from '../handover.ts';
import { drawMap, type MapDescription, type MapDrawing, type MapPlace } from '../map/map.ts';
import { type Outlines, projectOutlines } from '../map/outlines.ts';
import type { MapSize } from '../map/sizes.ts';
import type { Territory } from '../map/territory.ts';
import { href } from './page.ts';

let projected: { territory: Territory; outlines: Outlines } | null = null;

/** The outlines of the territory, projected once a build. */
export function outlines(): Outlines {
  const { territory } = currentBilan();
  if (projected?.territory !== territory) projected = { territory, outlines: projectOutlines(territory) };
  return projected.outlines;
}

/** What the map of entries says, place by place, in figures of the registry. */
export function describeMap(year: number, indicator = 'entrees', linked = true): MapDescription {
  const { book, settings, edition, isDemonstration } = currentBilan();
  const toPlace = (place: { id: string; name: string; fullName: string }): MapPlace => {
    const count = book.figure(indicator, { annee: year, bassin: place.id });
    const share = indicator === 'entrees' ? book.figure('part_entrees', { annee: year, bassin: place.id }) : null;
    return {
      id: place.id,
      name: place.name,
      value: formatFigure(count),
      noun:
        indicatorOf(count).kind === 'count'
          ? `${agree(count.value ?? 2, indicatorOf(count).noun)}${share ? ',' : ''}`
          : '',
      share: share ? formatFigure(share) : '',
      opening: place.fullName.endsWith(place.name) ? place.fullName.slice(0, -place.name.length) : '',
      ending: share ? `de la région, entrées de ${year}` : `en ${year}`,
      href: linked ? href(`${edition.id}/bassins/${place.id}/`) : null,
    };
  };
  return {
    name: `carte-${indicator}`,
    places: settings.basins.map(toPlace),
    outside: { ...toPlace(settings.outside), name: 'Hors des bassins' },
    mark: isDemonstration ? DEMONSTRATION_MARK : null,
  };
}

const drawings = new Map<string, MapDrawing>();

/** A drawing of a map; the same map on several pages is drawn once. */
export function mapDrawing(map: MapDescription, size: MapSize): MapDrawing {
  const key = `${size} ${JSON.stringify(map)}`;
  const drawing = drawings.get(key) ?? drawMap(map, outlines(), size, currentBilan().measure);
  drawings.set(key, drawing);
  return drawing;
}
