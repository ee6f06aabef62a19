import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isError } from '../problem.ts';
import { rowsOf } from './rows.ts';
import { readSchemas, type TableSchema } from './schema.ts';
import { readTable } from './table.ts';

let folder: string;
let attractivite: TableSchema;
let files = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bilan-laws-'));
  attractivite = (await readSchemas('src/site.test/fixture/data')).attractivite;
});
afterAll(() => rm(folder, { recursive: true }));

async function read(bytes: Buffer) {
  files += 1;
  const file = join(folder, `attractivite-${files}.csv`);
  await writeFile(file, bytes);
  const { table, problems } = await readTable(file, attractivite);
  return { rows: table && rowsOf(table), table, problems };
}

interface Event {
  readonly day: number;
  readonly organiser: string;
  readonly participants: number | null;
}

/**
 * Texts that Windows-1252 can write too: separators, quotes, accents and line breaks inside. « é€œ » is left out: in
 * Windows-1252 it has the very bytes of a character in UTF-8, and nothing can tell them apart.
 */
const organiser = fc
  .string({ unit: fc.constantFrom(...'abé€œ;,|\t"\n :·0'), minLength: 1, maxLength: 12 })
  .map((text) => `org ${text} fin`)
  .filter((text) => !/é[€œ·]{2}/.test(text));
const event: fc.Arbitrary<Event> = fc.record({
  day: fc.integer({ min: 0, max: 900 }),
  organiser,
  participants: fc.option(fc.integer({ min: 0, max: 99_999 })),
});

const dialect = fc.record({
  encoding: fc.constantFrom('utf8', 'utf8-bom', 'utf16le', 'utf16be', 'cp1252'),
  separator: fc.constantFrom(';', ',', '\t', '|'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  isQuotedEverywhere: fc.boolean(),
  declares: fc.boolean(),
  dates: fc.constantFrom('iso', 'slashes', 'hyphens', 'midnight', 'serial'),
});
type Written = typeof dialect extends fc.Arbitrary<infer Value> ? Value : never;

const isoOf = (day: number): string => new Date(Date.UTC(2023, 0, 1 + day)).toISOString().slice(0, 10);

function dateText(day: number, style: Written['dates']): string {
  const [year, month, date] = isoOf(day).split('-');
  const french = `${date}/${month}/${year}`;
  return {
    iso: isoOf(day),
    slashes: french,
    hyphens: french.replaceAll('/', '-'),
    midnight: `${french} 00:00`,
    serial: String(44_927 + day),
  }[style];
}

function write(events: readonly Event[], how: Written): Buffer {
  const quote = (cell: string): string =>
    how.isQuotedEverywhere || /["\r\n;,|\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const rows = [
    ['Date', 'TYPE', 'bassin', 'organisateur', 'Participants'],
    ...events.map((row) => [
      dateText(row.day, how.dates),
      'visite',
      'lens',
      row.organiser,
      String(row.participants ?? ''),
    ]),
  ];
  const lines = rows.map((row) => row.map(quote).join(how.separator) + how.lineEnd);
  return encode((how.declares ? `sep=${how.separator}${how.lineEnd}` : '') + lines.join(''), how.encoding);
}

const CP1252: Readonly<Record<string, number>> = { '€': 0x80, œ: 0x9c };

function encode(text: string, encoding: Written['encoding']): Buffer {
  if (encoding === 'utf8') return Buffer.from(text);
  if (encoding === 'utf8-bom') return Buffer.from(`\uFEFF${text}`);
  if (encoding === 'cp1252') return Buffer.from([...text].map((char) => CP1252[char] ?? char.charCodeAt(0)));
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return encoding === 'utf16le' ? bytes : bytes.swap16();
}

describe('the door', { timeout: 60_000 }, () => {
  it('gives the same records whatever the dialect they were written in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 6 }), dialect, async (events, how) => {
        const { rows, problems } = await read(write(events, how));
        expect(problems.filter(isError)).toEqual([]);
        expect(rows).toEqual(
          events.map((row) => ({
            date: isoOf(row.day),
            type: 'visite',
            bassin: 'lens',
            organisateur: row.organiser,
            participants: row.participants,
          })),
        );
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  it('gives records or a report for any bytes whatever, and never a part without saying so', async () => {
    const header = Buffer.from('date;type;bassin;organisateur;participants\n');
    const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array));
    const torn = fc
      .tuple(fc.boolean(), bytes, bytes)
      .map(([whole, a, b]) => Buffer.concat(whole ? [header, a, b] : [a, header, b]));
    await fc.assert(
      fc.asyncProperty(torn, async (content) => {
        const { table, problems } = await read(content);
        if (problems.some(isError)) return;
        const lines = content
          .toString('latin1')
          .split(/[\r\n]+/)
          .filter(Boolean).length;
        expect(table?.size).toBe(lines - 1);
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  it('never takes a file that was cut inside a row without a warning or an error', async () => {
    const cut = fc.tuple(
      fc.array(event, { minLength: 1, maxLength: 3 }),
      dialect,
      fc.double({ min: 0, max: 1, noNaN: true }),
    );
    await fc.assert(
      fc.asyncProperty(cut, async ([events, how, share]) => {
        const whole = write(events, how);
        const length = Math.floor(share * (whole.length - 1));
        const { table, problems } = await read(whole.subarray(0, length));
        // Between two rows nothing is cut: what is left is a whole file, with fewer rows.
        const isBetweenRows = events.some((_, index) => length === write(events.slice(0, index + 1), how).length);
        if (isBetweenRows) expect(table?.size).toBeLessThan(events.length);
        else expect(problems.length).toBeGreaterThan(0);
      }),
      { seed: 3, numRuns: 200 },
    );
  });
});
