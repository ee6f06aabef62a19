/**
 * The little of the TrueType format that is needed to add one empty glyph to a font and to rename it.
 * Reference: OpenType specification, tables cmap, glyf, head, hhea, hmtx, loca, maxp, name, post.
 */
export type Tables = Map<string, Buffer>;

/** Cuts an uncompressed TrueType font into its tables. */
export function readTables(font: Buffer): Tables {
  const count = font.readUInt16BE(4);
  const tables: Tables = new Map();
  for (let index = 0; index < count; index++) {
    const record = 12 + index * 16;
    const offset = font.readUInt32BE(record + 8);
    tables.set(
      font.toString('latin1', record, record + 4),
      font.subarray(offset, offset + font.readUInt32BE(record + 12)),
    );
  }
  return tables;
}

/** Puts tables together again, in alphabetical order, with right checksums. */
export function writeTables(tables: Tables): Buffer {
  const names = [...tables.keys()].toSorted();
  const power = 2 ** Math.floor(Math.log2(names.length));
  const header = Buffer.alloc(12 + names.length * 16);
  header.writeUInt32BE(0x00010000, 0);
  header.writeUInt16BE(names.length, 4);
  header.writeUInt16BE(power * 16, 6);
  header.writeUInt16BE(Math.log2(power), 8);
  header.writeUInt16BE(names.length * 16 - power * 16, 10);
  const head = Buffer.from(table(tables, 'head'));
  head.writeUInt32BE(0, 8);
  const bodies: Buffer[] = [];
  let offset = header.length;
  names.forEach((name, index) => {
    const body = name === 'head' ? head : table(tables, name);
    const record = 12 + index * 16;
    header.write(name, record, 'latin1');
    header.writeUInt32BE(checksum(body), record + 4);
    header.writeUInt32BE(offset, record + 8);
    header.writeUInt32BE(body.length, record + 12);
    const padded = pad(body);
    bodies.push(name === 'head' ? head : padded);
    if (name === 'head') bodies.push(Buffer.alloc(padded.length - head.length));
    offset += padded.length;
  });
  const sum = checksum(Buffer.concat([header, ...bodies]));
  head.writeUInt32BE((0xb1b0afba - sum) >>> 0, 8);
  return Buffer.concat([header, ...bodies]);
}

const pad = (body: Buffer): Buffer => Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)]);

function checksum(body: Buffer): number {
  const padded = pad(body);
  let sum = 0;
  for (let index = 0; index < padded.length; index += 4) sum = (sum + padded.readUInt32BE(index)) >>> 0;
  return sum;
}

function table(tables: Tables, name: string): Buffer {
  const found = tables.get(name);
  if (!found) throw new Error(`font without a ${name} table`);
  return found;
}

/** Adds an empty glyph of some width (in font units) for a character of the basic plane. */
export function addBlankGlyph(tables: Tables, codePoint: number, width: number): void {
  const maxp = Buffer.from(table(tables, 'maxp'));
  const glyph = maxp.readUInt16BE(4);
  maxp.writeUInt16BE(glyph + 1, 4);
  tables.set('maxp', maxp);
  const wide = table(tables, 'head').readInt16BE(50) === 1;
  const loca = table(tables, 'loca');
  tables.set('loca', Buffer.concat([loca, loca.subarray(loca.length - (wide ? 4 : 2))]));
  addAdvance(tables, glyph, width);
  tables.set('cmap', writeCmap(new Map([...readCmap(table(tables, 'cmap')), [codePoint, glyph]])));
  const post = Buffer.from(table(tables, 'post').subarray(0, 32));
  post.writeUInt32BE(0x00030000, 0);
  tables.set('post', post);
}

/** Writes one advance a glyph, which is what lets a glyph be added at the end. */
function addAdvance(tables: Tables, glyphs: number, width: number): void {
  const hhea = Buffer.from(table(tables, 'hhea'));
  const hmtx = table(tables, 'hmtx');
  const metrics = hhea.readUInt16BE(34);
  const all = Buffer.alloc((glyphs + 1) * 4);
  for (let glyph = 0; glyph < glyphs; glyph++) {
    const advance = hmtx.readUInt16BE(Math.min(glyph, metrics - 1) * 4);
    const bearing =
      glyph < metrics ? hmtx.readInt16BE(glyph * 4 + 2) : hmtx.readInt16BE(metrics * 4 + (glyph - metrics) * 2);
    all.writeUInt16BE(advance, glyph * 4);
    all.writeInt16BE(bearing, glyph * 4 + 2);
  }
  all.writeUInt16BE(width, glyphs * 4);
  hhea.writeUInt16BE(glyphs + 1, 34);
  tables.set('hhea', hhea);
  tables.set('hmtx', all);
}

