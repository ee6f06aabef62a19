import { type Document, isScalar, type Pair, type ParsedNode, visit, type YAMLError } from 'yaml';
import type { Explanation } from './messages.ts';

const NBSP_COLON = '\u00A0: ';

/** A YAML text, and how its lines are counted in its file. */
export interface YamlText {
  readonly text: string;
  lineAt(offset: number): number;
}

/** What is wrong with the lines of a YAML text rather than with their signs, in French, or `null`. */
export function explainStructure({ code, pos }: YAMLError, document: Document, yaml: YamlText): Explanation | null {
  switch (code) {
    case 'DUPLICATE_KEY':
      return explainTwin(pos[0], document, yaml);
    case 'TAB_AS_INDENT':
      return {
        message: `YAML illisible${NBSP_COLON}tabulation en tête de ligne`,
        expected: 'un retrait de deux espaces par niveau',
        remedy: 'remplacez la tabulation par des espaces',
      };
    default:
      return explainMisplaced(pos[0], yaml);
  }
}

/** A key that the same part of the file holds already. */
function explainTwin(offset: number, document: Document, { lineAt }: YamlText): Explanation | null {
  const twins = keysBesides(offset, document);
  const [first] = twins;
  if (!first) return null;
  const line = lineAt(first.offset);
  return {
    message: `clé écrite deux fois${NBSP_COLON}«\u00A0${first.name}\u00A0»`,
    expected: `une seule «\u00A0${first.name}\u00A0»\u202F; la première est à la ligne ${line}`,
    remedy: `rassemblez ce qu’elles contiennent à la ligne ${line}, puis supprimez celle-ci`,
  };
}

/** The keys of one map that have the same name as the one at an offset, in their order. */
function keysBesides(
  offset: number,
  document: Document,
): readonly { readonly name: string; readonly offset: number }[] {
  let found: { readonly name: string; readonly offset: number }[] = [];
  visit(document, {
    Map(_, map) {
      const keys = map.items.flatMap(keyOf);
      const here = keys.find((key) => key.offset === offset);
      if (here) found = keys.filter(({ name }) => name === here.name);
    },
  });
  return found;
}

function keyOf({ key }: Pair): { readonly name: string; readonly offset: number }[] {
  const offset = isScalar(key) ? (key as ParsedNode).range[0] : undefined;
  return offset === undefined ? [] : [{ name: String(isScalar(key) ? key.value : ''), offset }];
}

/** A key, and the empty list or map that is its value already. */
const EMPTY = /^\s*([\w-]+):\s*(\[\s*\]|\{\s*\})\s*(?:#.*)?$/;

const CONTENTS: Readonly<Record<string, string>> = {
  '[': 'une ligne par élément, précédée de «\u00A0-\u00A0»,',
  '{': 'des lignes «\u00A0clé\u00A0: valeur\u00A0»',
};

/** Lines under a key whose value, on its own line, is an empty list or map. */
function explainMisplaced(offset: number, { text, lineAt }: YamlText): Explanation | null {
  const above = text.slice(0, text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1);
  const last = /[^\n]*\S[^\n]*(?=\s*$)/.exec(above.replace(/^\s*#.*$/gm, (line) => ' '.repeat(line.length)));
  const [, key, empty] = EMPTY.exec(last?.[0] ?? '') ?? [];
  if (!last || !key || !empty) return null;
  return {
    message: `ligne sous «\u00A0${key}: ${empty}\u00A0», qui est déjà complète`,
    expected: `«\u00A0${key}:\u00A0» seul sur sa ligne, puis ${CONTENTS[empty.charAt(0)]} en retrait`,
    remedy: `retirez «\u00A0${empty}\u00A0» à la ligne ${lineAt(last.index)}`,
  };
}
