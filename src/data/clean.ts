import { fold } from '../french/nearest.ts';
import { type ByteSource, openSource } from './byte-source.ts';
import { inspect } from './bytes.ts';
import { parseRecords } from './csv.ts';
import { detectDialect } from './dialect.ts';
import { isPersonalHeader, personalKind } from './guard.ts';
import { headerNames } from './header.ts';
import type { TableSchema } from './schema.ts';
import { shorten } from './suspicion.ts';
import { firstText } from './table.ts';

export interface Cleaned {
  /** UTF-8, the separator of the original, its columns of the schema and nothing else. */
  readonly text: string;
  readonly rows: number;
  /** Names of the columns that were left out. */
  readonly dropped: readonly string[];
  /** Rows left out because they have not as many cells as the header: their cells may be in the wrong columns. */
  readonly illCut: number;
}

/** A copy of a file that holds the columns of its schema only; `null` when its bytes or quotes cannot be read. */
export async function cleanFile(file: string, schema: TableSchema): Promise<Cleaned | null> {
  const source: ByteSource = await openSource(file);
  const inspection = await inspect(source);
  if (inspection.fault) return null;
  const names = headerNames(schema);
  const dialect = detectDialect(await firstText(source, inspection.encoding), (cell) => names.has(fold(cell)));
  const isKept = (cell: string): boolean =>
    names.has(fold(cell)) && !(schema.name === 'entrees' && isPersonalHeader(cell));
  const lines: string[] = [];
  let [header, kept, illCut]: [readonly string[] | null, number[], number] = [null, [], 0];
  const broken = await parseRecords(source, inspection, dialect, (cells) => {
    if (header === null) {
      header = [...cells];
      kept = [...cells.keys()].filter((rank) => isKept(cells[rank] as string));
    } else if (cells.length !== header.length) {
      illCut += 1;
      return;
    }
    lines.push(kept.map((rank) => quote(cells[rank] as string, dialect.separator)).join(dialect.separator));
  });
  const cells = (header ?? []) as readonly string[];
  if (broken || kept.length < Math.min(2, cells.length)) return null;
  const dropped = cells.filter((_, rank) => !kept.includes(rank)).map(nameOf);
  return { text: `${lines.join('\n')}\n`, rows: lines.length - 1, dropped, illCut };
}

/** A header as it may be repeated: one that is itself a value of a person is not. */
const nameOf = (cell: string): string =>
  personalKind(cell) ? '(nom non répété\u00A0: donnée personnelle)' : shorten(cell.trim()) || '(sans nom)';

const quote = (cell: string, separator: string): string =>
  cell.includes('"') || cell.includes(separator) || /[\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
