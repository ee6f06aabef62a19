/** Line and column, from 1; columns count characters (code points). */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where an offset (in UTF-16 units, as the Markdown engine counts) stands in a text. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, Math.max(0, offset));
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: [...before.slice(lineStart)].length + 1 };
}

export interface SplitSource {
  /** YAML between the two `---` lines, or `null`. */
  readonly frontMatter: string | null;
  /** Line on which the YAML starts. */
  readonly frontMatterLine: number;
  /** Last line of a front matter that is opened and never closed, or `null`. */
  readonly unclosedAfter: number | null;
}

/** Cuts the front matter off; the Markdown engine reads the rest itself, from the whole text. */
export function splitFrontMatter(text: string): SplitSource {
  const match = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n?---[ \t]*(?:\r?\n|$)/.exec(text);
  // Three dashes far below are a rule between two paragraphs.
  const frontMatter = match?.[1] !== undefined && !PARAGRAPH.test(match[1]) ? match[1] : null;
  return { frontMatter, frontMatterLine: 2, unclosedAfter: frontMatter === null ? lastOpenLine(text) : null };
}

/** Words of the text after a blank line: no key, no comment, no item of a list. */
const PARAGRAPH = /\n[ \t]*\r?\n(?![\w-]+:|[ \t]|# |- )\S/;

/** The line of the last key of a front matter that three dashes open. */
function lastOpenLine(text: string): number | null {
  const opened = /^\uFEFF?---[ \t]*\r?\n(?:[\w-]+:.*(?:\r?\n|$)|[ \t]+\S.*(?:\r?\n|$))*/.exec(text);
  return opened ? opened[0].trimEnd().split('\n').length : null;
}
