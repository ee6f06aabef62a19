import { CsvError, type Options, Parser } from 'csv-parse';
import type { ByteSource } from './byte-source.ts';
import type { Inspection } from './bytes.ts';
import { readText } from './decode.ts';
import type { Dialect } from './dialect.ts';

/** A record longer than this, in characters, is a quote that was never closed. */
const MAX_RECORD_SIZE = 1_000_000;

/**
 * Runs the parser over a file, in one stream. Empty lines are left out; rows may have any number of cells.
 * @returns the syntax error that stopped it, or `null`
 * @throws what `onRecord` throws
 */
export async function parseRecords(
  source: ByteSource,
  inspection: Pick<Inspection, 'encoding' | 'hasCarriageReturns'>,
  dialect: Dialect,
  onRecord: (record: readonly string[]) => void,
): Promise<CsvError | null> {
  const options: Options = {
    bom: true,
    delimiter: dialect.separator,
    record_delimiter: inspection.hasCarriageReturns ? ['\r\n', '\n', '\r'] : ['\n'],
    from_line: dialect.skip + 1,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MAX_RECORD_SIZE,
    on_record: (record: string[]) => {
      onRecord(record);
      return null;
    },
  };
  const parser = new Parser(options);
  let failure: Error | null = null;
  parser.on('error', (error: Error) => {
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
  const stopped = failure as Error | null;
  if (stopped && !(stopped instanceof CsvError)) throw stopped;
  return stopped;
}
