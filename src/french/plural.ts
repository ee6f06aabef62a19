import type { Noun } from './agreement.ts';

/** Words after which the rest of a noun group does not agree: « entrées en formation », « sorties de l’année ». */
const LINKS = /^(?:en|de|du|des|d’.*|d'.*|à|au|aux|par|pour|sur|dans|avec|sans|chez|l’.*|l'.*)$/;

/** A noun group from its singular, its plural by the rules: « issue positive » → « issues positives ». */
export function nounOf(singular: string, plural?: string): Noun {
  return { singular, plural: plural ?? pluralize(singular) };
}

function pluralize(group: string): string {
  let agrees = true;
  return group
    .split(' ')
    .map((word) => {
      agrees &&= !LINKS.test(word);
      return agrees ? pluralWord(word) : word;
    })
    .join(' ');
}

function pluralWord(word: string): string {
  if (/[sxz]$/.test(word)) return word;
  if (/(?:eau|au|eu)$/.test(word)) return `${word}x`;
  return word.endsWith('al') ? `${word.slice(0, -2)}aux` : `${word}s`;
}

/** Guess from the ending of the first word; a wrong guess only shows in « un » and « une ». */
export const isFeminine = (noun: string): boolean => /(?:e|ion|té)$/.test(noun.split(' ', 1)[0] ?? '');
