import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mdxToJs } from 'satteri';
import { describe, expect, it } from 'vitest';
import { vocabulary } from '../bilan.ts';
import { computeFigures } from '../computation.ts';
import { readContent } from '../content.ts';
import { readEnvironment } from '../settings/environment.ts';
import { FIXTURE } from '../site.test/run.ts';
import { fixedPages } from '../site-map.ts';
import { readChapter } from './check.ts';
import { expandSource } from './expand.ts';
import { resolveImage, resolveLink } from './links.ts';
import { mendSource } from './mend.ts';
import { createPrint } from './print-tag.ts';
import { FEATURES } from './tree.ts';

const environment = readEnvironment({
  BILAN_DATA: join(FIXTURE, 'data'),
  BILAN_CONTENT: join(FIXTURE, 'content'),
});
const { computation } = await computeFigures(environment);
if (!computation) throw new Error('the frozen edition cannot be computed');
const { book, edition, settings, published } = computation;
const frozen = vocabulary(book, edition, settings, published);
// The guide quotes a source of the first edition; the frozen set has its own.
const words = {
  ...frozen,
  published: new Map([...frozen.published, ['opco2i-recrutements', { text: '37\u202F000' }]]),
};
const { targets } = await readContent(environment.content, edition, words, fixedPages(edition, settings));

const withImage = { ...targets, images: new Set(['atelier.jpg']) };

const guide = await readFile('content/README.md', 'utf8');
const examples = [...guide.matchAll(/^( *)```mdx\n([\s\S]*?)^ *```$/gm)].map(([, indent = '', body = '']) =>
  body.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
);

describe('the editors’ guide', () => {
  it('has examples', () => {
    expect(examples.length).toBeGreaterThan(8);
  });

  it('names every chart of the catalogue', () => {
    for (const name of words.charts) expect(guide).toContain(`\`${name}\``);
  });

  it.each(examples)('gives an example without fault: %s', (example) => {
    const { remarks, renderable, links } = readChapter(example, words, example.includes('<Bref') ? 'home' : 'chapter');
    expect(remarks).toEqual([]);
    expect(renderable).toBe(true);
    const broken = links.filter(({ url, isImage }) => {
      const link = isImage ? resolveImage(url, withImage) : resolveLink(url, '00-essentiel.mdx', withImage);
      return link.kind === 'broken';
    });
    expect(broken).toEqual([]);
    expect(() => mdxToJs(expandSource(mendSource(example), createPrint(words)), { features: FEATURES })).not.toThrow();
  });
});
