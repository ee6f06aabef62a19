import type { MdastNode } from 'satteri';
import type { Figure } from '../figures/figure.ts';
import { typeset } from '../french/typography.ts';
import { readAttributes } from './attributes.ts';
import { codeNumbers } from './code-numbers.ts';
import { anchorOf, type Exhibit, exhibitOf } from './exhibits.ts';
import { type Heading, headingsOf, maskAnchors } from './headings.ts';
import { leftoverRemarks } from './leftovers.ts';
import { mendSource } from './mend.ts';
import { NO_NUMBERS, type NumberTally, sumNumbers, tallyNumbers, tallyQuotation } from './number-tally.ts';
import { createPrint, type Print, printForms } from './print-tag.ts';
import { readMention } from './read-mention.ts';
import { readForms, readWords } from './read-text.ts';
import { bodyOf, type Readable, readablesOf } from './readable.ts';
import { codeIn, refuseCode } from './refused-code.ts';
import { type Fault, fault, type Remark } from './remark.ts';
import { sentenceAt } from './sentence.ts';
import type { Position } from './source.ts';
import { type Page, structureRemarks } from './structure.ts';
import { isTag, parseMdx, startOf, type Tag, walk } from './tree.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a chapter holds: the figures it names, its headings, its links, and what is wrong with it. */
export interface ChapterReading {
  /** False when a page cannot be made of it: it does not parse, or a tag cannot be printed. */
  readonly renderable: boolean;
  readonly headings: readonly Heading[];
  readonly figures: readonly Figure[];
  readonly links: readonly (Position & { readonly url: string; readonly isImage: boolean })[];
  readonly published: readonly string[];
  readonly exhibits: readonly (Exhibit & Position)[];
  readonly numbers: NumberTally;
  /** Numbers declared free, with their reasons. */
  readonly freed: readonly (Position & { readonly text: string; readonly reason: string })[];
  /** How many assertions were checked. */
  readonly claims: number;
  readonly remarks: readonly Remark[];
}

const UNREADABLE: Omit<ChapterReading, 'remarks'> = {
  renderable: false,
  headings: [],
  figures: [],
  links: [],
  published: [],
  exhibits: [],
  numbers: NO_NUMBERS,
  freed: [],
  claims: 0,
};

/** Reads a chapter without building it. Never throws: a text that does not compile gives one remark. */
export function readChapter(text: string, vocabulary: Vocabulary, page: Page = 'chapter'): ChapterReading {
  const source = maskAnchors(mendSource(text));
  const parsing = parseMdx(source);
  if (!parsing.ok) return { ...UNREADABLE, remarks: [parsing.fault] };
  const { root } = parsing;
  const print = createPrint(vocabulary);
  const readables = readablesOf(root, source);
  const code = readCode(root, source);
  const exhibits = readExhibits(root, source, print);
  const tags = readTags(root, source, sentencesOf(readables, print), vocabulary);
  const mentions = [...tags, ...readables.flatMap((readable) => readForms(readable, vocabulary, print))];
  return {
    renderable: code.length === 0 && mentions.every(({ printable }) => printable),
    headings: headingsOf(root, print, typeset),
    figures: mentions.flatMap(({ figure }) => figure ?? []),
    links: readLinks(root, source),
    published: mentions.flatMap(({ published }) => published ?? []),
    exhibits: exhibits.map(({ exhibit }) => exhibit),
    numbers: sumNumbers([
      ...readables.map((readable) => tallyNumbers(readable, vocabulary.free)),
      ...quotationsOf(root, source).map((readable) => tallyQuotation(readable, vocabulary.free)),
    ]),
    freed: tags.flatMap(({ freed, place }) => (freed ? [{ ...freed, ...place }] : [])),
    claims: mentions.filter(({ isClaim }) => isClaim).length,
    remarks: [
      ...code,
      ...leftoverRemarks(text),
      ...structureRemarks(root, source, page),
      ...(vocabulary.hasSoundData ? codeNumbers(root, source, vocabulary.free) : []),
      ...mentions.flatMap(({ remarks }) => remarks),
      ...exhibits.flatMap(({ remarks }) => remarks),
      ...readables.flatMap((readable) => readWords(readable, vocabulary, print)),
    ],
  };
}

function readCode(root: MdastNode, source: string): Remark[] {
  return [...walk(root)].flatMap((node) => {
    const code = codeIn(node);
    return code ? [refuseCode(startOf(node, source), code)] : [];
  });
}

/** What blocks of quotation say: it is counted, and not judged. */
const quotationsOf = (root: MdastNode, source: string): Readable[] =>
  [...walk(root)].flatMap((node) =>
    node.type === 'blockquote' ? node.children.flatMap((child) => readablesOf(child as MdastNode, source)) : [],
  );

const readLinks = (root: MdastNode, source: string): ChapterReading['links'] =>
  [...walk(root)].flatMap((node) =>
    node.type === 'link' || node.type === 'image'
      ? [{ ...startOf(node, source), url: node.url, isImage: node.type === 'image' }]
      : [],
  );

/** The sentence each tag stands in, as it is read. */
function sentencesOf(readables: readonly Readable[], print: Print): ReadonlyMap<Tag, string> {
  return new Map(
    readables.flatMap((readable) =>
      readable.mentions.flatMap(({ tag, at }) => (tag ? [[tag, sentenceAt(readable, at, print)] as const] : [])),
    ),
  );
}

const readTags = (root: MdastNode, source: string, sentences: ReadonlyMap<Tag, string>, vocabulary: Vocabulary) =>
  [...walk(root)].filter(isTag).map((tag) => {
    const around = { body: bodyOf(tag), sentence: sentences.get(tag) ?? '' };
    const reading = readMention(tag.name ?? '', readAttributes(tag), around, vocabulary);
    const place = startOf(tag, source);
    return { ...reading, place, remarks: reading.remarks.map((remark): Remark => ({ ...remark, ...place })) };
  });

/** Charts, maps and tables, each with its place; the same one twice is an error. */
function readExhibits(root: MdastNode, source: string, print: Print) {
  const seen = new Set<string>();
  return [...walk(root)].filter(isTag).flatMap((tag) => {
    const exhibit = exhibitOf(tag.name ?? '', readAttributes(tag).values);
    if (!exhibit) return [];
    const place = startOf(tag, source);
    const again = seen.has(anchorOf(exhibit));
    seen.add(anchorOf(exhibit));
    return [
      {
        exhibit: { ...exhibit, title: printForms(exhibit.title, print), ...place },
        remarks: again ? [{ ...place, ...twice(exhibit) }] : [],
      },
    ];
  });
}

/** The same chart twice would have one anchor and two places. */
export const twice = ({ kind, key }: Exhibit): Fault =>
  fault(
    `${kind} «\u00A0${key}\u00A0» déjà placé${kind === 'carte' ? 'e' : ''}`,
    'un seul emplacement par édition',
    'renvoyez au premier par un lien',
  );
