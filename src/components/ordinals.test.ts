import { expect, it } from 'vitest';
import { raiseOrdinals } from './ordinals.ts';

it.each([
  ['<p>du 1er\u00A0janvier</p>', '<p>du 1<sup>er</sup>\u00A0janvier</p>'],
  ['<p>la 1re, le 2e et le XIXe siècle</p>', '<p>la 1<sup>re</sup>, le 2<sup>e</sup> et le XIX<sup>e</sup> siècle</p>'],
])('raises the letters of ordinals in %s', (html, raised) => {
  expect(raiseOrdinals(html)).toBe(raised);
});

it.each([
  '<p aria-label="du 1er > janvier">x</p>',
  "<p title='1er'>x</p>",
  '<title>1er janvier</title>',
  '<svg><text>1er janvier</text></svg>',
  '<script>const a = "1er" < 2;</script>',
  '<code>1er</code>',
  '<p>a1er 1erx 96a02e 100e</p>',
])('leaves %s as it is', (html) => {
  expect(raiseOrdinals(html)).toBe(html);
});

it('changes no word of a page', () => {
  const html = '<p>Du 1er janvier au 2e jour, V. et I.</p>';
  expect(raiseOrdinals(html).replaceAll(/<\/?sup>/g, '')).toBe(html);
});
