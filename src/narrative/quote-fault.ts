import { type Fault, fault } from './remark.ts';

const NAME = /<[A-Za-z][\w-]*/y;
/** `nom="valeur"`, `nom={2024}` or `nom` alone; what ends too late has lost its own closing quote. */
const SOUND =
  /\s+[\p{L}_][\p{L}\d_-]*(?:\s*=\s*(?:"(?:(?!<|\/>|\n\s*\n)[^"])*"(?=[\s/>])|'(?:(?!<|\/>|\n\s*\n)[^'])*'(?=[\s/>])|\{[^{}]*\}))?(?=[\s/>])/uy;
/** `nom=` before a value that is not sound: its quote, if any, and its words up to the end of the tag or its next attribute. */
const UNSOUND =
  /(?<lead>\s+(?<name>[\p{L}_][\p{L}\d_-]*)\s*=\s*)(?<quote>["'“”„«‘’]?)[\s\u00A0\u202F]*(?<words>[^<>\n]*?)(?=\s*\/?>|\s*\n|\s+[\p{L}_-]+=|\s*<|$)/uy;

/** The first value of a tag around which a quote is missing, or too many stand, with the offset of that value. */
export function quoteFault(text: string, tagStart: number): { readonly offset: number; readonly fault: Fault } | null {
  NAME.lastIndex = tagStart;
  if (!NAME.test(text)) return null;
  let at = NAME.lastIndex;
  for (SOUND.lastIndex = at; SOUND.test(text); SOUND.lastIndex = at) at = SOUND.lastIndex;
  UNSOUND.lastIndex = at;
  const match = UNSOUND.exec(text);
  if (!match) return null;
  const { lead = '', name = '', quote = '', words = '' } = match.groups ?? {};
  return { offset: at + lead.length, fault: explain(name, quote, words.trim(), match[0].trim()) };
}

function explain(name: string, quote: string, words: string, typed: string): Fault {
  const value = words.replace(/["'“”„»’]$/, '').trim();
  if (quote === '"' && value.includes('"'))
    return fault(
      'guillemets droits à l’intérieur d’une valeur',
      `${name}="${value.replace(/"([^"]*)"/g, '«\u00A0$1\u00A0»')}"`,
      'employez des guillemets «\u00A0» à l’intérieur, et deux guillemets droits autour',
      typed,
    );
  return fault(
    `guillemet manquant ${quote === '' ? 'devant' : 'après'} une valeur`,
    `${name}="${value}"`,
    'entourez la valeur de deux guillemets droits',
    typed,
  );
}
