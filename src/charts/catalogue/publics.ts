import type { DimensionId } from '../../figures/dimension.ts';
import { formatFigure, formatQuantity } from '../../figures/format.ts';
import type { Slice } from '../../figures/slice.ts';
import type { BarsChart } from '../chart.ts';
import type { ChartContext } from './context.ts';
import { Desk, toMark } from './desk.ts';
import { aloud, aloudQuantity, cellText, readable } from './words.ts';

/** What entries are told apart by, as a sentence and a head of column say it. */
interface Subject {
  readonly dimension: DimensionId;
  readonly name: string;
  readonly head: string;
  /** « l’âge à l’entrée », and « celles dont l’âge à l’entrée est connu ». */
  readonly title: string;
  readonly known: string;
}

/** Entries of the year by one dimension, with shares among the known. */
function profile(context: ChartContext, { dimension, name, head, title, known }: Subject): BarsChart {
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
    subtitle: `Entrées en formation en ${year} selon ${title}, nombre et part de celles dont ${known}`,
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
      ? `en ${year}, ${formatQuantity(first.entries)} pour « ${first.value.label} », soit ${formatFigure(first.share)} de celles dont ${known}.`
      : '',
    scope: `Entrées en formation rattachées au plan, ${context.region}, dont ${known}.`,
    ...desk.credits(),
    note: '',
    alternative: `Barres horizontales. ${rows.map(({ value, entries, share }) => `${value.label} : ${aloudQuantity(entries)}, ${aloud(share)}.`).join(' ')}`,
    table: {
      columns: [head, `Entrées ${year}`, 'Part'],
      rows: rows.map(({ value, entries, share }) => [value.label, cellText(entries), cellText(share)]),
    },
    written: rows.map(({ value, share }) => ({ series: 'Part', name: value.label, mark: toMark(share) })),
  };
}

export const firmSizes = (context: ChartContext): BarsChart =>
  profile(context, {
    dimension: 'taille',
    name: 'tailles',
    head: 'Taille de l’entreprise',
    title: 'la taille de l’entreprise',
    known: 'la taille de l’entreprise est connue',
  });

export const sectors = (context: ChartContext): BarsChart =>
  profile(context, {
    dimension: 'secteur',
    name: 'secteurs',
    head: 'Secteur',
    title: 'le secteur',
    known: 'le secteur est connu',
  });

export const ages = (context: ChartContext): BarsChart =>
  profile(context, {
    dimension: 'age',
    name: 'ages',
    head: 'Âge à l’entrée',
    title: 'l’âge à l’entrée',
    known: 'l’âge est connu',
  });