/** Characters and their glyphs, from a cmap that has a format 4 or 12 subtable. */
function readCmap(cmap: Buffer): Map<number, number> {
  const glyphs = new Map<number, number>();
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const subtable = cmap.subarray(cmap.readUInt32BE(4 + index * 8 + 4));
    const format = subtable.readUInt16BE(0);
    if (format === 4) readFormat4(subtable, glyphs);
    if (format === 12) readFormat12(subtable, glyphs);
  }
  return glyphs;
}

function readFormat4(subtable: Buffer, glyphs: Map<number, number>): void {
  const segments = subtable.readUInt16BE(6) / 2;
  for (let segment = 0; segment < segments; segment++) {
    const end = subtable.readUInt16BE(14 + segment * 2);
    const start = subtable.readUInt16BE(16 + segments * 2 + segment * 2);
    const delta = subtable.readUInt16BE(16 + segments * 4 + segment * 2);
    const rangeAt = 16 + segments * 6 + segment * 2;
    const range = subtable.readUInt16BE(rangeAt);
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const raw = range === 0 ? code : subtable.readUInt16BE(rangeAt + range + (code - start) * 2);
      const glyph = raw === 0 && range !== 0 ? 0 : (raw + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
}

function readFormat12(subtable: Buffer, glyphs: Map<number, number>): void {
  for (let group = 0; group < subtable.readUInt32BE(12); group++) {
    const [start, end, glyph] = [0, 4, 8].map((field) => subtable.readUInt32BE(16 + group * 12 + field)) as [
      number,
      number,
      number,
    ];
    for (let code = start; code <= end; code++) glyphs.set(code, glyph + code - start);
  }
}

/** A cmap with one format 4 subtable (Windows, Unicode BMP): one segment a run of characters and glyphs. */
function writeCmap(glyphs: ReadonlyMap<number, number>): Buffer {
  const codes = [...glyphs.keys()].filter((code) => code < 0xffff).toSorted((a, b) => a - b);
  const segments: { start: number; end: number; delta: number }[] = [];
  for (const code of codes) {
    const delta = ((glyphs.get(code) ?? 0) - code) & 0xffff;
    const last = segments.at(-1);
    if (last && last.end === code - 1 && last.delta === delta) last.end = code;
    else segments.push({ start: code, end: code, delta });
  }
  segments.push({ start: 0xffff, end: 0xffff, delta: 1 });
  const count = segments.length;
  const subtable = Buffer.alloc(16 + count * 8);
  const power = 2 ** Math.floor(Math.log2(count));
  [4, subtable.length, 0, count * 2, power * 2, Math.log2(power), (count - power) * 2].forEach((value, index) => {
    subtable.writeUInt16BE(value, index * 2);
  });
  segments.forEach((segment, index) => {
    subtable.writeUInt16BE(segment.end, 14 + index * 2);
    subtable.writeUInt16BE(segment.start, 16 + count * 2 + index * 2);
    subtable.writeUInt16BE(segment.delta, 16 + count * 4 + index * 2);
  });
  const header = Buffer.alloc(12);
  header.writeUInt16BE(1, 2);
  header.writeUInt16BE(3, 4);
  header.writeUInt16BE(1, 6);
  header.writeUInt32BE(12, 8);
  return Buffer.concat([header, subtable]);
}

/** Names a font anew. Names that say where it comes from are kept in `credit`. */
export function rename(tables: Tables, family: string, style: string, credit: string): void {
  const full = `${family} ${style}`;
  const names = [
    [0, credit],
    [1, family],
    [2, style],
    [3, full],
    [4, full],
    [5, 'Version 1.000'],
    [6, full.replaceAll(' ', '-')],
    [13, 'SIL Open Font License 1.1'],
    [14, 'https://openfontlicense.org'],
  ] as const;
  const texts = names.map(([, text]) => Buffer.from(text, 'utf16le').swap16());
  const header = Buffer.alloc(6 + names.length * 12);
  header.writeUInt16BE(names.length, 2);
  header.writeUInt16BE(header.length, 4);
  let offset = 0;
  names.forEach(([id], index) => {
    const length = texts[index]?.length ?? 0;
    [3, 1, 0x409, id, length, offset].forEach((value, field) => {
      header.writeUInt16BE(value, 6 + index * 12 + field * 2);
    });
    offset += length;
  });
  tables.set('name', Buffer.concat([header, ...texts]));
}
