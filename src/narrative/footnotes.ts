import type { Print } from './print-tag.ts';
import type { Readable } from './readable.ts';
import type { Remark } from './remark.ts';
import { sentenceAt } from './sentence.ts';

/** The call of a footnote, `[^1]`, or the start of its text. */
const MARK = /\[\^[^\]\s]+\]/g;

/** Footnotes, which word processors and other Markdown have: here, a note stands in the margin. */
export function footnotes(readable: Readable, print: Print): Remark[] {
  return [...readable.own.matchAll(MARK)].map(({ index, 0: mark }) => ({
    ...readable.locate(index),
    severity: 'error',
    message: `note de bas de page ${mark}`,
    value: sentenceAt(readable, index, print),
    expected: 'une note de marge, avant le paragraphe qu’elle éclaire',
    remedy: `écrivez <Note>le texte de la note</Note>, et retirez ${mark} partout`,
  }));
}
