import type { Figure } from '../figures/figure.ts';
import { typeset } from '../french/typography.ts';
import { readAttributes } from './attributes.ts';
import { checkAttributes, unknownTag, unreadableAttribute } from './check-attributes.ts';
import { checkNames } from './check-names.ts';
import { anchorOf, type Exhibit, exhibitOf } from './exhibits.ts';
import { mapFaults, readFigure } from './figure-tag.ts';
import { type Heading, headingsOf } from './headings.ts';
import { printTag } from './print-tag.ts';
import { codeIn, refuseCode } from './refused-code.ts';
import { type Fault, fault, type Remark } from './remark.ts';
import type { Position } from './source.ts';
import { findTag } from './tags.ts';
import { isTag, parseMdx, startOf, type Tag, walk } from './tree.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a chapter holds: the figures it names, its headings, its links, and what is wrong with it. */
export interface ChapterReading {
  /** False when a page cannot be made of it: it does not parse, or a tag cannot be printed. */
  readonly renderable: boolean;
  readonly headings: readonly Heading[];
  readonly figures: readonly Figure[];
  readonly links: readonly (Position & { readonly url: string })[];
  readonly published: readonly string[];
  readonly exhibits: readonly (Exhibit & Position)[];
  readonly remarks: readonly Remark[];
}

/** Reads a chapter without building it. Never throws: a text that does not compile gives one remark. */
export function readChapter(text: string, vocabulary: Vocabulary): ChapterReading {
  const parsing = parseMdx(text);
  if (!parsing.ok) {
    return {
      renderable: false,
      headings: [],
      figures: [],
      links: [],
      published: [],
      exhibits: [],
      remarks: [{ severity: 'error', ...parsing.fault }],
    };
  }
  const remarks: Remark[] = [];
  let renderable = true;
  const figures: Figure[] = [];
  const published: string[] = [];
  const links: (Position & { url: string })[] = [];
  const exhibits: (Exhibit & Position)[] = [];
  for (const node of walk(parsing.root)) {
    const place = startOf(node, text);
    if (node.type === 'link' || node.type === 'image') links.push({ ...place, url: node.url });
    const code = codeIn(node);
    if (code) {
      remarks.push(refuseCode(place, code));
      renderable = false;
    }
    if (node.type === 'image' && !node.alt?.trim()) {
      remarks.push({
        ...place,
        severity: 'error',
        message: 'image sans texte de remplacement',
        expected: '![ce que l’image montre](image.png)',
        remedy: 'décrivez l’image entre les crochets',
      });
    }
    if (!isTag(node)) continue;
    const tag = readTag(node, vocabulary);
    renderable &&= tag.printable;
    remarks.push(...tag.remarks.map((remark) => ({ ...remark, ...place })));
    if (tag.figure) figures.push(tag.figure);
    if (tag.published) published.push(tag.published);
    const exhibit = exhibitOf(node.name ?? '', readAttributes(node).values);
    if (!exhibit) continue;
    if (exhibits.some((other) => anchorOf(other) === anchorOf(exhibit))) remarks.push({ ...place, ...twice(exhibit) });
    exhibits.push({ ...exhibit, ...place });
  }
  const print = (tag: Tag): string => printTag(tag, vocabulary);
  return {
    renderable,
    headings: headingsOf(parsing.root, print, typeset),
    figures,
    links,
    published,
    exhibits,
    remarks,
  };
}

/** The same chart twice would have one anchor and two places. */
export const twice = ({ kind, key }: Exhibit): Fault =>
  fault(
    `${kind} «\u00A0${key}\u00A0» déjà placé`,
    'un seul emplacement par édition',
    'renvoyez au premier par un lien',
  );

interface TagReading {
  readonly remarks: readonly Fault[];
  /** False when the tag itself is wrong; a figure without a value can still be shown as one to mend. */
  readonly printable: boolean;
  readonly figure?: Figure;
  readonly published?: string;
}

function readTag(tag: Tag, vocabulary: Vocabulary): TagReading {
  const name = tag.name ?? '';
  const spec = findTag(name);
  if (!spec) return { printable: false, remarks: [unknownTag(name)] };
  const { values, unreadable } = readAttributes(tag);
  const remarks = [
    ...unreadable.map(unreadableAttribute),
    ...checkAttributes(spec, values),
    ...checkNames(values, spec, vocabulary),
  ];
  if (remarks.length > 0) return { printable: false, remarks };
  if (name === 'Chiffre') return readFigure(values, vocabulary);
  if (name === 'Carte') return { printable: true, remarks: mapFaults(values, vocabulary) };
  if (name === 'Publie') return { printable: true, remarks, published: String(values.get('ref')) };
  return { printable: true, remarks };
}
