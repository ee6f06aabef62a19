import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { describeFile } from '../print/links.ts';
import { readPdf } from './pdf.ts';
import { filesOf } from './run.ts';

const site = inject('site');
const folder = join(site, 'pdf');
const names = await readdir(folder);
const documents = new Map(
  await Promise.all(names.map(async (name) => [name, await readPdf(join(folder, name))] as const)),
);
const PREFIX = 'demonstration-bilan-2024';
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');
const textOf = (name: string): string => flat(documents.get(`${PREFIX}-${name}.pdf`)?.pages.join('\n') ?? '');

describe('the documents of an edition', () => {
  it('are the report, a chapter each, two pages for each place, one page to hand out', () => {
    expect(names.toSorted()).toEqual(
      [
        '',
        ...['essentiel', 'ou-l-on-forme', 'methode'].map((slug) => `-chapitre-${slug}`),
        ...['dunkerque', 'lille', 'valenciennes', 'lens', 'hors-bassins'].map((id) => `-fiche-${id}`),
        '-synthese',
      ]
        .map((part) => `${PREFIX}${part}.pdf`)
        .toSorted(),
    );
    for (const [name, { pages }] of documents) {
      if (name.includes('-fiche-')) expect(pages.length, name).toBe(2);
      if (name.includes('-synthese')) expect(pages.length, name).toBe(1);
    }
  });

  it('are light', async () => {
    for (const name of names) {
      const { size } = await stat(join(folder, name));
      expect(size, name).toBeLessThan(name === `${PREFIX}.pdf` ? 1.5e6 : 300e3);
    }
  });

  it('are linked from their pages, with format, page count and size', async () => {
    const linked = new Set<string>();
    for (const path of (await filesOf(site)).filter((file) => file.endsWith('.html'))) {
      const html = await readFile(join(site, path), 'utf8');
      for (const [, name = '', said] of html.matchAll(/href="\/pdf\/([^"]+)">[^<]*<\/a> \(([^)]*)\)/g)) {
        linked.add(name);
        const { size: bytes } = await stat(join(folder, name));
        expect(said, `${path} ${name}`).toBe(describeFile({ pages: documents.get(name)?.pages.length ?? 0, bytes }));
      }
    }
    expect([...linked].toSorted()).toEqual(names.toSorted());
  });

  it('are set in the fonts we ship, none of the machine', () => {
    for (const [name, { fonts }] of documents) {
      expect(fonts.size, name).toBeGreaterThan(1);
      for (const font of fonts) expect(font, name).toMatch(/^Bilan-(Sans|Serif)-/);
    }
  });

  it('have no text over another', () => {
    for (const [name, { boxes }] of documents) {
      for (const [page, texts] of boxes.entries()) {
        const sorted = texts.toSorted((one, other) => one.left - other.left);
        for (const [index, one] of sorted.entries()) {
          for (const other of sorted.slice(index + 1)) {
            if (other.left > one.right - 1.5) break;
            const overlap = Math.min(one.top, other.top) - Math.max(one.bottom, other.bottom);
            expect(overlap, `${name} page ${page + 1}: « ${one.text} » and « ${other.text} »`).toBeLessThan(2);
          }
        }
      }
    }
  });

  it('leave no heading alone at the foot of a page', () => {
    const FOOT = 50;
    let seen = 0;
    for (const [name, { boxes, outline }] of documents) {
      for (const { title, page } of outline) {
        const texts = boxes[page - 1] ?? [];
        // Running heads are above all headings: the lowest line that begins as the heading does is the heading.
        const heading = texts
          .filter(({ text }) => flat(title).startsWith(flat(text).trim()) && flat(text).trim().length > 3)
          .toSorted((one, other) => one.bottom - other.bottom)[0];
        if (!heading) continue;
        seen += 1;
        const below = texts.filter(({ top, bottom }) => top < heading.bottom && bottom > FOOT);
        expect(below.length, `${name} page ${page}: ${title}`).toBeGreaterThan(0);
      }
    }
    expect(seen).toBeGreaterThan(60);
  });

  it('link to places that exist, and to whole addresses', () => {
    for (const [name, { links, destinations }] of documents) {
      for (const link of links) {
        if (link.startsWith('#')) expect(destinations, name).toContain(link.slice(1));
        else expect(link, name).toMatch(/^(https:\/\/|mailto:)/);
      }
    }
  });

  it('begin no line with a sign that belongs to the line before', () => {
    for (const [name, { pages }] of documents) {
      const lines = pages.flatMap((text) => text.split('\n'));
      expect(lines.length, name).toBeGreaterThan(20);
      expect(
        lines.filter((line) => /^\s*[;:!?»%]/.test(line)),
        name,
      ).toEqual([]);
    }
  });

  it('hold no sentence that asks to click', () => {
    for (const [name, { pages }] of documents) expect(flat(pages.join(' ')), name).not.toMatch(/cliquez|\bclic\b/i);
  });
});

describe('the sheet of a place', () => {
  it('gives the completion of those who entered together beside that of the exits of a year', () => {
    expect(textOf('fiche-lille')).toMatch(/sorties de motif connu, sorties de 2024\. .*Entrées de 2023 : [\d,]+ %/);
    expect(textOf('synthese')).toMatch(/de motif connu, sorties de 2024/);
    expect(textOf('synthese')).toMatch(/de situation connue\. Réponse : [\d,]+ %\. Bornes : [\d,]+ % et [\d,]+ %/);
  });

  it('says where, how many, what to beware of, and who to ask, in that order', () => {
    const text = textOf('fiche-lens');
    const parts = [
      'fiche de bassin',
      'communes',
      'entrées en formation',
      'issues positives',
      'inconnue',
      'Graphique 1',
      'Tableau 1',
      'Ensemble',
      'Graphique 2',
      'Femmes',
      'À lire avec prudence',
      'Source et champ',
      'Contact',
      'https://bilan.example.org/2024/bassins/lens/',
    ];
    let from = 0;
    for (const part of parts) {
      from = text.indexOf(part, from);
      expect(from, part).toBeGreaterThan(-1);
    }
  });
});

describe('on a grey printer', () => {
  /** Relative luminance of a grey or a colour, as WCAG defines it. */
  const luminance = (colour: readonly number[]): number => {
    const [red = 0, green = 0, blue = 0] = colour.map((part) =>
      part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };

  it('every letter stands out from the paper, or from the dark bar it is written on', () => {
    for (const [name, { textColours }] of documents) {
      for (const colour of textColours) {
        const isOnDark = colour === '1 1 1';
        const contrast = 1.05 / (luminance(colour.split(' ').map(Number)) + 0.05);
        expect(isOnDark || contrast >= 4.5, `${name} ${colour}`).toBe(true);
      }
    }
  });
});
