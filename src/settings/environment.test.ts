import { describe, expect, it } from 'vitest';
import { readEnvironment } from './environment.ts';

describe('the environment', () => {
  it('has a default for everything', () => {
    expect(readEnvironment({}, '/projet')).toEqual({
      workingFolder: '/projet',
      data: '/projet/data',
      content: '/projet/content',
      out: '/projet/dist',
      base: '/',
      site: null,
    });
  });

  it('takes relative and absolute folders', () => {
    const environment = readEnvironment({ BILAN_DATA: '../d', BILAN_OUT: '/srv/site' }, '/projet');
    expect(environment.data).toBe('/d');
    expect(environment.out).toBe('/srv/site');
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
});
