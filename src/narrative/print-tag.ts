import { type AttributeValue, readAttributes } from './attributes.ts';
import { replaceForms } from './text-form.ts';
import type { Tag } from './tree.ts';
import { askFigure, type Vocabulary } from './vocabulary.ts';
import { figureText } from './wording.ts';

/** What a tag, or the text form of one, prints in running text; `body` is what stands between the tags. */
export type Print = (name: string, values: ReadonlyMap<string, AttributeValue>, body: string) => string;

/** Prints figures, claims and published values as words: for headings, contents, bookmarks and messages. */
export const createPrint =
  (vocabulary: Vocabulary): Print =>
  (name, values, body) => {
    if (name === 'Publie') return vocabulary.published.get(String(values.get('ref')))?.text ?? '';
    if (name === 'Constat') return body || String(values.get('est') ?? '');
    if (name !== 'Chiffre') return body;
    const answer = askFigure(values, vocabulary);
    return answer.ok ? figureText(answer.figure, values) : '';
  };

/** Prints nothing that depends on the data: an anchor does not change with them. */
export const printWordsOnly: Print = (name, _values, body) =>
  ['Publie', 'Constat', 'Chiffre'].includes(name) ? '' : body;

/** A tag, printed. */
export const printTag = (tag: Tag, body: string, print: Print): string =>
  print(tag.name ?? '', readAttributes(tag).values, body);

/** A text with its forms printed. */
export const printForms = (text: string, print: Print): string =>
  replaceForms(text, ({ name, values }) => print(name, values, ''));
