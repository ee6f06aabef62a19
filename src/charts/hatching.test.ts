import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hatchRectangle } from './hatching.ts';

const size = fc.double({ min: 0, max: 300, noNaN: true });

it('a hatching fills its rectangle at 45° and never leaves it', () => {
  fc.assert(
    fc.property(size, size, size, size, (x, y, width, height) => {
      for (const { x1, y1, x2, y2 } of hatchRectangle(x, y, width, height)) {
        for (const [px, py] of [
          [x1, y1],
          [x2, y2],
        ] as const) {
          expect(px).toBeGreaterThanOrEqual(x - 1e-6);
          expect(px).toBeLessThanOrEqual(x + width + 1e-6);
          expect(py).toBeGreaterThanOrEqual(y - 1e-6);
          expect(py).toBeLessThanOrEqual(y + height + 1e-6);
        }
        expect(y1 - y2).toBeCloseTo(x2 - x1, 6);
      }
    }),
  );
  expect(hatchRectangle(0, 0, 50, 50).length).toBeGreaterThan(10);
});
