import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Computation, computeFigures } from '../computation/computation.ts';
import type { Book } from '../figures/book.ts';
import { publishedSlices } from '../figures/catalogue.ts';
import { isChange } from '../figures/changes.ts';
import { type Count, createComputer } from '../figures/compute.ts';
import { type AxisName, axis } from '../figures/disclosure/axes.ts';
import { readCells } from '../figures/disclosure/cells.ts';
import { INDICATORS } from '../figures/registry.ts';
import { figureId } from '../figures/slice.ts';
import { readEnvironment } from '../settings/environment.ts';
import { findUnseen } from './unseen.ts';

/** The figures of a data folder, and the counts behind them, withheld or not. */
export interface Computed {
  readonly computation: Computation;
  readonly counts: readonly Count[];
}

export async function compute(folder: string): Promise<Computed> {
  const { computation } = await computeFigures(
    readEnvironment({ BILAN_DATA: join(folder, 'data'), BILAN_CONTENT: join(folder, 'content') }),
  );
  if (!computation) throw new Error(`no figures in ${folder}`);
  const { dataset, book } = computation;
  const computer = createComputer(dataset, book.calendar);
  const counts = INDICATORS.flatMap((indicator) =>
    isChange(indicator)
      ? []
      : [...publishedSlices(indicator, dataset.dimensions, book.calendar)].map((slice) =>
          computer.count(indicator, slice),
        ),
  );
  return { computation, counts };
}

const idOf = ({ indicator, slice }: Count): string => figureId(indicator.id, slice);

/** Ids of the figures that count something else in two computations of the same tables. */
export const countedApart = (one: Computed, other: Computed): string[] =>
  one.counts.flatMap((count, rank) =>
    JSON.stringify(count.result) === JSON.stringify(other.counts[rank]?.result) ? [] : [idOf(count)],
  );

/** The columns whose cells are changed, and the axis each stands on. */
const COLUMNS: readonly (readonly [AxisName, string])[] = [
  ['reason', 'motif_sortie'],
  ['situation', 'situation'],
  ['place', 'code_commune'],
  ['secteur', 'secteur'],
];

/**
 * Changes records of a folder so that every figure in sight stays as it is and withheld counts don't: in each column
 * where that can be done, the cell of one record, or those of two.
 */
export async function makeTwin(folder: string): Promise<void> {
  const { computation, counts } = await compute(folder);
  const { book, dataset, settings } = computation;
  const told = readCells(counts, dataset, book.calendar, settings.disclosure);
  const isShown = counts.map((count) => book.published.get(idOf(count))?.status !== 'secret');
  const isSeen = (cell: number): boolean => told.cells[cell]?.tellers.some((figure) => isShown[figure]) ?? false;
  const files = await readRecords(folder);
  const rows = files.flatMap((file) => file.rows);
  for (const [name, column] of COLUMNS) {
    const at = files[0]?.header.indexOf(column) ?? -1;
    const texts = rows.map((row) => row[at] ?? '');
    // Nothing is counted of an answer that came early: changing it would change nothing.
    const isCounted = (row: number): boolean => name !== 'situation' || told.space.codes[axis(name)]?.[row] !== 0;
    const moves = findUnseen(told, isSeen, name, (row) => texts[row] !== '' && isCounted(row));
    for (const { row, like } of moves) rows[row]?.splice(at, 1, texts[like] as string);
    await writeRecords(files);
    if (isSameBook(book, (await compute(folder)).computation.book)) continue;
    for (const { row } of moves) rows[row]?.splice(at, 1, texts[row] as string);
  }
  await writeRecords(files);
}

/** All figures as they are published, and how many are withheld. */
export const isSameBook = (one: Book, other: Book): boolean =>
  JSON.stringify([[...one.published], one.withheld]) === JSON.stringify([[...other.published], other.withheld]);

/** A file of records: its header, and its rows as cells. */
export interface RecordFile {
  readonly path: string;
  readonly header: readonly string[];
  readonly rows: string[][];
}

export async function readRecords(folder: string): Promise<RecordFile[]> {
  const names = (await readdir(join(folder, 'data/entrees'))).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const path = join(folder, 'data/entrees', name);
      const [header = [], ...rows] = (await readFile(path, 'utf8'))
        .trimEnd()
        .split('\n')
        .map((line) => line.split(','));
      return { path, header, rows };
    }),
  );
}

async function writeRecords(files: readonly RecordFile[]): Promise<void> {
  for (const { path, header, rows } of files) await writeFile(path, `${[header, ...rows].join('\n')}\n`);
}
