import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatProblem, isError } from '../problem.ts';
import { rowsOf } from './rows.ts';
import { readSchemas, type Schemas } from './schema.ts';
import { readTable } from './table.ts';

let folder: string;
let schemas: Schemas;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bilan-table-'));
  schemas = await readSchemas('src/site.test/fixture/data');
});
afterAll(() => rm(folder, { recursive: true }));

const HEADER = 'annee;code_formation;bassin;places';

async function read(content: string | Buffer, name = 'places.csv') {
  const file = join(folder, name);
  await writeFile(file, content);
  const { table, problems } = await readTable(file, schemas.places);
  return {
    rows: table ? rowsOf(table) : null,
    report: table?.report,
    errors: problems.filter(isError),
    messages: problems.map((problem) => formatProblem(problem, folder)),
  };
}

const EXPECTED = [
  { annee: 2024, code_formation: 'tp-tmi', bassin: 'lens', places: 120 },
  { annee: 2024, code_formation: 'tp-tsmi', bassin: 'lille', places: 80 },
];
const PLAIN = `${HEADER}\n2024;tp-tmi;lens;120\n2024;tp-tsmi;lille;80\n`;

describe('a table', () => {
  it.each([
    ['semicolons', PLAIN],
    ['commas', PLAIN.replaceAll(';', ',')],
    ['tabs', PLAIN.replaceAll(';', '\t')],
    ['bars', PLAIN.replaceAll(';', '|')],
    ['CRLF', PLAIN.replaceAll('\n', '\r\n')],
    ['CR', PLAIN.replaceAll('\n', '\r')],
    ['a byte order mark', `\uFEFF${PLAIN}`],
    ['a sep= line', `sep=;\n${PLAIN}`],
    ['blank lines', PLAIN.replaceAll('\n', '\n\n')],
    ['spaces around cells', PLAIN.replaceAll(';', ' ; ')],
    ['quotes', PLAIN.replaceAll('lens', '"lens"')],
    ['a header in capitals, with accents and spaces', PLAIN.replace(HEADER, 'ANNÉE;Code formation;Bassin;PLACES')],
    ['UTF-16 with its mark', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(PLAIN, 'utf16le')])],
    ['Windows-1252', Buffer.from(PLAIN.replace('annee', 'année'), 'latin1')],
  ])('reads %s without a setting', async (_, content) => {
    const { rows, errors } = await read(content);
    expect(errors).toEqual([]);
    expect(rows).toEqual(EXPECTED);
  });

  it('reads a compressed file', async () => {
    expect((await read(gzipSync(PLAIN), 'places.csv.gz')).rows).toEqual(EXPECTED);
  });

  it('says what it assumed', async () => {
    const { report } = await read(Buffer.from(PLAIN.replace('annee', 'année'), 'latin1'));
    expect(report).toMatchObject({ encoding: 'Windows-1252', separator: ';', rows: 2 });
    expect(report?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('an encoding', () => {
  const rows = (count: number): string => `${HEADER}\n${'2024;tp-tmi;lens;120\n'.repeat(count)}`;

  it('is Windows-1252 when a byte far down is no UTF-8, beyond the blocks a file is read by', async () => {
    const bytes = Buffer.from(`${rows(5000)}2024;tp-tmi;lens;1\u00A0234\n`, 'latin1');
    const { report, errors } = await read(gzipSync(bytes), 'places.csv.gz');
    expect(report).toMatchObject({ encoding: 'Windows-1252', rows: 5001 });
    expect(errors).toEqual([]);
  });

  it('is damaged UTF-8 when characters of several bytes came before, and the place is given', async () => {
    const damaged = [Buffer.from(rows(5000).replace('annee', 'année')), Buffer.from('2024;caf\xe9;lens;1\n', 'latin1')];
    expect((await read(gzipSync(Buffer.concat(damaged)), 'places.csv.gz')).messages.join('\n')).toMatchSnapshot();
  });
});

describe('a contact', () => {
  it('is let in where the schema says so, and nowhere else', async () => {
    const file = join(folder, 'partenaires.csv');
    await writeFile(file, 'id;nom;developpe;role;volet;site\nuimm;UIMM;Union;contact@exemple.fr;formation;\n');
    const { fields } = schemas.partenaires;
    const open = fields.map((field) => ({ ...field, contact: field.name === 'role' }));
    expect((await readTable(file, schemas.partenaires)).table).toBeNull();
    expect((await readTable(file, { ...schemas.partenaires, fields: open })).problems).toEqual([]);
  });
});

describe('a table that cannot be used', () => {
  it.each<[string, string | Buffer]>([
    ['an unknown column', PLAIN.replace('bassin', 'bassyn')],
    ['a missing column', PLAIN.replaceAll(/;[^;]*;(\d+|places)\n/g, ';$1\n')],
    ['two columns of one name', PLAIN.replace('bassin', 'annee')],
    ['too few cells', `${HEADER}\n2024;tp-tmi;lens\n`],
    ['too many cells', `${HEADER}\n2024;tp-tmi;lens;1;2\n`],
    ['a negative count', `${HEADER}\n2024;tp-tmi;lens;-3\n`],
    ['a quote never closed', `${HEADER}\n2024;"tp-tmi;lens;3\n2024;a;b;4\n`],
    ['nothing at all', ''],
    ['a header alone', `${HEADER}\n`],
    ['a workbook', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0, 0])],
    ['a NUL byte', PLAIN.replace('lens', 'le\0ns')],
    ['damaged UTF-8', Buffer.concat([Buffer.from(`${HEADER}\n2024;été;lens;`), Buffer.from([0xe9, 0x0a])])],
    ['a column of names', PLAIN.replace('bassin', 'Prénom')],
    ['an e-mail in a cell', `${HEADER}\n2024;tp-tmi;une.personne@exemple.fr;3\n`],
  ])('tells of %s, with its place', async (_, content) => {
    const { messages } = await read(content);
    expect(messages.join('\n\n')).toMatchSnapshot();
  });

  it('never repeats a personal value in a message', async () => {
    const { messages } = await read(`${HEADER}\n2024;tp-tmi;une.personne@exemple.fr;3\n`);
    expect(messages.join()).not.toContain('une.personne');
  });

  it('lists twenty faults of a kind, then counts', async () => {
    const { messages } = await read(`${HEADER}\n${'2024;tp-tmi;lens;-3\n'.repeat(30)}`);
    expect(messages).toHaveLength(20);
    expect(messages.at(-1)).toContain('et 10 autres du même genre');
  });

  it('gives line and column in characters, and the line of the record when a cell spans lines', async () => {
    const { messages } = await read(`${HEADER}\n2024;"é\né";lens;-3\n`);
    expect(messages[0]).toContain('places.csv:3:9');
    expect(messages[0]).toContain('ligne commencée en 2');
  });
});
