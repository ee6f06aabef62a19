/** What the map says of a basin, or of the rest of the region. */
export interface MapPlace {
  readonly id: string;
  readonly name: string;
  /** Unrounded, for the size of a circle or of a part; `null` when there is none to show. */
  readonly number: number | null;
  /** « 970 ». */
  readonly value: string;
  /** Written under the value: « entrées, 27,5 % ». */
  readonly detail: string;
  /** The same where room is short: « 27,5 % ». */
  readonly short: string;
  /** « Bassin de Lille ». */
  readonly fullName: string;
  /** « 970 entrées en 2024 », « 27,5 % de la région »: what the table holds, in words. */
  readonly facts: readonly string[];
  /** `null` on paper. */
  readonly href: string | null;
}

/** How values become ink. Values are written on the map whatever the shading. */
export type Shading =
  /** Each basin in its own colour. */
  | { readonly kind: 'basins' }
  /** Circles whose areas are the counts. */
  | { readonly kind: 'circles'; readonly legend: readonly { readonly value: number; readonly text: string }[] }
  /** Each basin in its own colour, and one bar for the whole. */
  | { readonly kind: 'shares'; readonly total: string }
  /** Classes of equal width on a ramp. */
  | {
      readonly kind: 'classes';
      readonly ramp: 'seq' | 'div';
      /** Ranks of colours on the ramp, from 1 to 5, lowest class first. */
      readonly colours: readonly number[];
      /** Bounds between classes, one more than classes. */
      readonly bounds: readonly string[];
      /** Rank of each place's colour; absent when it has no value. */
      readonly of: Readonly<Record<string, number>>;
    };

export interface MapDescription {
  readonly name: string;
  readonly places: readonly MapPlace[];
  readonly outside: MapPlace;
  readonly shading: Shading;
  readonly mark: string | null;
}

export interface MapDrawing {
  readonly width: number;
  readonly height: number;
  readonly markup: string;
}

/** The whole fact as a screen reader says it: « Bassin de Lille : 970 entrées en 2024, 27,5 % de la région ». */
export const spokenName = ({ fullName, facts }: MapPlace): string => `${fullName}\u00A0: ${facts.join(', ')}`;
