import { describe, expect, it } from 'vitest';
import { hrefOf, type LinkTargets, resolveImage, resolveLink } from './links.ts';

const targets: LinkTargets = {
  edition: '2024',
  chapters: new Map([
    ['00-essentiel.mdx', { slug: 'essentiel', isDraft: false, anchors: ['des-places'] }],
    ['03-former.mdx', { slug: 'former', isDraft: false, anchors: [] }],
    ['08-brouillon.mdx', { slug: 'brouillon', isDraft: true, anchors: [] }],
  ]),
  images: new Set(['atelier.jpg']),
  definitions: new Set(['taux_achevement']),
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
    ['definition:taux_achevement', '/2024/definitions/#definition-taux_achevement'],
    ['https://exemple.fr/a', 'https://exemple.fr/a'],
    ['mailto:a@exemple.fr', 'mailto:a@exemple.fr'],
  ])('%s leads to %s', (url, expected) => {
    expect(href(url)).toBe(expected);
  });

  it('stands under any base', () => {
    expect(href('03-former.mdx', '/x/y/')).toBe('/x/y/2024/former/');
  });

  it.each([
    '04-nulle-part.mdx',
    '00-essentiel.mdx#nulle-part',
    '/nulle-part/',
    'photo.jpg',
    '08-brouillon.mdx',
    'definition:taux_achevment',
    '',
    '#',
    'www.insee.fr/fr/statistiques',
    'insee.fr',
    'photo.fr.jpg',
  ])('%s is broken', (url) => {
    expect(resolveLink(url, '00-essentiel.mdx', targets)).toMatchSnapshot();
  });
});

describe('an image', () => {
  it('stands beside its chapter', () => {
    expect(resolveImage('atelier.jpg', targets).kind).toBe('outside');
    expect(resolveImage('./atelier.jpg', targets).kind).toBe('outside');
  });

  it.each(['photo.jpg', 'https://exemple.fr/photo.jpg'])('%s is refused', (url) => {
    expect(resolveImage(url, targets)).toMatchSnapshot();
  });
});
