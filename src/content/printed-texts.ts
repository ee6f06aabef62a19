import type { Figure } from '../figures/figure.ts';
import { NO_NUMBERS, type NumberTally, sumNumbers } from '../narrative/number-tally.ts';
import { readText } from '../narrative/read-text.ts';
import { quoteInside } from '../narrative/readable.ts';
import type { Remark } from '../narrative/remark.ts';
import { positionAt } from '../narrative/source.ts';
import type { Vocabulary } from '../narrative/vocabulary.ts';
import type { Problem } from '../problem.ts';
import type { ChapterFrontMatter } from '../settings/chapter.ts';
import type { Edition } from '../settings/edition.ts';
import { readTextFile } from '../settings/text-file.ts';

/** What the texts of a file hold, once their forms are printed. */
export interface PrintedTexts<Texts> {
  readonly texts: Texts;
  readonly figures: readonly Figure[];
  readonly claims: number;
  readonly numbers: NumberTally;
  readonly remarks: readonly Remark[];
}

/** Texts that nobody wrote: there is nothing to read in them. */
export const withoutWords = <Texts>(texts: Texts): PrintedTexts<Texts> => ({
  texts,
  figures: [],
  claims: 0,
  numbers: NO_NUMBERS,
  remarks: [],
});

/** Front matter with its figures printed and its claims checked: titles are the same on every page, card and bookmark. */
export function printFrontMatter(
  { title, shortTitle, description, deck, ...rest }: ChapterFrontMatter,
  source: string,
  vocabulary: Vocabulary,
): PrintedTexts<ChapterFrontMatter> {
  const printer = createPrinter(source, vocabulary);
  // Without « court », the short title is the title: it is read once.
  const printed = printer.print(title, 'titre');
  return printer.finish({
    ...rest,
    title: printed,
    shortTitle: shortTitle === title ? printed : printer.print(shortTitle, 'court'),
    description: printer.print(description, 'description'),
    deck: printer.print(deck, 'chapeau'),
  });
}

/** The texts of `edition.yaml` that readers meet, printed and checked. */
export async function printEdition(
  edition: Edition,
  file: string,
  vocabulary: Vocabulary,
): Promise<{ readonly edition: Edition; readonly numbers: NumberTally; readonly problems: readonly Problem[] }> {
  const printer = createPrinter((await readTextFile(file)).text, vocabulary);
  const { texts, numbers, remarks } = printer.finish({
    ...edition,
    title: printer.print(edition.title, 'titre'),
    nextEdition: printer.print(edition.nextEdition, 'prochaine_edition'),
    deck: printer.print(edition.deck, 'chapeau'),
    keyFigures: edition.keyFigures.map((item) => ({
      ...item,
      label: printer.print(item.label, 'libelle'),
      detail: printer.print(item.detail, 'detail'),
    })),
    corrections: edition.corrections.map((item) => ({ ...item, text: printer.print(item.text, 'texte') })),
    replacedBy: edition.replacedBy && {
      ...edition.replacedBy,
      title: printer.print(edition.replacedBy.title, 'titre'),
    },
  });
  return { edition: texts, numbers, problems: remarks.map((remark) => ({ ...remark, file })) };
}

/** Prints texts of one file, and gathers what they hold; a text is found again in the file by its key and its words. */
function createPrinter(
  source: string,
  vocabulary: Vocabulary,
): { print(text: string, key: string): string; finish<Texts>(texts: Texts): PrintedTexts<Texts> } {
  const figures: Figure[] = [];
  const remarks: Remark[] = [];
  const numbers: NumberTally[] = [];
  let claims = 0;
  return {
    print(text, key) {
      const start = startOf(text, key, source);
      const isWhole = source.startsWith(text, start);
      const locate = (offset: number) =>
        positionAt(source, isWhole ? start + offset : Math.max(start, source.indexOf(snippet(text, offset), start)));
      const reading = readText(text, locate, vocabulary, quoteInside(source, start));
      figures.push(...reading.figures);
      remarks.push(...reading.remarks);
      claims += reading.claims;
      numbers.push(reading.numbers);
      return reading.text;
    },
    finish: (texts) => ({ texts, figures, claims, numbers: sumNumbers(numbers), remarks }),
  };
}

/** Where the text of a key starts: at its first words, on the line of the first such key or, folded, below it. */
function startOf(text: string, key: string, source: string): number {
  const values = [...source.matchAll(new RegExp(`^[ \\t-]*${key}[ \\t]*:[ \\t]*(?:[|>][+-]?\\s*|["'])?`, 'gm'))].map(
    ({ index, 0: before }) => index + before.length,
  );
  return values.find((start) => source.startsWith(snippet(text, 0), start)) ?? values[0] ?? 0;
}

/** Characters that are enough to find a place again, on one line of the file. */
const snippet = (text: string, offset: number): string => text.slice(offset, offset + 20).split('\n', 1)[0] ?? '';
