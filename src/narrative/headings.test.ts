import { describe, expect, it } from 'vitest';
import { createAnchors, slugify } from './headings.ts';

describe('an anchor', () => {
  it.each([
    ['Où l’on forme', 'ou-l-on-forme'],
    ['Le cœur de l’été : 2024', 'le-coeur-de-l-ete-2024'],
    ['  ', ''],
  ])('of « %s » is « %s »', (text, slug) => {
    expect(slugify(text)).toBe(slug);
  });

  it('is unique in its document', () => {
    const anchor = createAnchors();
    expect([anchor('Fin'), anchor('Fin'), anchor(''), anchor('')]).toEqual(['fin', 'fin-2', 'section', 'section-2']);
  });
});
