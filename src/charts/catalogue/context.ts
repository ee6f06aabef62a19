import type { Book } from '../../figures/book.ts';
import type { DeclaredBreak } from '../../figures/breaks.ts';

export interface PlaceName {
  readonly id: string;
  readonly name: string;
  readonly fullName: string;
  /** « dans le bassin de Lens ». */
  readonly within: string;
}

/** What charts, tables and the map need to know of the edition. */
export interface ChartContext {
  readonly book: Book;
  readonly year: number;
  readonly basins: readonly PlaceName[];
  readonly outside: PlaceName;
  readonly allBasins: PlaceName;
  readonly region: string;
  readonly isDemonstration: boolean;
  readonly breaks: readonly DeclaredBreak[];
  /** How situations after an exit were observed, in a sentence. */
  readonly observation: string;
  /** Who published the values marked « publié ». */
  readonly publishedSource: string;
}

/** Every basin, then the rest of the region: nobody is left out of a chart by basin. */
export const allPlaces = (context: ChartContext): readonly PlaceName[] => [...context.basins, context.outside];

export const placeColour = (place: Pick<PlaceName, 'id'>): string => `bassin-${place.id}`;

/** The name of a slice of place in a subtitle; the region when there is none. */
export function placeOf(context: ChartContext, basin: string | undefined): PlaceName | null {
  if (basin === undefined) return null;
  return [...allPlaces(context), context.allBasins].find((place) => place.id === basin) ?? null;
}
