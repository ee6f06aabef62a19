import { access } from 'node:fs/promises';
import { basename } from 'node:path';
import * as v from 'valibot';
import {
  type Document,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  type ParsedNode,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import type { Problem } from '../problem.ts';
import { type Explanation, explainIssue, explainYamlError } from './messages.ts';
import { explainStructure } from './structure.ts';
import { readTextFile, type TextFile } from './text-file.ts';

export type Reading<T> =
  | { readonly ok: true; readonly value: T; placeOf(path: readonly PropertyKey[]): Place }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Where something stands in the file, from 1. */
export type Place = Pick<Problem, 'line' | 'column'>;

/**
 * Reads a YAML text against a schema.
 * @param firstLine line of the file on which the text starts, from 1 (front matter starts on 2)
 * @returns the normalised value, or every problem with its place, in French
 */
export function readYaml<T>(
  text: string,
  file: string,
  schema: v.GenericSchema<unknown, T>,
  firstLine = 1,
): Reading<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  const problem = (offset: number, explanation: Explanation): Problem => ({
    severity: 'error',
    file,
    ...placeAt(offset),
    ...explanation,
  });
  // A syntax error makes the lines after it unreadable too: only the first one is worth mending.
  const [syntax] = document.errors;
  if (syntax) {
    const [offset] = syntax.pos;
    const { remedy, ...explanation } = explainSyntax(syntax, document, text, (at) => placeAt(at).line);
    const unread = `le reste ${firstLine === 1 ? 'du fichier' : 'de l’en-tête'} n’a pas été jugé`;
    return { ok: false, problems: [problem(offset, { ...explanation, remedy: `${remedy}\u202F; ${unread}` })] };
  }
  const alias = firstAlias(document);
  if (alias !== null) return { ok: false, problems: [problem(alias, explainYamlError('BAD_ALIAS', ''))] };
  const parsed = v.safeParse(schema, document.toJS());
  if (parsed.success) {
    const placeOf = (path: readonly PropertyKey[]): Place => placeAt(offsetOf(document.contents, path));
    return { ok: true, value: parsed.output, placeOf };
  }
  const problems = parsed.issues.map((issue) => {
    const { path, ...explanation } = explainIssue(issue, schema);
    return problem(offsetOf(document.contents, path), explanation);
  });
  return { ok: false, problems: problems.filter(isFirst) };
}

/** One fault can raise several issues that come to the same message at the same place. */
const isFirst = (problem: Problem, index: number, all: readonly Problem[]): boolean =>
  all.findIndex(
    ({ line, column, message }) => line === problem.line && column === problem.column && message === problem.message,
  ) === index;

/** A syntax error, in French: of the structure of the lines when it is one, or else of the signs of its line. */
const explainSyntax = (error: YAMLError, document: Document, text: string, lineOf: (offset: number) => number) =>
  explainStructure(error, document, { text, lineAt: lineOf }) ??
  explainYamlError(error.code, lineAt(text, error.pos[0]));

/** Offset of the first « *name », which stands for what « &name » marks: nobody means that by « *italique* ». */
function firstAlias(document: Document.Parsed): number | null {
  let offset: number | null = null;
  visit(document, {
    Alias(_, { range }) {
      offset = range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return offset;
}

/** The whole line that holds an offset. */
function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
  return text.slice(start).split(/\r?\n/, 1)[0] ?? '';
}

/** Reads a YAML file; a missing file is a problem like another. */
export async function readYamlFile<T>(file: string, schema: v.GenericSchema<unknown, T>): Promise<Reading<T>> {
  let read: TextFile;
  try {
    read = await readTextFile(file);
  } catch {
    return { ok: false, problems: [await missingFile(file)] };
  }
  const reading = readYaml(read.text, file, schema);
  if (!read.fault) return reading;
  return { ok: false, problems: [read.fault, ...(reading.ok ? [] : reading.problems)] };
}

/** A file that is not there, or that stands there under the other ending of its kind. */
async function missingFile(file: string): Promise<Problem> {
  const other = file.replace(/\.yaml$/, '.yml');
  const isMisnamed = await access(other).then(
    () => true,
    () => false,
  );
  return {
    severity: 'error',
    file,
    line: 1,
    column: 1,
    message: 'fichier absent ou illisible',
    expected: 'un fichier YAML en UTF-8',
    remedy: isMisnamed ? `renommez ${basename(other)} en ${basename(file)}` : 'créez le fichier, ou rendez-le lisible',
  };
}

/** Offset of the key that a path leads to, or of its nearest ancestor that exists. */
function offsetOf(root: ParsedNode | null, path: readonly PropertyKey[]): number {
  let node: unknown = root;
  let offset = root?.range[0] ?? 0;
  for (const step of path) {
    const next = child(node, step);
    if (!next) break;
    offset = next.offset;
    node = next.node;
  }
  return offset;
}

function child(node: unknown, step: PropertyKey): { node: unknown; offset: number } | undefined {
  if (isMap(node)) {
    const pair = node.items.find(
      (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step),
    );
    const key = pair?.key as ParsedNode | undefined;
    return pair && key ? { node: pair.value, offset: key.range[0] } : undefined;
  }
  const item = (node as { items?: ParsedNode[] } | undefined)?.items?.[Number(step)];
  return item ? { node: item, offset: item.range[0] } : undefined;
}
