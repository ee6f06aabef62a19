import { basename } from 'node:path';
import { fold } from '../french/nearest.ts';
import { isError, type Problem } from '../problem.ts';
import { type ByteSource, type Fingerprint, fingerprint, openSource } from './byte-source.ts';
import { type Inspection, inspect } from './bytes.ts';
import { keepReading, readingKey, takeReading } from './cache.ts';
import type { Column } from './column.ts';
import { parseRecords } from './csv.ts';
import { type Encoding, readText } from './decode.ts';
import { type Dialect, detectDialect, type Separator } from './dialect.ts';
import {
  explainBytes,
  explainOpening,
  explainSyntax,
  hasLastLineEnd,
  onlyBlank,
  onlyHeader,
  twoSeparators,
} from './explain.ts';
import { Faults } from './faults.ts';
import { headerNames } from './header.ts';
import type { Keys } from './keys.ts';
import { RowReader } from './row-reader.ts';
import type { TableSchema } from './schema.ts';
import type { Repair } from './verdict.ts';

/** A file that was read: typed columns, and what is to be said about how it was read. */
export interface Table {
  readonly file: string;
  readonly schema: TableSchema;
  readonly size: number;
  readonly columns: ReadonlyMap<string, Column>;
  /** Hashes of the identifiers of the rows, which are not kept; `null` in a file that has none. */
  readonly keys: Keys | null;
  readonly report: FileReport;
  /** Numbers of the records that are not among the rows, in order, for messages to come (the header is 0). */
  readonly skipped: Uint32Array;
  /** Numbers of the records with an error. */
  readonly refused: Uint32Array;
  /** Rank of each schema column in the file's header, −1 when the file lacks it. */
  readonly fieldRanks: ReadonlyMap<string, number>;
  readonly dialect: Dialect;
}

export interface FileReport extends Pick<Fingerprint, 'sha256'> {
  readonly name: string;
  /** `null`, like the separator, when the file was not read that far. */
  readonly encoding: Encoding | null;
  readonly separator: Separator | null;
  /** `null`, like what was mended, where it is withheld: a figures file may say no more. */
  readonly rows: number | null;
  /** Rows with an error; `null` when nothing of the file can be used. */
  readonly refused: number | null;
  readonly repairs: Readonly<Partial<Record<Repair, number>>> | null;
}

export interface TableReading {
  /** `null` when the file cannot be used at all. */
  readonly table: Table | null;
  /** Rows of a file that cannot be used before its header is mended: they are judged too, so that all is said at once. */
  readonly draft: Table | null;
  readonly report: FileReport;
  readonly problems: readonly Problem[];
}

export interface ReadingOptions {
  /** Columns outside the schema that may be there and are left unread. */
  readonly ignored?: readonly string[];
  /** Faults of one kind that are listed; others are counted. */
  readonly shown?: number | undefined;
  /** Folder where sound readings are kept from one run to the next. */
  readonly cache?: string | null;
}

/** Reads one CSV file against its schema, in one streaming parse. Faults are all listed; nothing is thrown. */
export async function readTable(
  file: string,
  schema: TableSchema,
  options: ReadingOptions = {},
): Promise<TableReading> {
  const opened = await openSource(file).catch((error: NodeJS.ErrnoException) => explainOpening(file, schema, error));
  if (!('content' in opened)) return refused(file, UNREAD, [opened]);
  const print = await fingerprint(opened);
  const { cache, ...reading } = options;
  if (!cache || print.size < CACHED_SIZE) return readContent(file, opened, print.sha256, schema, reading);
  const key = readingKey(print.sha256, file, schema, reading);
  const kept = await takeReading(cache, key, file, schema);
  if (kept) return kept;
  const fresh = await readContent(file, opened, print.sha256, schema, reading);
  await keepReading(cache, key, fresh);
  return fresh;
}

/** Smaller files are parsed in less time than a kept reading is looked for. */
const CACHED_SIZE = 64_000;

async function readContent(
  file: string,
  source: ByteSource,
  sha256: string,
  schema: TableSchema,
  { ignored = [], shown }: ReadingOptions,
): Promise<TableReading> {
  const inspection = await inspect(source);
  const { fault, encoding } = inspection;
  const unread = { sha256, encoding, separator: null };
  if (fault) return refused(file, unread, [await explainBytes(file, source, encoding, fault)]);
  const names = headerNames(schema);
  const dialect = detectDialect(await firstText(source, encoding), (cell) => names.has(fold(cell)));
  const known = { sha256, encoding, separator: dialect.separator };
  const faults = new Faults(shown);
  const reader = new RowReader(schema, new Set(ignored.map(fold)), faults, expectedRows(inspection));
  const broken = await parseRecords(source, inspection, dialect, (cells) => reader.push(cells));
  reader.close(broken !== null || (await hasLastLineEnd(inspection.tail, encoding, dialect)));
  if (dialect.rowSeparator && !faults.refusesFile) return refused(file, known, [twoSeparators(file, dialect)]);
  const problems = await faults.toProblems(file, encoding, dialect);
  if (broken && !faults.refusesFile)
    problems.push(await explainSyntax(file, { source, encoding, dialect }, broken, reader.records));
  const unusable = refused(file, known, problems.length > 0 ? problems : [onlyBlank(file)]);
  if (!reader.isReadable || faults.refusesFile || broken) return unusable;
  const { isUsable, size } = reader;
  const { repairs, ...rows } = reader.take();
  const counts = { rows: size, refused: faults.refused.length };
  const report = { name: basename(file), ...known, repairs, ...counts };
  const table = { file, schema, size, ...rows, refused: Uint32Array.from(faults.refused), dialect, report };
  if (!isUsable) return { ...unusable, draft: table };
  if (size === 0 && !problems.some(isError)) problems.push(onlyHeader(file));
  return { table, draft: null, report, problems };
}

/** Characters that are enough to find a dialect. */
const HEAD = 65_536;

/** How many rows a file holds when the rest of it is like its beginning; a little more, since one too few costs a copy. */
function expectedRows({ head, length }: Inspection): number {
  let lines = 1;
  for (const byte of head) if (byte === 0x0a || byte === 0x0d) lines += 1;
  return Math.ceil((1.05 * length * lines) / (head.length + 1)) + 16;
}

/** The beginning of a text, without its byte order mark. */
export async function firstText(source: ByteSource, encoding: Encoding): Promise<string> {
  let head = '';
  for await (const text of readText(source, encoding)) {
    head += text;
    if (head.length >= HEAD) break;
  }
  return head.slice(0, HEAD).replace(/^\uFEFF/, '');
}

type Known = Pick<FileReport, 'sha256' | 'encoding' | 'separator'>;
const UNREAD: Known = { sha256: '', encoding: null, separator: null };

const refused = (file: string, known: Known, problems: readonly Problem[]): TableReading => ({
  table: null,
  draft: null,
  report: { name: basename(file), ...known, rows: 0, refused: null, repairs: {} },
  problems,
});
