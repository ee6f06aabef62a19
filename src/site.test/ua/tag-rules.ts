import { PDFArray, PDFDict, PDFString } from '@cantoo/pdf-lib';
import { name, type Rule, when, words } from './rule.ts';
import type { Element } from './tree.ts';

/** Standard structure types of PDF 1.7. */
const STANDARD = new Set(
  'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby Warichu Figure Formula Form'.split(
    ' ',
  ),
);

export const roles: Rule = (_, elements) =>
  elements.filter(({ role }) => !STANDARD.has(role)).map(({ role }) => `${role} is no standard tag`);

/** The first heading is of the first level, and none skips a level. */
export const headings: Rule = (_, elements) => {
  const levels = elements.flatMap(({ role }) => (/^H[1-6]$/.test(role) ? [Number(role.slice(1))] : []));
  return levels.flatMap((level, index) =>
    when(level > (levels[index - 1] ?? 0) + 1, `heading ${index + 1} jumps to level ${level}`),
  );
};

const attribute = ({ dictionary }: Element, key: string): unknown => {
  const value = dictionary.lookup(name('A'));
  const list = value instanceof PDFArray ? value.asArray().map((item) => dictionary.context.lookup(item)) : [value];
  return list.flatMap((item) => (item instanceof PDFDict ? (item.lookup(name(key)) ?? []) : []))[0];
};

/** A figure has words, and says where on its page it stands. */
export const figures: Rule = (document, elements) =>
  elements
    .filter(({ role }) => role === 'Figure')
    .flatMap((figure) => {
      const box = attribute(figure, 'BBox');
      const [left = Number.NaN, bottom = Number.NaN, right = Number.NaN, top = Number.NaN] =
        box instanceof PDFArray ? box.asArray().map((side) => Number(side.toString())) : [];
      const page = figure.content[0] && document.getPage(figure.content[0].page).getSize();
      return [
        ...when(words(figure.dictionary, 'Alt') === '', 'a figure without words'),
        ...when(
          !page ||
            !(0 <= left && left < right && right <= page.width) ||
            !(0 <= bottom && bottom < top && top <= page.height),
          'a figure without a place on its page',
        ),
      ];
    });

/** Elements below, through those that mean nothing. */
const inside = (element: Element): Element[] =>
  element.children.flatMap((child) =>
    ['NonStruct', 'Div', 'THead', 'TBody', 'TFoot'].includes(child.role) ? inside(child) : [child],
  );

/** Tables hold rows, rows hold cells; heads have a scope; every cell of data leads to its heads. */
export const tables: Rule = (_, elements) =>
  elements
    .filter(({ role }) => role === 'Table')
    .flatMap((table) => {
      const parts = inside(table);
      const cells = parts.filter(({ role }) => role === 'TR').map(inside);
      const heads = cells.flat().filter(({ role }) => role === 'TH');
      const ids = new Set(heads.map(({ dictionary }) => words(dictionary, 'ID')));
      const isHeaded = (cell: Element): boolean => {
        const own = attribute(cell, 'Headers');
        return (
          own instanceof PDFArray &&
          own.size() > 0 &&
          own.asArray().every((id) => id instanceof PDFString && ids.has(id.decodeText()))
        );
      };
      return [
        ...when(
          parts.some(({ role }) => role === 'P'),
          'a table whose caption is none',
        ),
        ...when(cells.length === 0 || heads.length === 0, 'a table without row or head'),
        ...when(
          parts.some(({ role }) => role !== 'TR' && role !== 'Caption' && role !== 'P'),
          'a table that holds something else than rows',
        ),
        ...when(
          cells.flat().some(({ role }) => role !== 'TH' && role !== 'TD'),
          'a row that holds something else than cells',
        ),
        ...when(
          heads.some((head) => !attribute(head, 'Scope')),
          'a head of table without scope',
        ),
        ...when(
          cells.flat().some((cell) => cell.role === 'TD' && !isHeaded(cell)),
          'a cell without head',
        ),
      ];
    });

/** Lists hold items, items hold a body. */
export const lists: Rule = (_, elements) => [
  ...when(
    elements.some((list) => list.role === 'L' && inside(list).some(({ role }) => role !== 'LI')),
    'a list that holds something else than items',
  ),
  ...when(
    elements.some((item) => item.role === 'LI' && item.children.some(({ role }) => role !== 'LBody' && role !== 'Lbl')),
    'an item that holds something else than a body',
  ),
];

/** Elements that group others: what they hold has a tag of its own. */
const GROUPS = new Set('Document Part Art Sect Div Table TR THead TBody TFoot L LI'.split(' '));
/** Elements inside a line, which do not say what the line is. */
const IN_LINE = new Set('NonStruct Span Link Code Reference'.split(' '));
const lineOf = (element: Element): Element =>
  element.parent && IN_LINE.has(element.role) ? lineOf(element.parent) : element;

/** A text says what it is: a paragraph, a heading, a cell, not only a part of something. */
export const texts: Rule = (_, elements) =>
  elements
    .filter((element) => element.content.length > 0 && GROUPS.has(lineOf(element).role))
    .map((element) => `a text that is only part of ${lineOf(element).role}`);
