import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { readPdf } from './pdf.ts';

const pdf = await readPdf(join(inject('site'), 'pdf/demonstration-bilan-2024.pdf'));
const { pages, outline, information, xmp, labels } = pdf;

describe('the report on paper', () => {
  it('says what it is: title, language, author, and the date of the edition', () => {
    expect(information).toMatchObject({
      Title: '[Démonstration] Bilan 2024, Plan Marshall emploi-formation industrie',
      Language: 'fr-FR',
      CreationDate: 'D:20251001000000Z',
      ModDate: 'D:20251001000000Z',
    });
  });

  it('says the same to catalogues, and names its pages by the numbers printed on them', () => {
    // Texts are given twice, by default and in French; the reader joins them.
    const twice = (text: unknown): string => String(text).repeat(2);
    expect(xmp).toMatchObject({
      'dc:title': twice(information.Title),
      'dc:creator': [information.Author],
      'dc:description': twice(information.Subject),
      'pdf:keywords': information.Keywords,
      'xmp:createdate': '2025-10-01T00:00:00Z',
      'xmp:modifydate': '2025-10-01T00:00:00Z',
    });
    expect(labels).toEqual(pages.map((_, index) => String(index + 1)));
  });

  it('has in its contents the pages on which the headings really are', () => {
    const contents = pages.find((text) => text.includes('Sommaire')) ?? '';
    // Title of the entry in the contents, and of the chapter where it opens.
    const titles = {
      'L’essentiel': '0L’essentiel d’essai',
      'Où l’on forme': '1Où l’on forme',
      Méthode: '2Méthode',
      Annexes: '\nAnnexes\n',
    };
    for (const [entry, opening] of Object.entries(titles)) {
      const number = new RegExp(`\\b${entry} .* (\\d+)(?:\\n|$)`).exec(contents)?.[1];
      const page = pages.findIndex((text) => text.includes(opening)) + 1;
      expect(page, entry).toBeGreaterThan(3);
      expect(Number(number), entry).toBe(page);
    }
  });

  it('lists its charts, map and tables with their pages', () => {
    const contents = pages.find((text) => text.includes('Sommaire')) ?? '';
    for (const title of ['Les entrées, mois par mois', 'Les formations', 'Les entrées de l’année', 'Par bassin']) {
      const number = Number(new RegExp(`${title} (\\d+)`).exec(contents)?.[1]);
      expect(pages[number - 1], title).toContain(`\n${title}\n`);
    }
  });

  it('has bookmarks down to the third level, with their spaces, on the right pages', () => {
    expect(outline.map(({ depth, title }) => `${'  '.repeat(depth - 1)}${title}`)).toMatchSnapshot();
    for (const { title, page } of outline) {
      expect(pages[page - 1]?.replaceAll(/\s+/g, ' '), title).toContain(title.replaceAll(/\s+/g, ' '));
    }
  });

  it('has on each page its number, the number of pages and the mark', () => {
    pages.forEach((text, index) => {
      if (index > 0) expect(text).toContain(`${index + 1} / ${pages.length}`);
      expect(text).toContain('Démonstration.');
    });
  });

  it('draws its charts: no image, text as text, the narrow space kept', () => {
    expect(pdf.images).toBe(0);
    const text = pages.join('\n');
    expect(text).toContain('Où l’on forme');
    expect(text).toContain('Hors des bassins');
    expect(pdf.characters).toContain('202F');
  });
});
