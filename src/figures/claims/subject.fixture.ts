import type { Dimensions } from '../dimension.ts';
import type { Figure, FigureStatus, KnownFigure } from '../figure.ts';
import { findIndicator } from '../registry.ts';
import { figureId, type Slice } from '../slice.ts';
import type { Subject } from './subject.ts';

const PLACES = ['lille', 'lens', 'dunkerque', 'valenciennes'];
const label = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1);

const dimensions: Dimensions = new Map([
  [
    'bassin',
    {
      id: 'bassin',
      label: 'bassin',
      values: [...PLACES, 'hors-bassins'].map((id) => ({ id, label: label(id) })),
      groups: [{ id: 'quatre-bassins', label: 'Quatre bassins', members: PLACES }],
    },
  ],
  ['sexe', { id: 'sexe', label: 'sexe', values: ['F', 'H'].map((id) => ({ id, label: id })), groups: [] }],
]);

/** A value, or a rate as its two terms. */
export type Given = number | readonly [numerator: number, denominator: number];

export interface Parts {
  readonly status?: FigureStatus;
  readonly period?: string;
}

/** A figure with the value, terms and status that a test is about. */
export function figureOf(indicator: string, slice: Slice, given: Given | null, parts: Parts = {}): Figure {
  const terms = typeof given === 'number' || given === null ? null : given;
  const known = findIndicator(indicator);
  if (!known) throw new Error(`no indicator ${indicator}`);
  return {
    id: figureId(indicator, slice),
    indicator,
    slice,
    value: terms ? terms[0] / terms[1] : (given as number | null),
    unit: known.kind === 'rate' ? (indicator.endsWith('_evolution') ? 'points' : 'fraction') : known.noun.plural,
    numerator: terms?.[0] ?? null,
    denominator: terms?.[1] ?? null,
    status: parts.status ?? 'definitif',
    origin: 'calcule',
    period:
      parts.period ?? (slice.annee === 'cumul' ? '2023-01-01/2025-08-31' : `${slice.annee}-01-01/${slice.annee}-12-31`),
  };
}

/** What a claim is about: the first figure, among the others. */
export function subjectOf(figures: readonly Figure[], parts: Partial<Subject> = {}): Subject {
  const [figure] = figures;
  const indicator = figure && findIndicator(figure.indicator);
  if (!indicator || figure.value === null) throw new Error('a claim needs a known figure');
  const byId = new Map(figures.map((other) => [other.id, other]));
  return {
    figure: figure as KnownFigure,
    indicator,
    ask: (id, slice) => byId.get(figureId(id, slice)) ?? null,
    calendar: { years: [2023, 2024, 2025], referenceYear: 2022, breaks: [] },
    dimensions,
    ...parts,
  };
}

export const entries = (value: Given | null, slice: Slice = { annee: 2024 }, parts?: Parts): Figure =>
  figureOf('entrees', slice, value, parts);
export const rate = (value: Given | null, slice: Slice = { annee: 2024 }, parts?: Parts): Figure =>
  figureOf('taux_achevement', slice, value, parts);
