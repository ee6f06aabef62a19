import { expect, it } from 'vitest';
import { createMeasure } from './measure.ts';
import { Pen } from './pen.ts';
import { SvgContext } from './svg/context.ts';

const measure = createMeasure();

function written(draw: (pen: Pen) => void): string[][] {
  const context = new SvgContext((text, font) => measure(text, 400, Number(/([\d.]+)px/.exec(font)?.[1])));
  draw(new Pen(context as unknown as CanvasRenderingContext2D, { colour: (token) => `var(--${token})` }));
  return [...context.toMarkup().matchAll(/<text x="([\d.]+)" y="([\d.]+)"([^>]*)>([^<]*)</g)].map(
    ([, ...parts]) => parts,
  );
}

it('the letters of an ordinal are small and raised, one against the other, wherever the text is aligned', () => {
  const stretches = written((pen) => pen.text('dès le 1er janvier', 200, 50, { align: 'center' }));
  expect(stretches.map(([, , , text]) => text)).toEqual(['dès le 1', 'er', ' janvier']);
  expect(stretches.map(([, y]) => Number(y))).toEqual([50, 46, 50]);
  const [first, letters, rest] = stretches.map(([x]) => Number(x)) as [number, number, number];
  expect(stretches[1]?.[2]).toContain('font-size="9.2"');
  expect(letters).toBeCloseTo(first + measure('dès le 1'), 0);
  expect(rest).toBeCloseTo(letters + measure('er', 400, 9.2), 0);
  expect((first + rest + measure(' janvier')) / 2).toBeCloseTo(200, 0);
});
