import type { DimensionId } from '../../figures/dimension.ts';
import { formatFigure, formatQuantity } from '../../figures/format.ts';
import type { Slice } from '../../figures/slice.ts';
import type { BarsChart } from '../chart.ts';
import { type ChartContext, cellText, Desk, readable, toMark } from './context.ts';

/** Entries of the year by one dimension, with shares among the known. */
function profile(context: ChartContext, dimension: DimensionId, name: string, subject: string): BarsChart {
  const desk = new Desk(context);
  const { book, year } = context;
  const rows = (book.dimensions.get(dimension)?.values ?? []).map((value) => {
    const slice = { annee: year, [dimension]: value.id } as Slice;
    return { value, entries: desk.figure('entrees', slice), share: desk.figure('part_entrees', slice) };
  });
  const first = readable(rows, ({ entries, share }) => [entries, share]);
  return {
    kind: 'bars',
    name,
    subtitle: `Entrées en formation en ${year} selon ${subject}, nombre et part des entrées où cela est connu`,
    bars: rows.map(({ value, entries, share }) => ({
      label: value.label,
      colour: 'ink',
      hollow: false,
      mark: toMark(entries),
      reference: null,
      detail: formatFigure(share),
    })),
    measure: 'Entrées en formation',
    reference: null,
    reading: first
      ? `${first.value.label} : ${formatQuantity(first.entries)}, soit ${formatFigure(first.share)} des entrées où cela est connu.`
      : '',
    scope: `Entrées en formation rattachées au plan, ${context.region}, là où cela est connu.`,
    ...desk.credits(),
    note: '',
    alternative: `Barres horizontales. ${rows.map(({ value, entries, share }) => `${value.label} : ${formatQuantity(entries)}, ${formatFigure(share)}.`).join(' ')}`,
    table: {
      columns: ['', `Entrées ${year}`, 'Part'],
      rows: rows.map(({ value, entries, share }) => [value.label, cellText(entries), cellText(share)]),
    },
    written: rows.map(({ value, share }) => ({ series: 'Part', name: value.label, mark: toMark(share) })),
  };
}

export const firmSizes = (context: ChartContext): BarsChart =>
  profile(context, 'taille', 'tailles', 'la taille de l’entreprise');
export const sectors = (context: ChartContext): BarsChart => profile(context, 'secteur', 'secteurs', 'le secteur');
export const ages = (context: ChartContext): BarsChart => profile(context, 'age', 'ages', 'l’âge à l’entrée');
