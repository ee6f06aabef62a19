/** One operator of a content stream: where its operands begin, and where it ends. */
export interface Statement {
  readonly operator: string;
  readonly operands: readonly string[];
  readonly start: number;
  readonly end: number;
}

const TOKEN = /\((?:\\[\s\S]|[^\\()])*\)|<<|>>|<[^>]*>|[[\]]|\/[^\s<>[\]()/%]*|[^\s<>[\]()/%]+/g;
const OPERATOR = /^(?:[A-Za-z]+[*01]?|['"])$/;
const WORDS = new Set(['true', 'false', 'null']);

export const SHOW_TEXT = new Set(['Tj', 'TJ', "'", '"']);
const BEGIN_PATH = new Set(['m', 're']);
const PAINT_PATH = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's']);
/** Operators that paint by themselves: images and shades. */
export const PAINT_ALONE = new Set(['Do', 'sh']);

/** Reads a content stream, operator by operator. Inline images are not expected: a page here has none. */
export function* statements(content: string): Generator<Statement> {
  let operands: string[] = [];
  let start = -1;
  let depth = 0;
  for (const { 0: token, index } of content.matchAll(TOKEN)) {
    if (start < 0) start = index;
    if (token === '<<' || token === '[') depth += 1;
    else if (token === '>>' || token === ']') depth -= 1;
    if (depth === 0 && OPERATOR.test(token) && !WORDS.has(token)) {
      yield { operator: token, operands, start, end: index + token.length };
      operands = [];
      start = -1;
    } else operands.push(token);
  }
}

/** Something painted outside of any marked content. */
interface Unmarked {
  readonly start: number;
  readonly end: number;
  /** Where its text begins, from the top of the page in CSS pixels; `null` for a drawing. */
  readonly top: number | null;
}

/** What a content stream paints that no tag and no artefact holds: text objects, paths, others. */
export function unmarkedContent(painted: Iterable<Statement>): Unmarked[] {
  const found: Unmarked[] = [];
  let marked = 0;
  let path = -1;
  let text: { start: number; top: number; shows: boolean } | null = null;
  for (const { operator, operands, start, end } of painted) {
    if (operator === 'BDC' || operator === 'BMC') marked += 1;
    else if (operator === 'EMC') marked -= 1;
    else if (operator === 'BT') text = { start, top: 0, shows: false };
    else if (operator === 'Tm' && text) text.top = Number(operands[5]);
    else if (SHOW_TEXT.has(operator) && text && marked === 0) text.shows = true;
    else if (operator === 'ET') {
      if (text?.shows) found.push({ start: text.start, end, top: text.top });
      text = null;
    } else if (BEGIN_PATH.has(operator) && path < 0) path = start;
    else if (operator === 'n') path = -1;
    else if (PAINT_PATH.has(operator)) {
      if (marked === 0) found.push({ start: path, end, top: null });
      path = -1;
    } else if (PAINT_ALONE.has(operator) && marked === 0) found.push({ start, end, top: null });
  }
  return found;
}

/** Height of an A4 page in CSS pixels, the unit of the browser's text positions. */
const PAGE_HEIGHT = 1122;

/** A part of a content stream, and what is written in its place. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Marks as artefacts what the browser painted outside of the structure: the boxes of the margins, page backgrounds; and
 * what it tagged though it only decorates. Running heads and folios say which they are.
 * @param painted the statements of this content
 * @param ornaments the statements that open a tag for what only decorates
 */
export function markArtefacts(
  content: string,
  painted: Iterable<Statement> = statements(content),
  ornaments: readonly { readonly start: number; readonly end: number }[] = [],
): string {
  const edits: Edit[] = [
    ...unmarkedContent(painted).map(({ start, end, top }) => {
      const kind =
        top === null
          ? '/Artifact BMC'
          : `/Artifact <</Type /Pagination /Subtype /${top < PAGE_HEIGHT / 2 ? 'Header' : 'Footer'}>> BDC`;
      return { start, end, text: `${kind}\n${content.slice(start, end)}\nEMC` };
    }),
    ...ornaments.map(({ start, end }) => ({ start, end, text: '/Artifact BMC' })),
  ];
  let marked = '';
  let from = 0;
  for (const { start, end, text } of edits.toSorted((one, other) => one.start - other.start)) {
    marked += content.slice(from, start) + text;
    from = end;
  }
  return marked + content.slice(from);
}
