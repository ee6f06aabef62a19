import type { Token } from './chart.ts';

/** How roles become colours: CSS variables at build, values in the browser. */
export interface Theme {
  readonly colour: (token: Token) => string;
}

const FONT_FAMILY = '"Bilan Sans", "Arial Narrow", Arial, sans-serif';
export const TEXT_SIZE = 13.5;

/** Letters of an ordinal, by the size of the text around them: their own size, and how high they stand. */
export const RAISED = { size: 0.68, rise: 0.3 } as const;

export type Weight = 400 | 600;

export const fontOf = (weight: Weight = 400, size: number = TEXT_SIZE): string => `${weight} ${size}px ${FONT_FAMILY}`;
