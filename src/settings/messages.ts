import type * as v from 'valibot';
import { nearestTo } from '../french/nearest.ts';
import { nameKey } from './key-name.ts';

const NBSP_COLON = '\u00A0: ';

/** What is wrong and what to do, in French, without its place. */
export interface Explanation {
  readonly message: string;
  readonly value?: string;
  readonly expected?: string;
  readonly remedy: string;
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'un texte',
  number: 'un nombre',
  boolean: 'true ou false',
  array: 'une liste (une ligne par élément, précédée de « - »)',
  tuple: 'une liste entre crochets : [a, b]',
  object_with_rest: 'des lignes « clé : valeur » en retrait',
};

const quote = (value: unknown): string => `«\u00A0${String(value)}\u00A0»`;

/** The one place where the validation library's messages become French. */
export function explainIssue(
  issue: v.BaseIssue<unknown>,
  schema: v.GenericSchema,
): Explanation & { path: readonly string[] } {
  const path = (issue.path ?? []).map(({ key }) => String(key));
  const list = (issue.path ?? []).findIndex(
    ({ input }, depth) => Array.isArray(input) && schemaAt(schema, path.slice(0, depth))?.entries,
  );
  if (list >= 0) return listForKeys(path.slice(0, list));
  const name = nameKey(path);
  const wanted = schemaAt(schema, path);
  if (issue.type === 'never') {
    const key = path.at(-1) ?? '';
    const known = Object.keys(schemaAt(schema, path.slice(0, -1))?.entries ?? {});
    const meant = nearestTo(key, known);
    return {
      path,
      message: `clé inconnue ${quote(key)}`,
      expected: known.join(', '),
      remedy: meant
        ? `vouliez-vous écrire ${quote(meant)}\u202F? Sinon, supprimez la ligne`
        : 'corrigez le nom de la clé, ou supprimez la ligne',
    };
  }
  if (issue.kind === 'validation') {
    return {
      path,
      message: `valeur refusée pour ${name}`,
      ...(typeof issue.input === 'object' ? {} : { value: show(issue.input) }),
      expected: issue.message,
      remedy: 'corrigez la valeur',
    };
  }
  if (issue.input === undefined) {
    return { path, message: `clé absente${NBSP_COLON}${name}`, expected: describe(wanted), remedy: 'ajoutez la ligne' };
  }
  if (issue.input === null) {
    const expected = describe(wanted);
    if (path.length === 0) return { path, message: 'rien à lire', expected, remedy: 'écrivez ces lignes' };
    const message = `rien après le nom de la clé${NBSP_COLON}${name}`;
    return { path, message, expected, remedy: 'écrivez la valeur sur cette ligne' };
  }
  return {
    path,
    message: wanted?.options ? `valeur inconnue pour ${name}` : `valeur d’un autre type pour ${name}`,
    value: show(issue.input),
    expected: describe(wanted),
    remedy: remedyFor(wanted, path.at(-1) ?? '', issue.input),
  };
}

/** To the library a list is an object whose keys are numbers, all of them unknown: the list itself is what is wrong. */
const listForKeys = (path: readonly string[]): Explanation & { path: readonly string[] } => ({
  path,
  message: `une liste à la place de clés${path.length > 0 ? NBSP_COLON + nameKey(path) : ''}`,
  expected: TYPES.object_with_rest,
  remedy: 'retirez le tiret en tête des lignes',
});

function remedyFor(wanted: Wanted | undefined, key: string, input: unknown): string {
  if (wanted?.type === 'string' && typeof input === 'number')
    return `mettez la valeur entre guillemets\u00A0: ${key}: "${input}"`;
  if (wanted?.type === 'string' && Array.isArray(input))
    return `mettez le texte qui commence par un crochet entre apostrophes droites\u00A0: ${key}: '[[…]]'`;
  if (wanted?.type === 'boolean') return `écrivez ${key}: true, ou ${key}: false`;
  return wanted?.options ? 'choisissez une des valeurs attendues' : 'corrigez la valeur';
}

/** The parts of the library's schemas that say what a value should be. */
interface Wanted {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Wanted>>;
  readonly item?: Wanted;
  readonly items?: readonly Wanted[];
  readonly wrapped?: Wanted;
  readonly options?: readonly string[];
}

function schemaAt(schema: Wanted, path: readonly string[]): Wanted | undefined {
  return path.reduce<Wanted | undefined>(
    (at, key) => unwrap(at?.entries?.[key] ?? at?.item ?? at?.items?.[Number(key)]),
    unwrap(schema),
  );
}

const unwrap = (wanted: Wanted | undefined): Wanted | undefined => wanted?.wrapped ?? wanted;

const describe = (wanted: Wanted | undefined): string | undefined =>
  wanted?.options?.join(', ') ?? TYPES[wanted?.type ?? ''];

function show(input: unknown): string {
  return typeof input === 'string' ? input : (JSON.stringify(input) ?? 'rien');
}

const YAML_ERRORS: Readonly<Record<string, string>> = {
  BAD_INDENT: 'retrait irrégulier',
  MISSING_CHAR: 'signe manquant (guillemet, crochet ou virgule)',
  MULTILINE_IMPLICIT_KEY: 'clé sur plusieurs lignes',
  BLOCK_AS_IMPLICIT_KEY: 'deux-points dans un texte sans guillemets',
  UNEXPECTED_TOKEN: 'signe inattendu',
  BAD_ALIAS: 'signe « * » ou « & » en tête de valeur',
};

/** A text without the quotes that a word processor has styled around it. */
const withoutQuotes = (text: string): string => /^[“«]\s*(.*?)\s*[”»]$/.exec(text.trim())?.[1] ?? text;

/** A YAML syntax error, in French. */
export function explainYamlError(code: string, line: string): Explanation {
  const [, key, value] = /^\s*(?:- )?([\w-]+):\s+(.*:.*)$/.exec(line) ?? [];
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && key && value) {
    return {
      message: 'deux-points dans un texte sans guillemets',
      value: line.trim(),
      expected: 'un texte entre guillemets droits',
      remedy: `écrivez ${key}: "${withoutQuotes(value).replaceAll('"', '\\"')}"`,
    };
  }
  return {
    message: `YAML illisible${NBSP_COLON}${YAML_ERRORS[code] ?? 'erreur de syntaxe'}`,
    expected: 'des lignes « clé : valeur », un retrait de deux espaces par niveau',
    remedy: 'mettez entre guillemets droits un texte qui contient « : », « # » ou commence par un signe',
  };
}
