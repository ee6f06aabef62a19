import type { Token } from './chart.ts';

/** How roles become colours: CSS variables at build, values in the browser. */
export interface Theme {
  readonly colour: (token: Token) => string;
}

export const FONT_FAMILY = '"Bilan Sans", "Arial Narrow", Arial, sans-serif';
export const TEXT_SIZE = 13.5;

export type Weight = 400 | 600;

export const fontOf = (weight: Weight = 400, size: number = TEXT_SIZE): string => `${weight} ${size}px ${FONT_FAMILY}`;
