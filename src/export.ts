import type { Bilan } from './bilan.ts';
import type { Figure } from './figures/figure.ts';
import { formatSlice } from './figures/slice.ts';

type Exported = Pick<Bilan, 'book' | 'edition'>;

/** All published figures as one document: the shape of `npm run figures -- --json` and of the file on the site. */
export function figuresDocument({ book, edition }: Exported, figures: Iterable<Figure> = book.published.values()) {
  return {
    edition: edition.id,
    editionStatus: edition.status,
    cutOff: edition.cutOff,
    figures: [...figures].map(
      ({ id, indicator, slice, value, unit, numerator, denominator, status, origin, period }) => ({
        id,
        indicator,
        slice,
        value,
        unit,
        numerator,
        denominator,
        status,
        origin,
        period,
      }),
    ),
  };
}

/** The same as CSV: UTF-8, comma, decimal point, an empty cell where there is no value. */
export function figuresToCsv({ book }: Exported): string {
  const header = [
    'id',
    'indicateur',
    'tranche',
    'valeur',
    'unite',
    'numerateur',
    'denominateur',
    'statut',
    'origine',
    'periode',
  ];
  const rows = [...book.published.values()].map(
    ({ id, indicator, slice, value, unit, numerator, denominator, status, origin, period }) => [
      id,
      indicator,
      formatSlice(slice),
      value,
      unit,
      numerator,
      denominator,
      status,
      origin,
      period,
    ],
  );
  return toCsv([header, ...rows]);
}

/** Rows as CSV; a cell is quoted when it holds a comma, a quote or a line end. */
export function toCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  const cell = (value: string | number | null): string => {
    const text = value === null ? '' : String(value);
    return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `${rows.map((row) => row.map(cell).join(',')).join('\n')}\n`;
}
