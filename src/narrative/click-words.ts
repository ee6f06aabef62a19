import { NBSP } from '../french/number.ts';
import type { Print } from './print-tag.ts';
import type { Readable } from './readable.ts';
import type { Remark } from './remark.ts';
import { sentenceAt } from './sentence.ts';

/** Words that ask for a mouse. */
const CLICK = /(?<!\p{L})cliqu(?:ez|er|ant|ons)(?:[\s\u00A0\u202F]+(?:ici|l[àa]|dessus|sur))?(?!\p{L})/giu;

/** « Cliquez ici » : nobody clicks on paper, nor with a keyboard or a voice. */
export function clickWords(readable: Readable, print: Print): Remark[] {
  return [...readable.own.matchAll(CLICK)].map(({ index, 0: words }) => ({
    ...readable.locate(index),
    severity: 'error',
    message: `«${NBSP}${words}${NBSP}», dans un texte qui s’imprime`,
    value: sentenceAt(readable, index, print),
    expected: 'un lien dont les mots disent où il mène',
    remedy: `écrivez par exemple «${NBSP}voir [la page des données](/2024/donnees/)${NBSP}»`,
  }));
}
