import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

/** How eyes that lack one kind of cone see linear light (Machado, Oliveira, Fernandes, 2009, severity 1). */
const VISIONS = {
  ordinary: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritan: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const;

type Three = readonly [number, number, number];

function linear(hex: string): Three {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  return parts.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as unknown as Three;
}

const apply = (m: readonly number[], [x, y, z]: Three): Three =>
  [0, 3, 6].map((row) => (m[row] ?? 0) * x + (m[row + 1] ?? 0) * y + (m[row + 2] ?? 0) * z) as unknown as Three;

/** OKLab (Ottosson, 2020): a space where distances are differences that are seen. */
function oklab(rgb: Three): Three {
  const lms = apply(
    [
      0.4122214708, 0.5363325363, 0.0514459929, 0.2119034982, 0.6806995451, 0.1073969566, 0.0883024619, 0.2817188376,
      0.6299787005,
    ],
    rgb,
  ).map(Math.cbrt) as unknown as Three;
  return apply(
    [
      0.2104542553, 0.793617785, -0.0040720468, 1.9779984951, -2.428592205, 0.4505937099, 0.0259040371, 0.7827717662,
      -0.808675766,
    ],
    lms,
  );
}

function distance(a: string, b: string, vision: readonly number[]): number {
  const [p, q] = [a, b].map((hex) => oklab(apply(vision, linear(hex)).map((c) => Math.max(0, c)) as unknown as Three));
  return Math.hypot(...(p ?? []).map((value, index) => value - (q?.[index] ?? 0))) * 100;
}

const luminance = (hex: string): number => apply([0.2126, 0.7152, 0.0722, 0, 0, 0, 0, 0, 0], linear(hex))[0];
function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].toSorted((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

interface Coloured {
  readonly nom: string;
  readonly clair: string;
  readonly sombre: string;
}
const settings = parse(readFileSync('src/site.test/fixture/data/reglages.yaml', 'utf8')) as {
  bassins: Coloured[];
  hors_bassins: Coloured;
};
const places = [...settings.bassins, settings.hors_bassins];
const tokens = readFileSync('src/styles/tokens.css', 'utf8');
const token = (name: string, dark: boolean): string =>
  [...tokens.matchAll(new RegExp(`--${name}: (#[0-9a-f]{6});`, 'g'))][dark ? 1 : 0]?.[1] ?? '';

describe.each([
  ['clair', false],
  ['sombre', true],
] as const)('colours, %s', (shade, dark) => {
  const paper = token('paper', dark);

  it.each(Object.entries(VISIONS))('of two places are told apart by %s eyes', (_, vision) => {
    const near = places.flatMap((place, index) =>
      places
        .slice(index + 1)
        .map((other) => `${place.nom}, ${other.nom}: ${distance(place[shade], other[shade], vision).toFixed(1)}`)
        .filter((text) => Number(text.split(': ')[1]) < 8),
    );
    expect(near).toEqual([]);
  });

  it('of drawings have a contrast of 3 with the paper, those of text 7', () => {
    for (const { nom, [shade]: colour } of places) expect(contrast(colour, paper), nom).toBeGreaterThanOrEqual(3);
    for (const name of ['rule', 'ink-3', 'minium'])
      expect(contrast(token(name, dark), paper), name).toBeGreaterThanOrEqual(3);
    for (const name of ['ink', 'ink-2', 'accent'])
      expect(contrast(token(name, dark), paper), name).toBeGreaterThanOrEqual(7);
  });

  it.each(['seq', 'div'])('of the %s ramp follow one another, and are told apart', (ramp) => {
    const colours = [1, 2, 3, 4, 5].map((rank) => token(`${ramp}-${rank}`, dark));
    for (const vision of Object.values(VISIONS)) {
      colours.slice(1).forEach((colour, index) => {
        expect(distance(colour, colours[index] ?? '', vision), `${ramp}-${index + 2}`).toBeGreaterThan(8);
      });
    }
  });
});
