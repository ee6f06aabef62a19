import { readAttributes } from './attributes.ts';
import type { Tag } from './tree.ts';
import { askFigure, type Vocabulary } from './vocabulary.ts';
import { figureText } from './wording.ts';

/** What a tag prints in running text: for headings, contents and bookmarks. */
export function printTag(tag: Tag, vocabulary: Vocabulary): string {
  const { values } = readAttributes(tag);
  if (tag.name === 'Publie') return vocabulary.published.get(String(values.get('ref')))?.text ?? '';
  if (tag.name !== 'Chiffre') return '';
  const answer = askFigure(values, vocabulary);
  return answer.ok ? figureText(answer.figure, values) : '';
}
