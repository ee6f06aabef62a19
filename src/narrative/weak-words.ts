import { NBSP } from '../french/number.ts';
import type { Print } from './print-tag.ts';
import type { Readable } from './readable.ts';
import type { Remark } from './remark.ts';
import { sentenceAt } from './sentence.ts';

/** Words that weigh a number without saying it. */
const WEAK =
  /(?<![\p{L}’'-])(?:(?:large |grande |forte |écrasante )?majorité|majoritaire(?:s|ment)?|la plupart|beaucoup|forte(?:s|ment)?|nombreu(?:x|ses?)|massi(?:f|fs|ve|ves|vement)|considérable(?:s|ment)?|spectaculaire(?:s|ment)?|largement|(?:plus|moins) souvent|nettement|sensiblement)(?![\p{L}])/giu;

const WEAK_WORD = 'mot vague';

/** Whether a remark is about a weak word: they are counted. */
export const isWeakWord = ({ message }: Pick<Remark, 'message'>): boolean => message.startsWith(WEAK_WORD);

/** Words that suggest a number that nobody can check: warnings, for the author to weigh. */
export function weakWords(readable: Readable, print: Print): Remark[] {
  return [...readable.own.matchAll(WEAK)].map(({ index, 0: word }) => ({
    ...readable.locate(index),
    severity: 'warning',
    message: `${WEAK_WORD} «${NBSP}${word}${NBSP}»`,
    value: sentenceAt(readable, index, print),
    expected: 'un nombre, ou un constat qui se vérifie',
    remedy: 'dites combien, ou retirez le mot',
  }));
}
