import type { MapDrawing } from './describe.ts';
import type { Outlines } from './outlines.ts';

/** A small map that shows where one basin is, or the rest of the region. */
export function drawLocator(outlines: Outlines, basin: string | null): MapDrawing {
  const [width, zoom] = [176, 160 / outlines.width];
  const shapes = outlines.basins
    .map(({ id }) =>
      id === basin
        ? `<use href="#m-${id}" class="basin" fill="var(--bassin-${id})"/>`
        : `<use href="#m-${id}" class="basin off"/>`,
    )
    .join('');
  const land = `<use href="#m-region" class="land${basin === null ? ' on' : ''}"/><use href="#m-dep" class="dep"/><use href="#m-region" class="coast"/>`;
  return {
    width,
    height: Math.round(outlines.height * zoom + 16),
    markup: `<g transform="translate(8 8) scale(${Math.round(zoom * 1e5) / 1e5})">${land}${shapes}</g>`,
  };
}
