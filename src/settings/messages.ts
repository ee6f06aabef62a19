import type { z } from 'zod';

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
  int: 'un nombre entier',
  boolean: 'true ou false',
  array: 'une liste (une ligne par élément, précédée de « - »)',
  object: 'des lignes « clé : valeur » en retrait',
  record: 'des lignes « clé : valeur » en retrait',
};

const quote = (value: unknown): string => `«\u00A0${String(value)}\u00A0»`;

/**
 * The one place where the validation library's messages become French.
 * An issue about several keys gives one explanation a key, so that each has its own line.
 */
export function explainIssue(issue: z.core.$ZodIssue): readonly (Explanation & { path: readonly PropertyKey[] })[] {
  const { path } = issue;
  const name = quote(path.join('.') || 'le fichier');
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        message: `clé inconnue ${quote(key)}`,
        remedy: 'corrigez le nom de la clé, ou supprimez la ligne',
      }));
    case 'invalid_type':
      return [
        issue.input === undefined
          ? {
              path,
              message: `clé absente${NBSP_COLON}${name}`,
              expected: typeName(issue.expected),
              remedy: 'ajoutez la ligne',
            }
          : {
              path,
              message: `valeur d’un autre type pour ${name}`,
              value: show(issue.input),
              expected: typeName(issue.expected),
              remedy: 'corrigez la valeur',
            },
      ];
    case 'invalid_value':
      return [
        {
          path,
          message: `valeur inconnue pour ${name}`,
          value: show(issue.input),
          expected: issue.values.map(String).join(', '),
          remedy: 'choisissez une des valeurs attendues',
        },
      ];
    case 'too_small':
    case 'too_big': {
      const bound = issue.code === 'too_small' ? `au moins ${issue.minimum}` : `au plus ${issue.maximum}`;
      return [
        {
          path,
          message: `valeur hors des bornes pour ${name}`,
          value: show(issue.input),
          expected: bound,
          remedy: 'corrigez la valeur',
        },
      ];
    }
    default:
      return [
        {
          path,
          message: `valeur refusée pour ${name}`,
          value: show(issue.input),
          expected: issue.message,
          remedy: 'corrigez la valeur',
        },
      ];
  }
}

const typeName = (type: string): string => TYPES[type] ?? type;

function show(input: unknown): string {
  return typeof input === 'string' ? input : (JSON.stringify(input) ?? 'rien');
}

const YAML_ERRORS: Readonly<Record<string, string>> = {
  BAD_INDENT: 'retrait irrégulier',
  TAB_AS_INDENT: 'tabulation en tête de ligne',
  DUPLICATE_KEY: 'clé écrite deux fois',
  MISSING_CHAR: 'signe manquant (guillemet, crochet ou virgule)',
  MULTILINE_IMPLICIT_KEY: 'clé sur plusieurs lignes',
  BLOCK_AS_IMPLICIT_KEY: 'deux-points dans un texte sans guillemets',
  UNEXPECTED_TOKEN: 'signe inattendu',
  BAD_ALIAS: 'signe « * » ou « & » en tête de valeur',
};

/** A YAML syntax error, in French. */
export function explainYamlError(code: string): Explanation {
  return {
    message: `YAML illisible${NBSP_COLON}${YAML_ERRORS[code] ?? 'erreur de syntaxe'}`,
    expected: 'des lignes « clé : valeur », un retrait de deux espaces par niveau',
    remedy: 'mettez entre guillemets droits un texte qui contient « : », « # » ou commence par un signe',
  };
}
