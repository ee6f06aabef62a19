import { NBSP } from './number.ts';

/** Words that lean on the next one: a line of a large title never ends with them. */
const LEANING = 'à|au|aux|ce|ces|de|des|du|en|et|la|le|les|ou|où|par|pour|sur|un|une';

/** A title set large: no line ends with an article or a preposition. The words are those of the title. */
export const headline = (text: string): string =>
  text.replace(new RegExp(`(?<!\\p{L})(${LEANING}) (?=\\p{L})`, 'giu'), `$1${NBSP}`);
