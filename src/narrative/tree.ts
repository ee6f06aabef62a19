import { type MdastNode, type MdxJsxFlowElement, type MdxJsxTextElement, mdxToMdast } from 'satteri';
import { type Position, positionAt } from './source.ts';

export type Tag = MdxJsxFlowElement | MdxJsxTextElement;

export interface ParseFault extends Position {
  readonly message: string;
  readonly expected: string;
  readonly remedy: string;
}

export type Parsing =
  | { readonly ok: true; readonly root: MdastNode }
  | { readonly ok: false; readonly fault: ParseFault };

/** Features of the Markdown engine, the same for `check`, the site and the print edition. */
export const FEATURES = { frontmatter: true, smartPunctuation: false, gfm: { footnotes: false } } as const;

/** A chapter as a syntax tree, or the place and reason why it cannot be read, in French. */
export function parseMdx(text: string): Parsing {
  try {
    return { ok: true, root: mdxToMdast(text, { features: FEATURES }) };
  } catch (error) {
    return { ok: false, fault: explainSyntax(error instanceof Error ? error.message : String(error), text) };
  }
}

const MESSAGES: readonly (readonly [RegExp, (match: RegExpExecArray) => Omit<ParseFault, keyof Position>])[] = [
  [
    /Expected a closing tag for `<(\w+)>`/,
    ([, name]) => ({
      message: `balise <${name}> jamais fermée`,
      expected: `</${name}>, ou <${name} … />`,
      remedy: 'fermez la balise\u202F; une balise sans contenu finit par « /> »',
    }),
  ],
  [
    /Unexpected closing tag `<\/([^`>]+)>`/,
    ([, name]) => ({
      message: `balise fermante </${name}> inattendue`,
      expected: 'une balise ouvrante du même nom avant elle',
      remedy: 'ouvrez la balise, ou supprimez la fermeture',
    }),
  ],
  [
    /Unexpected character after `<`/,
    () => ({
      message: 'signe « < » qui n’ouvre pas une balise connue',
      expected: 'une balise bien écrite, ou « < » suivi d’une espace',
      remedy:
        'pour « moins de », écrivez « moins de » ou « &lt; »\u202F; dans une balise, n’employez que des guillemets droits',
    }),
  ],
  [
    /closing brace|end of file in expression/,
    () => ({
      message: 'accolade ouverte et jamais fermée',
      expected: 'du texte sans accolade',
      remedy: 'retirez l’accolade, ou écrivez « &#123; »',
    }),
  ],
  [
    /oxc|expression/,
    () => ({
      message: 'expression illisible entre accolades',
      expected: 'du texte sans accolades',
      remedy: 'retirez les accolades\u202F; un attribut se donne entre guillemets',
    }),
  ],
];

/** The Markdown engine's messages, rewritten once, here. */
function explainSyntax(message: string, text: string): ParseFault {
  const place = /^(\d+):(\d+): /.exec(message);
  const lineText = text.split('\n')[Number(place?.[1] ?? 1) - 1] ?? '';
  const column = [...lineText.slice(0, Number(place?.[2] ?? 1) - 1)].length + 1;
  const position = { line: Number(place?.[1] ?? 1), column };
  for (const [pattern, explain] of MESSAGES) {
    const match = pattern.exec(message);
    if (match) return { ...position, ...explain(match) };
  }
  return {
    ...position,
    message: 'texte illisible',
    expected: 'du Markdown et des balises bien fermées',
    remedy: 'comparez cette ligne avec les exemples du guide',
  };
}

/** Every node of a tree, parents before children, in reading order. */
export function* walk(node: MdastNode): Generator<MdastNode> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* walk(child as MdastNode);
}

export const isTag = (node: MdastNode | Tag): node is Tag =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

/** Where a node starts. */
export const startOf = (node: MdastNode | Tag, text: string): Position =>
  positionAt(text, node.position?.start.offset ?? 0);
