import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEnvironment } from './environment.ts';

describe('the environment', () => {
  it('has a default for everything', () => {
    expect(readEnvironment({}, '/projet')).toEqual({
      workingFolder: '/projet',
      data: resolve('/projet/data'),
      content: resolve('/projet/content'),
      out: resolve('/projet/dist'),
      base: '/',
      site: null,
    });
  });

  it('takes relative and absolute folders', () => {
    const environment = readEnvironment({ BILAN_DATA: '../d', BILAN_OUT: '/srv/site' }, '/projet');
    expect(environment.data).toBe(resolve('/d'));
    expect(environment.out).toBe(resolve('/srv/site'));
  });

  it.each([
    ['x/y', '/x/y/'],
    ['/x/y/', '/x/y/'],
    ['//x', '/x/'],
    ['', '/'],
  ])('puts a slash at both ends of the base « %s »', (typed, base) => {
    expect(readEnvironment({ BILAN_BASE: typed }, '/projet').base).toBe(base);
  });

  it('refuses a base or a site that is no part of an address', () => {
    expect(() => readEnvironment({ BILAN_BASE: '/a b/' }, '/')).toThrowErrorMatchingSnapshot();
    expect(() => readEnvironment({ BILAN_SITE: 'exemple' }, '/')).toThrowErrorMatchingSnapshot();
  });

  it.each(['../x', '/a/./b/'])('refuses a base that leads elsewhere: %s', (base) => {
    expect(() => readEnvironment({ BILAN_BASE: base }, '/')).toThrow('n’est pas un chemin');
  });

  it('wants the path of the site in the base, and nowhere else', () => {
    expect(readEnvironment({ BILAN_SITE: 'https://exemple.fr/' }, '/').site).toBe('https://exemple.fr');
    expect(() => readEnvironment({ BILAN_SITE: 'https://exemple.fr/bilan/' }, '/')).toThrowErrorMatchingSnapshot();
  });
});
