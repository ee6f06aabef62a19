import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type PDFDict, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { describe, expect, inject, it } from 'vitest';
import { checkDocument } from './ua/rules.ts';
import { elementsOf } from './ua/tree.ts';

const folder = join(inject('site'), 'pdf');
const name = (text: string): PDFName => PDFName.of(text);
const open = async (file: string): Promise<PDFDocument> =>
  PDFDocument.load(await readFile(join(folder, file)), { updateMetadata: false });

describe('every PDF of the edition', () => {
  it('keeps the rules of PDF/UA that a program can verify', async () => {
    const files = await readdir(folder);
    expect(files.length).toBe(10);
    for (const file of files) expect(checkDocument(await open(file)), file).toEqual([]);
  });
});

describe('the checker', () => {
  const sheet = 'demonstration-bilan-2024-fiche-lens.pdf';
  const chapter = 'demonstration-bilan-2024-chapitre-essentiel.pdf';
  const first = (document: PDFDocument, role: string, inside?: string): PDFDict => {
    const found = elementsOf(document).find(
      (element) => element.role === role && (inside === undefined || element.parent?.role === inside),
    );
    if (!found) throw new Error(`no ${role}`);
    return found.dictionary;
  };
  const faults = async (file: string, spoil: (document: PDFDocument) => void): Promise<string[]> => {
    const document = await open(file);
    spoil(document);
    return checkDocument(document);
  };

  it.each<[string, string, (document: PDFDocument) => void, string]>([
    [
      'a figure without words',
      sheet,
      (document) => first(document, 'Figure').delete(name('Alt')),
      'figures: a figure without words',
    ],
    [
      'a figure without place',
      sheet,
      (document) => first(document, 'Figure').delete(name('A')),
      'figures: a figure without a place on its page',
    ],
    [
      'a note without name',
      chapter,
      (document) => first(document, 'Note').delete(name('ID')),
      'notes: a note without name',
    ],
    [
      'a note by another name than in the tree',
      chapter,
      (document) => first(document, 'Note').set(name('ID'), PDFString.of('autre')),
      'notes: a note that is not in the tree of names',
    ],
    [
      'a note that is none',
      chapter,
      (document) => first(document, 'Note').set(name('S'), name('Span')),
      'notes: a note in Span',
    ],
    [
      'a call that is none',
      chapter,
      (document) => first(document, 'Reference').set(name('S'), name('Span')),
      'notes: the call of a note in Span',
    ],
    [
      'a head of table without scope',
      sheet,
      (document) => first(document, 'TH').delete(name('A')),
      'tables: a head of table without scope',
    ],
    [
      'a text without tag of its own',
      sheet,
      (document) => first(document, 'P').set(name('S'), name('Div')),
      'texts: a text that is only part of Div',
    ],
    [
      'a caption of table that is none',
      sheet,
      (document) => first(document, 'Caption', 'Table').set(name('S'), name('NonStruct')),
      'tables: a table whose caption is none',
    ],
    [
      'a heading that skips a level',
      sheet,
      (document) => first(document, 'H1').set(name('S'), name('H3')),
      'headings: heading 1 jumps to level 3',
    ],
    [
      'a tag of its own',
      sheet,
      (document) => first(document, 'P').set(name('S'), name('Paragraphe')),
      'roles: Paragraphe is no standard tag',
    ],
    [
      'another language',
      sheet,
      ({ catalog }) => catalog.set(name('Lang'), PDFString.of('en')),
      'catalogue: the language is not fr-FR',
    ],
    [
      'a page without tab order',
      sheet,
      (document) => document.getPage(1).node.delete(name('Tabs')),
      'links: page 2: no tab order',
    ],
    [
      'an element cut off from the tree',
      sheet,
      (document) => first(document, 'P').delete(name('K')),
      'complete: page 1: content 0 is in the tree 0 times',
    ],
    [
      'an item without body',
      chapter,
      (document) => void first(document, 'LBody').set(name('S'), name('P')),
      'lists: an item that holds something else than a body',
    ],
  ])('sees %s', async (_, file, spoil, fault) => {
    expect(await faults(file, spoil)).toContain(fault);
  });

  it('sees content without tag', async () => {
    const found = await faults(sheet, (document) => {
      const [page] = document.getPages();
      page?.node.set(name('Contents'), document.context.register(document.context.stream('0 0 9 9 re f')));
    });
    expect(found).toContain('painted: page 1: content without tag');
  });
});
