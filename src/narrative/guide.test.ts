import { readFile } from 'node:fs/promises';
import { mdxToJs } from 'satteri';
import { describe, expect, it } from 'vitest';
import { vocabulary } from '../bilan.ts';
import { computeFigures } from '../computation.ts';
import { readContent } from '../content.ts';
import { readEnvironment } from '../settings/environment.ts';
import { fixedPages } from '../site-map.ts';
import { readChapter } from './check.ts';
import { expandSource } from './expand.ts';
import { resolveImage, resolveLink } from './links.ts';
import { mendSource } from './mend.ts';
import { createPrint } from './print-tag.ts';
import { FEATURES } from './tree.ts';

const environment = readEnvironment({});
const { computation } = await computeFigures(environment);
if (!computation) throw new Error('the edition cannot be computed');
const { book, edition, settings, published } = computation;
const words = vocabulary(book, edition, settings, published);
const { targets } = await readContent(environment.content, edition, words, fixedPages(edition, settings));

const withImage = { ...targets, images: new Set(['atelier.jpg']) };

const guide = await readFile('content/README.md', 'utf8');
const examples = [...guide.matchAll(/^( *)```mdx\n([\s\S]*?)^ *```$/gm)].map(([, indent = '', body = '']) =>
  body.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
);

const TAG = /<(?:Chiffre|Constat) [^>]*>/g;
const sentences = examples.flatMap((example) => example.split(/(?<=\.)\s/)).filter((text) => text.search(TAG) >= 0);
/** The words of slices that sentences name, each with the attribute that asks for it. */
const SPOKEN = (['bassin', 'sexe', 'voie'] as const).flatMap((id) =>
  (words.dimensions.get(id)?.values ?? []).map(({ id: value, label }) => ({ label, pair: `${id}="${value}"` })),
);

describe('the editors’ guide', () => {
  it('has examples', () => {
    expect(examples.length).toBeGreaterThan(8);
  });

  it('names every chart of the catalogue', () => {
    for (const name of words.charts) expect(guide).toContain(`\`${name}\``);
  });

  it.each(examples)('gives an example without fault: %s', (example) => {
    const { remarks, renderable, links } = readChapter(example, words);
    expect(remarks).toEqual([]);
    expect(renderable).toBe(true);
    const broken = links.filter(({ url, isImage }) => {
      const link = isImage ? resolveImage(url, withImage) : resolveLink(url, '00-essentiel.mdx', withImage);
      return link.kind === 'broken';
    });
    expect(broken).toEqual([]);
    expect(() => mdxToJs(expandSource(mendSource(example), createPrint(words)), { features: FEATURES })).not.toThrow();
  });

  it.each(examples.filter((example) => example.includes('repli=')))(
    'gives a fallback to what is withheld: %s',
    (example) => {
      const bare = example.replace(/ repli="[^"]*"/, '');
      expect(readChapter(bare, words).remarks).toMatchObject([
        { message: 'chiffre sans valeur\u00A0: secret statistique' },
      ]);
    },
  );

  it.each(sentences)('asks for the basin, the sex and the route that the sentence names: %s', (sentence) => {
    const prose = sentence.replaceAll(TAG, '');
    const tags = [...sentence.matchAll(TAG)].join(' ');
    const named = SPOKEN.filter(({ label }) => new RegExp(`(?<!\\p{L})${label}(?!\\p{L})`, 'iu').test(prose));
    for (const { pair } of named) expect(tags).toContain(pair);
  });
});
