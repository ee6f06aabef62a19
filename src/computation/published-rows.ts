import { type Row, text, textOrNull } from '../data/rows.ts';
import type { Dataset } from '../figures/dataset.ts';
import type { Precision, Published } from '../figures/published.ts';
import { readSlice, splitSlice } from '../figures/slice.ts';

/** Rows of `publies.csv`; a row whose indicator or slice is not understood counts as context (and is reported). */
export function toPublished(rows: readonly Row[], { dimensions }: Dataset): Published[] {
  return rows.map((row) => {
    const reading = readSlice(splitSlice(textOrNull(row, 'tranche') ?? ''), dimensions);
    return {
      ref: text(row, 'ref'),
      indicator: textOrNull(row, 'indicateur'),
      slice: reading.ok && row.tranche !== null ? reading.slice : null,
      sliceText: textOrNull(row, 'tranche') ?? '',
      value: Number(row.valeur),
      unit: text(row, 'unite'),
      precision: text(row, 'precision') as Precision,
      quotation: text(row, 'citation'),
      source: text(row, 'source'),
      url: text(row, 'url'),
      date: text(row, 'date'),
      explanation: textOrNull(row, 'explication'),
    };
  });
}
