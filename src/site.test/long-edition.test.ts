import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Layout, linesByPage, readLayout } from './layout.ts';
import { chapterName, lengthen } from './long-edition.ts';
import { type ReadPdf, readPdf } from './pdf.ts';
import { copyFixture, runCommand } from './run.ts';
import type { Element } from './ua/tree.ts';

const CHAPTERS = 36;
/** In points: where folios stand, where text ends, and how high it may be. */
const [FOLIO, BOTTOM, HEIGHT] = [(19 * 72) / 25.4, (20 * 72) / 25.4, (253 * 72) / 25.4];
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');

let copy: Awaited<ReturnType<typeof copyFixture>>;
let [report, layout] = [{} as ReadPdf, {} as Layout];
beforeAll(async () => {
  copy = await copyFixture();
  await lengthen(join(copy.folder, 'content/2024'), CHAPTERS);
  const { code, stderr } = await runCommand('build', [], copy.variables);
  expect(stderr).not.toContain('erreur');
  expect(code).toBe(0);
  const file = join(copy.folder, 'dist/pdf/demonstration-bilan-2024.pdf');
  [report, layout] = await Promise.all([readPdf(file), readLayout(file)]);
});
afterAll(() => rm(copy.folder, { recursive: true, force: true }));

const withRole = (...roles: string[]): Element[] => layout.elements.filter(({ role }) => roles.includes(role));
const isIn = (element: Element, ...roles: string[]): boolean =>
  element.parent !== null && (roles.includes(element.parent.role) || isIn(element.parent, ...roles));

describe('an edition of more than a hundred pages', () => {
  it('has in its contents the pages on which chapters and charts really are', () => {
    const { pages } = report;
    expect(pages.length).toBeGreaterThan(100);
    const first = pages.findIndex((text) => text.includes('Sommaire'));
    const front = flat(pages.slice(first, first + 4).join('\n'));
    for (let index = 0; index < CHAPTERS; index++) {
      const number = Number(new RegExp(`${chapterName(index)} Du texte (\\d+)`).exec(front)?.[1]);
      expect(flat(pages[number - 1] ?? ''), chapterName(index)).toContain(`${chapterName(index)}, en entier`);
    }
    const charts = [...front.matchAll(/(Dessin Essai \w\w) (\d+)/g)];
    expect(charts.length).toBeGreaterThan(15);
    for (const [, title = '', number] of charts)
      expect(flat(pages[Number(number) - 1] ?? ''), title).toMatch(new RegExp(`Graphique \\d+ ${title} `));
  });

  it('fills its pages, but the last of a chapter, where there is text to fill them with', () => {
    const openings = new Set(withRole('H1').flatMap((heading) => layout.pagesOf(heading)));
    const first = report.pages.findIndex((text) => text.includes(`${chapterName(0)}, en entier`));
    expect(first).toBeGreaterThan(5);
    for (const [page, boxes] of report.boxes.entries()) {
      if (page < first || openings.has(page + 1) || page === report.pages.length - 1) continue;
      const lowest = Math.min(...boxes.map(({ bottom }) => bottom).filter((bottom) => bottom > FOLIO));
      expect(1 - (lowest - BOTTOM) / HEIGHT, `page ${page + 1}`).toBeGreaterThan(0.6);
    }
  });

  it('leaves no line of a paragraph alone at the head or foot of a page', () => {
    let seen = 0;
    for (const paragraph of withRole('P', 'LBody')) {
      if (isIn(paragraph, 'Note', 'Table')) continue;
      const lines = linesByPage(layout.piecesOf(paragraph, ['Note', 'Reference']));
      if (lines.size < 2) continue;
      seen += 1;
      const text = layout.piecesOf(paragraph)[0]?.text;
      for (const [page, count] of lines) expect(count, `page ${page + 1}, « ${text} »`).toBeGreaterThan(1);
    }
    expect(seen).toBeGreaterThan(20);
  });

  it('leaves no heading without what it announces', () => {
    const texts = layout.elements.filter((element) => element.content.length > 0 && !isIn(element, 'Note'));
    const headings = withRole('H1', 'H2', 'H3', 'H4');
    expect(headings.length).toBeGreaterThan(150);
    for (const heading of headings) {
      const page = layout.pagesOf(heading).at(-1);
      const last = texts.findLastIndex((element) => element === heading || isBelow(element, heading));
      const next = texts[last + 1];
      if (next) expect(layout.pagesOf(next)[0], layout.piecesOf(heading)[0]?.text).toBe(page);
    }
  });

  it('splits no note', () => {
    const notes = withRole('Note');
    expect(notes.length).toBeGreaterThan(20);
    for (const note of notes) expect(layout.pagesOf(note).length, layout.piecesOf(note)[0]?.text).toBe(1);
  });

  it('splits no chart, and no row of a table', () => {
    const charts = withRole('Caption').flatMap(({ parent }) => (parent && parent.role !== 'Table' ? [parent] : []));
    // A head is repeated: it stands on each page of its table.
    const rows = withRole('TR').filter(({ children }) => children.some(({ role }) => role === 'TD'));
    expect(charts.length).toBeGreaterThan(20);
    expect(rows.length).toBeGreaterThan(200);
    for (const element of [...charts, ...rows])
      expect(layout.pagesOf(element).length, layout.piecesOf(element)[0]?.text).toBe(1);
  });

  it('repeats the head of a table on each page of it', () => {
    const long = withRole('Table').filter((table) => layout.pagesOf(table).length > 1);
    expect(long.length).toBeGreaterThan(3);
    for (const table of long) {
      for (const page of layout.pagesOf(table))
        expect(flat(report.pages[page] ?? ''), `page ${page + 1}`).toMatch(/Ligne Texte/);
    }
  });
});

const isBelow = (element: Element, above: Element): boolean =>
  element.parent !== null && (element.parent === above || isBelow(element.parent, above));
