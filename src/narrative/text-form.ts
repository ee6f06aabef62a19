import type { AttributeValue } from './attributes.ts';
import { type Fault, fault } from './remark.ts';

/**
 * A figure or a claim where no tag can stand (front matter, attributes, titles): `[[entrees bassin=lille]]`,
 * `[[taux_achevement est="près de 90 %"]]`, `[[publie ref=bilan-places]]`.
 */
export interface TextForm {
  /** The tag that says the same. */
  readonly name: 'Chiffre' | 'Constat' | 'Publie';
  readonly values: ReadonlyMap<string, AttributeValue>;
  /** Names that are given twice. */
  readonly repeated: readonly string[];
  /** Offsets in the text, brackets included. */
  readonly start: number;
  readonly end: number;
}

const FORM = /\[\[([^[\]\n]*)\]\]/g;
/** `name=value`, the value bare or between any quotes. */
const PAIR =
  /\s*([\p{L}_-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|“([^”]*)”|«[\s\u00A0\u202F]*([^»]*?)[\s\u00A0\u202F]*»|([^\s"'“«]+))/uy;

/** A form, and why it cannot be read when it cannot. */
export type FoundForm = TextForm & { readonly fault?: Fault };

/** The forms of a text, in order. */
export function findForms(text: string): readonly FoundForm[] {
  return [...text.matchAll(FORM)].map((match) => {
    const place = { start: match.index, end: match.index + match[0].length };
    const reading = readForm(match[1] ?? '');
    return reading
      ? { ...reading, ...place }
      : { name: 'Chiffre', values: new Map(), repeated: [], ...place, fault: unreadable(match[0]) };
  });
}

/** Replaces each form by what `print` makes of it. */
export function replaceForms(text: string, print: (form: TextForm) => string): string {
  let result = '';
  let at = 0;
  for (const form of findForms(text)) {
    result += text.slice(at, form.start) + print(form);
    at = form.end;
  }
  return result + text.slice(at);
}

function readForm(inner: string): Pick<TextForm, 'name' | 'values' | 'repeated'> | null {
  const [, id = '', rest = ''] = /^\s*([\p{L}\d_]+)([\s\S]*)$/u.exec(inner) ?? [];
  const values = new Map<string, AttributeValue>(id === 'publie' ? [] : [['de', id]]);
  const repeated: string[] = [];
  let at = 0;
  while (rest.slice(at).trim() !== '') {
    PAIR.lastIndex = at;
    const pair = PAIR.exec(rest);
    if (!pair) return null;
    const name = pair[1] ?? '';
    if (values.has(name)) repeated.push(name);
    values.set(name, pair.slice(2).find((value) => value !== undefined) ?? '');
    at = PAIR.lastIndex;
  }
  if (id === '') return null;
  return { name: id === 'publie' ? 'Publie' : values.has('est') ? 'Constat' : 'Chiffre', values, repeated };
}

const unreadable = (value: string): Fault =>
  fault(
    'forme [[…]] illisible',
    '[[entrees bassin=lille]], ou [[taux_achevement est="près de 90 %"]]',
    'donnez l’identifiant du chiffre, puis des paires nom=valeur',
    value,
  );
