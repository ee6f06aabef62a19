import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mdxToJs } from 'satteri';
import { afterAll, describe, expect, it } from 'vitest';
import { vocabulary } from '../bilan.ts';
import { computeFigures } from '../computation/computation.ts';
import { readContent } from '../content/content.ts';
import { demoFiles } from '../demo/files.ts';
import { readEnvironment } from '../settings/environment.ts';
import { copyFixture } from '../site.test/run.ts';
import { fixedPages } from '../site-map.ts';
import { readChapter } from './check.ts';
import { expandSource } from './expand.ts';
import { resolveImage, resolveLink } from './links.ts';
import { mendSource } from './mend.ts';
import { createPrint } from './print-tag.ts';
import { FEATURES } from './tree.ts';

/** The frozen edition, with the simulated records and the usual thresholds: what the guide says of them holds there. */
const { folder, variables } = await copyFixture();
afterAll(() => rm(folder, { recursive: true, force: true }));
for (const [path, text] of demoFiles()) await writeFile(join(folder, 'data', path), text);
const reglages = join(folder, 'data/reglages.yaml');
await writeFile(
  reglages,
  (await readFile(reglages, 'utf8'))
    .replace(/(?<=effectif_minimal: )\d+/, '5')
    .replace(/(?<=denominateur_minimal: )\d+/, '20'),
);
const environment = readEnvironment(variables);
const { computation } = await computeFigures(environment);
if (!computation) throw new Error('the frozen edition cannot be computed');
const { edition, settings } = computation;
const frozen = vocabulary(computation, true);
// The guide quotes a source of the first edition; the frozen set has its own.
const words = {
  ...frozen,
  published: new Map([...frozen.published, ['opco2i-recrutements', { text: '37\u202F000' }]]),
};
const { targets } = await readContent(environment.content, edition, words, fixedPages(edition, settings));

const withImage = { ...targets, images: new Set(['atelier.jpg']) };

// The frozen edition has fewer chapters: the one that the guide links to has another number there.
const guide = (await readFile('content/README.md', 'utf8')).replaceAll('04-ou-l-on-forme.mdx', '01-ou-l-on-forme.mdx');
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
