import { basename } from 'node:path';
import { type CsvError, type Options, Parser } from 'csv-parse';
import type { Problem } from '../problem.ts';
import { type ByteFault, type ByteSource, type Inspection, inspect, openSource, readText } from './bytes.ts';
import type { CellValue, Repair } from './cell.ts';
import { ColumnEncoder } from './column.ts';
import { type Dialect, detectDialect } from './dialect.ts';
import { Faults } from './faults.ts';
import { readHeader } from './header.ts';
import type { TableSchema } from './schema.ts';

/** A column as codes into the list of its distinct values: small, and each distinct cell is validated once. */
export interface Column {
  readonly codes: Uint32Array;
  readonly values: readonly CellValue[];
}

/** A file that was read: typed columns, and what is to be said about how it was read. */
export interface Table {
  readonly file: string;
  readonly schema: TableSchema;
  readonly size: number;
  readonly columns: ReadonlyMap<string, Column>;
  readonly report: FileReport;
  /** Number of each row in the file, for messages to come (the header is 0). */
  readonly records: Uint32Array;
  /** Rank of each schema column in the file's header, −1 when the file lacks it. */
  readonly fieldRanks: ReadonlyMap<string, number>;
  readonly dialect: Dialect;
}

export interface FileReport {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly encoding: Inspection['encoding'];
  readonly separator: Dialect['separator'];
  readonly rows: number;
  readonly repairs: Readonly<Partial<Record<Repair, number>>>;
}

export interface TableReading {
  /** `null` when the file cannot be used at all. */
  readonly table: Table | null;
  readonly problems: readonly Problem[];
}

/** Reads one CSV file against its schema, in one streaming parse. Faults are all listed; nothing is thrown. */
export async function readTable(file: string, schema: TableSchema): Promise<TableReading> {
  const source = await openSource(file);
  const inspection = await inspect(source);
  if (inspection.fault) return { table: null, problems: [explainBytes(file, inspection.fault)] };
  const dialect = detectDialect(await firstText(source, inspection));
  const faults = new Faults();
  const rows = new RowReader(schema, faults);
  const broken = await parse(source, inspection, dialect, (record) => rows.push(record));
  const problems = await faults.toProblems(file, inspection.encoding, dialect);
  if (broken) problems.push(explainSyntax(file, broken));
  if (rows.unusable || faults.refusesFile || broken) return { table: null, problems };
  if (rows.size === 0 && problems.length === 0) problems.push(onlyHeader(file));
  return { table: rows.toTable(file, inspection, dialect), problems };
}

/** Characters that are enough to find a dialect. */
const HEAD = 65_536;

async function firstText(source: ByteSource, { encoding }: Inspection): Promise<string> {
  for await (const text of readText(source, encoding)) return text.slice(0, HEAD).replace(/^\uFEFF/, '');
  return '';
}

/** Takes records as the parser gives them: the first is the header, the others go to the column encoders. */
class RowReader {
  size = 0;
  unusable = false;
  #record = -1;
  #encoders: (ColumnEncoder | null)[] = [];
  readonly #records: number[] = [];
  readonly #schema: TableSchema;
  readonly #faults: Faults;

  constructor(schema: TableSchema, faults: Faults) {
    this.#schema = schema;
    this.#faults = faults;
  }

  push(record: readonly string[]): void {
    this.#record += 1;
    if (this.#record === 0) {
      const header = readHeader(record, this.#schema, this.#faults);
      this.unusable = header === null;
      this.#encoders = (header ?? []).map((field) => (field ? new ColumnEncoder(field, this.#faults) : null));
      return;
    }
    if (this.unusable || (record.length === 1 && record[0]?.trim() === '')) return;
    if (record.length !== this.#encoders.length) {
      this.#faults.add(this.#record, record.length, {
        severity: 'error',
        message:
          record.length < this.#encoders.length ? 'ligne avec trop peu de cellules' : 'ligne avec trop de cellules',
        value: `${record.length} cellule(s)`,
        expected: `${this.#encoders.length} cellules, comme l’en-tête`,
        remedy: 'vérifiez les séparateurs et les guillemets de cette ligne',
      });
      return;
    }
    for (let rank = 0; rank < record.length; rank++) {
      this.#encoders[rank]?.push(record[rank] as string, this.#record, rank);
    }
    this.#records.push(this.#record);
    this.size += 1;
  }

  toTable(file: string, inspection: Inspection, dialect: Dialect): Table {
    const columns = new Map<string, Column>();
    const fieldRanks = new Map<string, number>(this.#schema.fields.map((field) => [field.name, -1]));
    const repairs: Partial<Record<Repair, number>> = {};
    this.#encoders.forEach((encoder, rank) => {
      if (!encoder) return;
      columns.set(encoder.field.name, encoder.toColumn());
      fieldRanks.set(encoder.field.name, rank);
      for (const [repair, count] of encoder.repairs) repairs[repair] = (repairs[repair] ?? 0) + count;
    });
    for (const field of this.#schema.fields) {
      if (!columns.has(field.name)) columns.set(field.name, { codes: new Uint32Array(this.size), values: [null] });
    }
    return {
      file,
      schema: this.#schema,
      size: this.size,
      columns,
      records: Uint32Array.from(this.#records),
      fieldRanks,
      dialect,
      report: {
        name: basename(file),
        sha256: inspection.sha256,
        bytes: inspection.size,
        encoding: inspection.encoding,
        separator: dialect.separator,
        rows: this.size,
        repairs,
      },
    };
  }
}

