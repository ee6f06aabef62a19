import { mdxToJs } from 'satteri';
import { describe, expect, it } from 'vitest';
import { narrativePlugin } from './plugin.ts';
import { FEATURES } from './tree.ts';

const targets = {
  edition: '2024',
  chapters: new Map(),
  pages: new Set<string>(),
  images: new Set(['atelier.jpg']),
  definitions: new Set<string>(),
};

/** A compiled chapter, its escapes read. */
async function compile(text: string): Promise<string> {
  const { code } = await mdxToJs(text, {
    features: FEATURES,
    mdastPlugins: [narrativePlugin({ base: '/', targets: () => targets })],
  });
  return code
    .replace(/\\(?:x(..)|u(....))/g, (_, short: string, long: string) =>
      String.fromCharCode(Number.parseInt(short ?? long, 16)),
    )
    .replace(/\\(["'\\])/g, '$1');
}

describe('a chapter on its way to a page', () => {
  it('is typeset across its tags, its emphasis and its links', async () => {
    const code = await compile(
      `Il y a <Chiffre de="entrees" /> entrées ; l'*industrie*, dit "le **bilan**", en a <Publie ref="a" />. [Où ?](https://exemple.fr "L'adresse")`,
    );
    for (const piece of ['\u00A0entrées\u202F; l’', ', dit «\u00A0le ', '\u00A0», en a ', 'Où\u202F?', 'L’adresse'])
      expect(code).toContain(piece);
  });

  it('sets headings, tables, lists and the words of images', async () => {
    const code = await compile(
      `## Et l'essentiel ?\n\n| "a" | 50 % |\n| --- | --- |\n| l'un | 80 M€ |\n\n- c'est dit !\n\n![L'atelier : vue](atelier.jpg)`,
    );
    for (const piece of [
      'Et l’essentiel\u202F?',
      '«\u00A0a\u00A0»',
      '50\u202F%',
      'l’un',
      '80\u202FM€',
      'c’est dit\u202F!',
      'L’atelier\u00A0: vue',
    ])
      expect(code).toContain(piece);
  });

  it('says in its place an image that is not there, whatever its name', async () => {
    const code = await compile('![Un four](absente.jpg) et ![Une part](50%.jpg), puis un mot.');
    expect(code).toContain('[à corriger\u00A0: image «\u00A0absente.jpg\u00A0», qui n’existe pas]');
    expect(code).toContain('[à corriger\u00A0: image «\u00A050%.jpg\u00A0», qui n’existe pas]');
    expect(code).toContain('puis un mot.');
  });

  it('leaves addresses, code, times, ratios, attributes and comments as they are', async () => {
    const text = `Voir https://exemple.fr/a?b=c&d=e;f:g et \`x ? "y" : 'z'\`, à 12:30, en 3:1, <Chiffre de="entrees" mois="2024-03" /> {/* l'essai ? "non" */}\n\n\`\`\`sh\necho "l'un" ; ls\n\`\`\``;
    const code = await compile(text);
    for (const piece of [
      'https://exemple.fr/a?b=c&d=e;f:g',
      `x ? "y" : 'z'`,
      '12:30',
      '3:1',
      '2024-03',
      `echo "l'un" ; ls`,
    ])
      expect(code).toContain(piece);
  });
});
