import { formatDecimal, formatEuros, NBSP, NNBSP } from '../french/number.ts';
import type { BareFigure } from './compute.ts';
import type { Dimensions } from './dimension.ts';
import type { Origin } from './figure.ts';
import { findIndicator } from './registry.ts';
import { figureId, readSlice, type Slice, splitSlice } from './slice.ts';

/** How a published value is given. */
export type Precision = 'exact' | 'pres_de' | 'plus_de' | 'environ';

/** A figure published somewhere else; with an indicator when the report can compute it. */
export interface Published {
  readonly ref: string;
  readonly indicator: string | null;
  readonly slice: Slice | null;
  /** The slice as it is written in the file; empty for a context figure. */
  readonly sliceText: string;
  /** As published: a rate in per cent, an amount in euros. */
  readonly value: number;
  readonly unit: string;
  readonly precision: Precision;
  /** The very words. */
  readonly quotation: string;
  readonly source: string;
  readonly url: string;
  readonly date: string;
  readonly explanation: string | null;
}

/** A row before its slice is understood. */
type Row = Pick<Published, 'indicator' | 'slice'> & { readonly sliceText: string };

/** Why a row of `publies.csv` cannot be understood, or `null`. */
export function checkPublished(
  { indicator, sliceText }: Row,
  dimensions: Dimensions,
): { column: 'indicateur' | 'tranche'; message: string; expected: string } | null {
  if (indicator === null && sliceText === '') return null;
  if (indicator === null || !findIndicator(indicator)) {
    return {
      column: 'indicateur',
      message: `indicateur inconnu «\u00A0${indicator ?? ''}\u00A0»`,
      expected: 'un identifiant que donne npm run figures',
    };
  }
  const reading = readSlice(splitSlice(sliceText), dimensions);
  if (!reading.ok)
    return { column: 'tranche', message: reading.fault.message, expected: reading.fault.expected.join(', ') };
  if (reading.slice.annee === undefined && reading.slice.mois === undefined) {
    return {
      column: 'tranche',
      message: 'tranche sans année',
      expected: 'annee=2024, annee=cumul ou mois=2024-03',
    };
  }
  return null;
}

/** A precision, as a sentence says it. */
export const PRECISION_NAMES: Readonly<Record<Precision, string>> = {
  exact: '',
  pres_de: 'près de',
  plus_de: 'plus de',
  environ: 'environ',
};

/** As a sentence says it: « près de 10 000 », « 89,4 % », « 80 M€ », without its noun. */
export function formatPublished({ value, unit, precision }: Pick<Published, 'value' | 'unit' | 'precision'>): string {
  return `${PRECISION_NAMES[precision]} ${formatPublishedValue(value, unit)}`.trimStart();
}

function formatPublishedValue(value: number, unit: string): string {
  const number = formatDecimal(value, decimalsOf(value));
  if (unit === '%') return `${number}${NNBSP}%`;
  if (unit === '€') return formatEuros(value);
  return unit === 'fois' ? `${number}${NBSP}fois` : number;
}

/** The id of the figure that a published one can be compared with. */
export const figureIdOf = ({ indicator, slice }: Published): string | null =>
  indicator && slice ? figureId(indicator, slice) : null;

/** A published value in the unit of its figure: a percentage becomes a fraction. */
export const comparableValue = ({ value, unit }: Pick<Published, 'value' | 'unit'>): number =>
  unit === '%' ? value / 100 : value;

/** Digits after the decimal point of a published value. */
const decimalsOf = (value: number): number => String(value).split('.')[1]?.length ?? 0;

/** True when the figure, rounded as the published value is, is that value. */
export function saysTheSame(figure: Pick<BareFigure, 'value'>, published: Published): boolean {
  if (figure.value === null) return false;
  const shown = published.unit === '%' ? figure.value * 100 : figure.value;
  return Math.abs(shown - published.value) < 0.5 / 10 ** decimalsOf(published.value) + 1e-9;
}

/** Tells the origin of figures: `publie` when an exact published value says the same. */
export function createOriginOf(
  published: readonly Published[],
  isDemonstration: boolean,
): (figure: BareFigure) => Origin {
  const exact = new Map(published.filter((row) => row.precision === 'exact').map((row) => [figureIdOf(row), row]));
  return (figure) => {
    const row = exact.get(figure.id);
    if (row && saysTheSame(figure, row)) return 'publie';
    return isDemonstration ? 'simule' : 'calcule';
  };
}
