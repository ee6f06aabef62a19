import { formatMonth } from '../french/date.ts';
import { DIMENSION_IDS, type DimensionId, type Dimensions, findValue, isDimensionId } from './dimension.ts';

/**
 * The part of the plan a figure is about: a time (a year, « cumul » for the whole period, or a month) and at most
 * one value a dimension. Either `annee` or `mois` is present, never both.
 */
export type Slice = Readonly<Partial<Record<DimensionId, string>>> & {
  readonly annee?: number | 'cumul';
  readonly mois?: string;
};

/** The dimensions a slice sets, in alphabetical order, as they are declared. */
export const dimensionsOf = (slice: Slice): readonly DimensionId[] =>
  DIMENSION_IDS.filter((id) => slice[id] !== undefined);

/** Keys of a slice, in alphabetical order. */
const KEYS = [...DIMENSION_IDS, 'annee', 'mois'].toSorted() as readonly (keyof Slice)[];

/** « annee=2024,bassin=lille »: keys in alphabetical order. */
export function formatSlice(slice: Slice): string {
  let text = '';
  for (const key of KEYS) {
    const value = slice[key];
    if (value !== undefined) text += `${text === '' ? '' : ','}${key}=${value}`;
  }
  return text;
}

/** « entrees[annee=2024,bassin=lille] ». */
export const figureId = (indicator: string, slice: Slice): string => `${indicator}[${formatSlice(slice)}]`;

export type SliceReading =
  | { readonly ok: true; readonly slice: Slice }
  | { readonly ok: false; readonly fault: SliceFault };

export interface SliceFault {
  readonly key: string;
  readonly value: string;
  readonly message: string;
  readonly expected: readonly string[];
}

/** Reads `key=value` pairs into a slice; ids are checked against the dimensions, time only for its form. */
export function readSlice(pairs: Iterable<readonly [string, string | number]>, dimensions: Dimensions): SliceReading {
  const slice: Record<string, string | number> = {};
  for (const [key, raw] of pairs) {
    const value = String(raw);
    const fault = readPair(key, value, dimensions);
    if (typeof fault === 'object') return { ok: false, fault };
    slice[key] = key === 'annee' && value !== 'cumul' ? Number(value) : value;
  }
  if ('annee' in slice && 'mois' in slice) {
    const message = '«\u00A0annee\u00A0» et «\u00A0mois\u00A0» ensemble';
    return {
      ok: false,
      fault: { key: 'mois', value: String(slice.mois), message, expected: ['annee ou mois, pas les deux'] },
    };
  }
  return { ok: true, slice: slice as Slice };
}

function readPair(key: string, value: string, dimensions: Dimensions): SliceFault | true {
  if (key === 'annee') {
    return /^(\d{4}|cumul)$/.test(value) || { key, value, message: 'année illisible', expected: ['2024', 'cumul'] };
  }
  if (key === 'mois') {
    return (
      /^\d{4}-(0[1-9]|1[0-2])$/.test(value) || {
        key,
        value,
        message: 'mois illisible',
        expected: ['2024-03'],
      }
    );
  }
  const dimension = isDimensionId(key) ? dimensions.get(key) : undefined;
  if (!dimension) {
    return {
      key,
      value,
      message: `dimension inconnue «\u00A0${key}\u00A0»`,
      expected: ['annee', 'mois', ...dimensions.keys()],
    };
  }
  if (!findValue(dimension, value)) {
    const expected = [...dimension.values, ...dimension.groups].map(({ id }) => id);
    return { key, value, message: `${dimension.label} inconnu «\u00A0${value}\u00A0»`, expected };
  }
  return true;
}

/** « annee=2024,bassin=lille » → pairs. */
export const splitSlice = (text: string): [string, string][] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const [key = '', ...rest] = part.split('=');
      return [key.trim(), rest.join('=').trim()];
    });

/** What a slice sets beside its time, by name: « Lille, Femmes ». */
export const labelsOf = (slice: Slice, dimensions: Dimensions): string =>
  dimensionsOf(slice)
    .map((id) => valueIn(slice, id, dimensions)?.label ?? slice[id])
    .join(', ');

const valueIn = (slice: Slice, id: DimensionId, dimensions: Dimensions) => {
  const dimension = dimensions.get(id);
  return dimension && findValue(dimension, slice[id] ?? '');
};

/** The slice as a reader would say it in a sentence: « 2024, dans le bassin de Lille, Femmes ». */
export function sliceInWords(slice: Slice, dimensions: Dimensions): string {
  const time = slice.mois
    ? formatMonth(slice.mois)
    : slice.annee === 'cumul'
      ? 'depuis le début du plan'
      : String(slice.annee);
  const values = dimensionsOf(slice).map((id) => {
    const value = valueIn(slice, id, dimensions);
    return value?.within ?? value?.label ?? slice[id];
  });
  return [time, ...values].join(', ');
}
