export type Separator = ';' | ',' | '\t' | '|';
export type LineEnd = '\n' | '\r\n' | '\r';

/** How the cells and rows of a file are told apart. */
export interface Dialect {
  readonly separator: Separator;
  readonly lineEnd: LineEnd;
  /** Lines before the header that are not data: a « sep=; » line. */
  readonly skip: number;
}

const SEPARATORS: readonly Separator[] = [';', ',', '\t', '|'];

/** Finds the dialect from the first characters of a file: the separator that cuts the header into the most cells. */
export function detectDialect(head: string): Dialect {
  const lineEnd = lineEndOf(head);
  const firstLine = head.split(lineEnd, 1)[0] ?? '';
  const declared = /^"?sep=([;,|\t])"?\s*$/i.exec(firstLine);
  if (declared) return { separator: declared[1] as Separator, lineEnd, skip: 1 };
  const counts = SEPARATORS.map((separator) => ({
    separator,
    count: countOutsideQuotes(firstLine, separator),
  }));
  const best = counts.reduce((a, b) => (b.count > a.count ? b : a));
  return { separator: best.separator, lineEnd, skip: 0 };
}

function lineEndOf(head: string): LineEnd {
  const match = /\r\n|\n|\r/.exec(head);
  return (match?.[0] as LineEnd | undefined) ?? '\n';
}

function countOutsideQuotes(line: string, separator: string): number {
  let count = 0;
  let quoted = false;
  for (const char of line) {
    if (char === '"') quoted = !quoted;
    else if (char === separator && !quoted) count += 1;
  }
  return count;
}
