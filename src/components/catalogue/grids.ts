import type { Book } from '../../figures/book.ts';
import type { Figure } from '../../figures/figure.ts';
import { INDICATORS } from '../../figures/registry.ts';
import { dimensionsOf, formatSlice, labelsOf, type Slice } from '../../figures/slice.ts';
import { formatMonth } from '../../french/date.ts';

/** What a row or a column stands for, in words and as an editor writes it. */
export interface Head {
  readonly words: string;
  /** `bassin="lens"`; empty for what goes without saying. */
  readonly attributes: string;
}

/** Published figures of an indicator side by side: slices down, times across, or months down and slices across. */
export interface Grid {
  readonly head: string;
  readonly columns: readonly Head[];
  readonly rows: readonly (Head & { readonly cells: readonly (Figure | null)[] })[];
}

export interface CatalogueEntry {
  readonly id: string;
  readonly label: string;
  readonly definition: string;
  readonly grids: readonly Grid[];
}

/** Every published figure of the edition, by indicator, in the order of the registry. */
export function catalogueOf(
  { published, dimensions }: Pick<Book, 'published' | 'dimensions'>,
  year: number,
): CatalogueEntry[] {
  const byIndicator = Map.groupBy(published.values(), ({ indicator }) => indicator);
  const placeOf = (slice: Slice): Head => headOf(slice, dimensions);
  return INDICATORS.flatMap(({ id, label, definition }) => {
    const figures = byIndicator.get(id) ?? [];
    if (figures.length === 0) return [];
    const monthly = figures.filter(({ slice }) => slice.mois !== undefined);
    const yearly = figures.filter(({ slice }) => slice.mois === undefined);
    const grids = [
      ...(yearly.length > 0 ? [gridOf(yearly, 'Tranche', placeOf, (slice) => timeOf(slice, year))] : []),
      ...(monthly.length > 0 ? [gridOf(monthly, 'Mois', (slice) => timeOf(slice, year), placeOf)] : []),
    ];
    return [{ id, label, definition, grids }];
  });
}

function gridOf(
  figures: readonly Figure[],
  head: string,
  rowOf: (slice: Slice) => Head,
  columnOf: (slice: Slice) => Head,
): Grid {
  const columns = new Map<string, Head>();
  const rows = new Map<string, { head: Head; cells: Map<string, Figure> }>();
  for (const figure of figures) {
    const [row, column] = [rowOf(figure.slice), columnOf(figure.slice)];
    columns.set(column.attributes, column);
    const known = rows.get(row.attributes) ?? { head: row, cells: new Map() };
    rows.set(row.attributes, known);
    known.cells.set(column.attributes, figure);
  }
  return {
    head,
    columns: [...columns.values()],
    rows: [...rows.values()].map((row) => ({
      ...row.head,
      cells: [...columns.keys()].map((column) => row.cells.get(column) ?? null),
    })),
  };
}

function timeOf(slice: Slice, year: number): Head {
  if (slice.mois) return { words: formatMonth(slice.mois), attributes: `mois="${slice.mois}"` };
  const words = slice.annee === 'cumul' ? 'Depuis le début' : String(slice.annee);
  return { words, attributes: slice.annee === year ? '' : `annee="${slice.annee}"` };
}

function headOf({ annee: _year, mois: _month, ...slice }: Slice, dimensions: Book['dimensions']): Head {
  if (dimensionsOf(slice).length === 0) return { words: 'Ensemble', attributes: '' };
  return {
    words: labelsOf(slice, dimensions),
    attributes: formatSlice(slice)
      .replace(/([a-z_]+)=([^,]+),?/g, '$1="$2" ')
      .trim(),
  };
}
