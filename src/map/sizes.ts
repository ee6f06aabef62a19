export type MapSize = 'full' | 'half' | 'phone';

/** Measures of a map, in the units of its view box. */
export interface MapMeasures {
  readonly width: number;
  readonly height: number;
  /** Width of the region, and where it stands. */
  readonly region: number;
  readonly left: number;
  readonly top: number;
  /** Sizes of text. */
  readonly value: number;
  readonly name: number;
  readonly text: number;
  readonly small: number;
  /** Width of the hatched band along the coast and the border. */
  readonly band: number;
  /** Radius of the largest circle. */
  readonly circle: number;
  /** Length of the scale bar, in kilometres. */
  readonly scale: number;
  /** On a phone the value and its share share a line: the north is crowded. */
  readonly compact: boolean;
}

/** `half` shares a page's width with a list. The phone map is drawn 320 wide, so that its smallest text is over 12 points on the narrowest screens. */
export const MAP_SIZES: Readonly<Record<MapSize, MapMeasures>> = {
  full: {
    width: 880,
    height: 760,
    region: 540,
    left: 158,
    top: 84,
    value: 36,
    name: 17,
    text: 14,
    small: 13,
    band: 20,
    circle: 30,
    scale: 50,
    compact: false,
  },
  half: {
    width: 560,
    height: 600,
    region: 372,
    left: 66,
    top: 92,
    value: 30,
    name: 15,
    text: 13.5,
    small: 12.5,
    band: 15,
    circle: 22,
    scale: 50,
    compact: false,
  },
  phone: {
    width: 320,
    height: 432,
    region: 236,
    left: 40,
    top: 104,
    value: 19,
    name: 14,
    text: 13,
    small: 13,
    band: 11,
    circle: 16,
    scale: 25,
    compact: true,
  },
};
