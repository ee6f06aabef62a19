export type Separator = ';' | ',' | '\t' | '|';
export type LineEnd = '\n' | '\r\n' | '\r';

/** How the cells and rows of a file are told apart. */
export interface Dialect {
  readonly separator: Separator;
  readonly lineEnd: LineEnd;
  /** Lines before the header that are not data: a « sep=; » line. */
  readonly skip: number;
  /** Another separator that cuts the rows as the header is cut by its own; `null` when rows and header agree. */
  readonly rowSeparator: Separator | null;
}

const SEPARATORS: readonly Separator[] = [';', ',', '\t', '|'];

/**
 * Finds the dialect from the first characters of a file. The separator is the one that cuts the header into the most
 * known names, then into the most cells, and that the rows confirm; or the one the file declares, unless the header
 * shows that it is another.
 */
export function detectDialect(head: string, isKnownHeader: (cell: string) => boolean): Dialect {
  const lineEnd = lineEndOf(head);
  const declaration = DECLARATION.exec(head);
  const skip = declaration ? 1 : 0;
  const sample = head.slice(declaration?.[0].length ?? 0);
  const cuts = SEPARATORS.map((separator) => cut(sample, separator, isKnownHeader));
  const best = cuts.toSorted(
    (a, b) => b.known - a.known || b.knownBelow - a.knownBelow || b.agreeing - a.agreeing || b.width - a.width,
  )[0] as Cut;
  const declared = cuts.find(({ separator }) => separator === declaration?.[1]);
  const isContradicted = declared?.known === 0 && best.known > 0;
  const { separator, agreeing, width } = declared && !isContradicted ? declared : best;
  const rival = cuts.find((other) => other.rows > 0 && other.separator !== separator && other.rowWidth === width);
  return { separator, lineEnd, skip, rowSeparator: agreeing === 0 && width > 1 && rival ? rival.separator : null };
}

/** Cells of the header in the first characters of a file. */
export const headerOf = (head: string, { separator }: Dialect): readonly string[] =>
  splitRows(head.replace(DECLARATION, ''), separator)[0] ?? [];

const DECLARATION = /^"?sep=([;,|\t])"?[ \t]*(?:\r\n|\n|\r|$)/i;

function lineEndOf(head: string): LineEnd {
  const match = /\r\n|\n|\r/.exec(head);
  return (match?.[0] as LineEnd | undefined) ?? '\n';
}

/** What one separator makes of a sample. */
interface Cut {
  readonly separator: Separator;
  /** Cells of the header, and how many of them are names of the schema. */
  readonly width: number;
  readonly known: number;
  /** Most names of the schema in a row below, when the first line has none: it may be a title. */
  readonly knownBelow: number;
  /** Complete rows of the sample, how many have the width of the header, and the width of the first. */
  readonly rows: number;
  readonly agreeing: number;
  readonly rowWidth: number;
}

const SAMPLE_ROWS = 100;
const TITLE_ROWS = 20;

function cut(sample: string, separator: Separator, isKnownHeader: (cell: string) => boolean): Cut {
  const [header = [], ...rows] = splitRows(sample, separator);
  const width = header.length;
  const knownIn = (row: readonly string[]): number => row.filter((cell) => isKnownHeader(cell)).length;
  const known = knownIn(header);
  return {
    separator,
    width,
    known,
    knownBelow: known > 0 ? 0 : Math.max(0, ...rows.slice(0, TITLE_ROWS).map(knownIn)),
    rows: rows.length,
    agreeing: width > 1 ? rows.filter((row) => row.length === width).length : 0,
    rowWidth: rows[0]?.length ?? 0,
  };
}

/** The first rows of a sample, quotes respected, blank lines left out; good enough to count cells. */
function splitRows(sample: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let [cell, quoted] = ['', false];
  const close = (): void => {
    row.push(cell);
    cell = '';
  };
  for (const char of sample) {
    if (char === '"') quoted = !quoted;
    else if (quoted) cell += char;
    else if (char === separator) close();
    else if (char === '\n' || char === '\r') {
      if (row.length > 0 || cell !== '') {
        close();
        rows.push(row);
        row = [];
        if (rows.length > SAMPLE_ROWS) return rows;
      }
    } else cell += char;
  }
  if (row.length > 0 || cell !== '') {
    close();
    rows.push(row);
  }
  return rows;
}
