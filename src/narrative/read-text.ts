import type { Figure } from '../figures/figure.ts';
import { bareClaims } from './bare-claims.ts';
import { clickWords } from './click-words.ts';
import { footnotes } from './footnotes.ts';
import { hedgedFigures } from './hedged-figures.ts';
import { type NumberTally, tallyNumbers } from './number-tally.ts';
import { createPrint, type Print, printForms } from './print-tag.ts';
import { promisingWords } from './promises.ts';
import { type MentionReading, readMention } from './read-mention.ts';
import { type Quote, type Readable, readableText } from './readable.ts';
import type { Remark } from './remark.ts';
import { sentenceAt } from './sentence.ts';
import type { Position } from './source.ts';
import { typedNumbers } from './typed-number-remarks.ts';
import { unreadMarks } from './unread-marks.ts';
import type { Vocabulary } from './vocabulary.ts';
import { weakWords } from './weak-words.ts';
import { wordsAfterFigures } from './words-after-figure.ts';

/** What is wrong with the words of a readable text, its tags aside. */
export const readWords = (readable: Readable, vocabulary: Vocabulary, print: Print): Remark[] => [
  ...(vocabulary.hasSoundData ? [bareClaims, hedgedFigures, typedNumbers, wordsAfterFigures] : []).flatMap((read) =>
    read(readable, vocabulary, print),
  ),
  ...promisingWords(readable, print),
  ...weakWords(readable, print),
  ...clickWords(readable, print),
  ...footnotes(readable, print),
  ...unreadMarks(readable, print),
];

/** Reads the text forms of a readable text. */
export function readForms(
  readable: Readable,
  vocabulary: Vocabulary,
  print: Print,
): (Omit<MentionReading, 'remarks'> & { readonly remarks: readonly Remark[] })[] {
  return readable.mentions.flatMap(({ at, form }) => {
    if (!form) return [];
    const around = { body: '', sentence: sentenceAt(readable, at, print) };
    const reading = form.fault
      ? { remarks: [form.fault], printable: false }
      : readMention(form.name, { ...form, unreadable: [] }, around, vocabulary);
    return [{ ...reading, remarks: reading.remarks.map((remark) => ({ ...remark, ...readable.locate(at) })) }];
  });
}

export interface TextReading {
  /** Forms printed; not typeset. */
  readonly text: string;
  readonly figures: readonly Figure[];
  readonly claims: number;
  readonly numbers: NumberTally;
  readonly remarks: readonly Remark[];
}

/** Reads a text that stands alone, such as a title in front matter; `locate` finds its characters in the file. */
export function readText(
  text: string,
  locate: (offset: number) => Position,
  vocabulary: Vocabulary,
  quote?: Quote,
): TextReading {
  const print = createPrint(vocabulary);
  const readable = readableText(text, locate, quote);
  const forms = readForms(readable, vocabulary, print);
  return {
    text: printForms(text, print),
    figures: forms.flatMap(({ figure }) => figure ?? []),
    claims: forms.filter(({ isClaim }) => isClaim).length,
    numbers: tallyNumbers(readable, vocabulary.free),
    remarks: [...forms.flatMap(({ remarks }) => remarks), ...readWords(readable, vocabulary, print)],
  };
}