/** Runs the parser over the file. Resolves to the syntax error that stopped it, or to `null`. */
async function parse(
  source: ByteSource,
  inspection: Inspection,
  dialect: Dialect,
  onRecord: (record: readonly string[]) => void,
): Promise<CsvError | null> {
  const options: Options = {
    bom: true,
    delimiter: dialect.separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    from_line: dialect.skip + 1,
    relax_column_count: true,
    skip_empty_lines: true,
    on_record: (record: string[]) => {
      onRecord(record);
      return null;
    },
  };
  const parser = new Parser(options);
  let failure: CsvError | null = null;
  parser.on('error', (error: CsvError) => {
    failure ??= error;
  });
  parser.resume();
  const closed = new Promise<void>((resolve) => parser.once('close', resolve));
  const chunks: AsyncIterable<Buffer | string> = inspection.encoding.startsWith('UTF-8')
    ? source.content()
    : readText(source, inspection.encoding);
  for await (const chunk of chunks) {
    if (failure || parser.destroyed) break;
    if (chunk.length > 0 && !parser.write(chunk))
      await new Promise((resolve) => parser.once('drain', resolve).once('close', resolve));
  }
  parser.end();
  await closed;
  return failure;
}

function explainBytes(file: string, fault: ByteFault): Problem {
  const texts = {
    empty: ['fichier vide', 'une ligne d’en-tête et au moins une ligne de données', 'exportez de nouveau le fichier'],
    binary: [
      'fichier qui n’est pas un CSV (classeur Excel, PDF…)',
      'un fichier CSV',
      'dans Excel\u00A0: Fichier, Enregistrer sous, «\u00A0CSV UTF-8 (délimité par des virgules)\u00A0»',
    ],
    nul: [
      'octet nul dans le fichier',
      'un texte en UTF-8 ou en Windows-1252',
      'exportez de nouveau le fichier, en «\u00A0CSV UTF-8\u00A0»',
    ],
    damaged: [
      'fichier UTF-8 abîmé',
      'un texte en UTF-8 de bout en bout',
      'exportez de nouveau le fichier\u202F; un caractère y est à moitié écrit',
    ],
  } as const;
  const [message, expected, remedy] = texts[fault.kind];
  const value = fault.offset > 0 ? `octet ${fault.offset + 1}` : undefined;
  return { severity: 'error', file, line: 1, column: 1, message, value, expected, remedy };
}

const SYNTAX: Readonly<Record<string, readonly [string, string]>> = {
  CSV_QUOTE_NOT_CLOSED: ['guillemet jamais fermé', 'fermez le guillemet ouvert sur cette ligne, ou doublez-le'],
  CSV_INVALID_CLOSING_QUOTE: [
    'texte après un guillemet fermant',
    'doublez les guillemets à l’intérieur d’une cellule entre guillemets',
  ],
  INVALID_OPENING_QUOTE: [
    'guillemet au milieu d’une cellule',
    'mettez toute la cellule entre guillemets, et doublez celui-ci',
  ],
};

function explainSyntax(file: string, error: CsvError): Problem {
  const [message, remedy] = SYNTAX[error.code] ?? ['fichier CSV illisible', 'exportez de nouveau le fichier'];
  const line = typeof error.lines === 'number' ? error.lines : 1;
  return {
    severity: 'error',
    file,
    line,
    column: 1,
    message,
    expected: 'des cellules bien délimitées',
    remedy,
  };
}

const onlyHeader = (file: string): Problem => ({
  severity: 'error',
  file,
  line: 1,
  column: 1,
  message: 'fichier sans données\u00A0: un en-tête seul',
  expected: 'au moins une ligne de données',
  remedy: 'exportez de nouveau le fichier, ou retirez-le du dossier',
});
