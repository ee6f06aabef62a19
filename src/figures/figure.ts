import type { Slice } from './slice.ts';

/**
 * - `definitif`, `provisoire`: there is a value;
 * - `secret`: withheld by disclosure control;
 * - `indisponible`: it exists, and is not known yet;
 * - `sans-objet`: it has no meaning, such as a change against a year that is not over.
 */
export type FigureStatus = 'definitif' | 'provisoire' | 'secret' | 'indisponible' | 'sans-objet';

/** `publie`: an exact published value says the same; `calcule`: from the plan's data; `simule`: from demonstration data. */
export type Origin = 'publie' | 'calcule' | 'simule';

/** An indicator on one slice, with all that is needed to check it. */
export interface Figure {
  /** « entrees[annee=2024,bassin=lille] ». */
  readonly id: string;
  readonly indicator: string;
  readonly slice: Slice;
  /** Unrounded; a rate is a fraction, a change of a rate is in points. `null` when `status` says why. */
  readonly value: number | null;
  /** « entrées », « fraction », « points », « fois ». */
  readonly unit: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly status: FigureStatus;
  readonly origin: Origin;
  /** First and last day: « 2024-01-01/2024-12-31 ». */
  readonly period: string;
}

/** A figure that can be shown. */
export type KnownFigure = Figure & { readonly value: number };

export const isKnown = (figure: Figure): figure is KnownFigure => figure.value !== null;
