import { describe, expect, it } from 'vitest';
import { hrefOf, type LinkTargets, resolveLink } from './links.ts';

const targets: LinkTargets = {
  edition: '2024',
  chapters: new Map([
    ['00-essentiel.mdx', { slug: 'essentiel', anchors: ['des-places'] }],
    ['03-former.mdx', { slug: 'former', anchors: [] }],
  ]),
  pages: new Set(['', '2024/donnees/', 'contact/']),
};

const href = (url: string, base = '/'): string => {
  const link = resolveLink(url, '00-essentiel.mdx', targets);
  if (link.kind === 'inside') return hrefOf(link, base);
  return link.kind === 'outside' ? link.href : `! ${link.message}`;
};

describe('a link in a chapter', () => {
  it.each([
    ['03-former.mdx', '/2024/former/'],
    ['./03-former.mdx', '/2024/former/'],
    ['00-essentiel.mdx#des-places', '/2024/essentiel/#des-places'],
    ['#des-places', '/2024/essentiel/#des-places'],
    ['/2024/donnees/', '/2024/donnees/'],
    ['/contact', '/contact/'],
    ['https://exemple.fr/a', 'https://exemple.fr/a'],
    ['mailto:a@exemple.fr', 'mailto:a@exemple.fr'],
  ])('%s leads to %s', (url, expected) => {
    expect(href(url)).toBe(expected);
  });

  it('stands under any base', () => {
    expect(href('03-former.mdx', '/x/y/')).toBe('/x/y/2024/former/');
  });

  it.each(['04-nulle-part.mdx', '00-essentiel.mdx#nulle-part', '/nulle-part/', 'photo.jpg'])('%s is broken', (url) => {
    expect(href(url)).toMatchSnapshot();
  });
});
