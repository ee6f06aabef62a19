import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spread, spreadWithin } from './labels.ts';

const positions = fc.array(fc.double({ min: -500, max: 500, noNaN: true }), { minLength: 1, maxLength: 12 });

describe('labels that would touch', () => {
  it('are moved apart, and no further', () => {
    fc.assert(
      fc.property(positions, (wanted) => {
        const placed = spread(wanted, 16).toSorted((a, b) => a - b);
        for (let index = 1; index < placed.length; index++) {
          expect((placed[index] ?? 0) - (placed[index - 1] ?? 0)).toBeGreaterThanOrEqual(16 - 1e-6);
        }
      }),
    );
  });

  it('keep their order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: -500, max: 500 }), { minLength: 2, maxLength: 12 }), (wanted) => {
        const order = (list: readonly number[]) =>
          list.map((_, index) => index).toSorted((a, b) => (list[a] ?? 0) - (list[b] ?? 0));
        expect(order(spread(wanted, 16))).toEqual(order(wanted));
      }),
    );
  });

  it('stay where they are when they have room', () => {
    expect(spread([0, 20, 50], 16)).toEqual([0, 20, 50]);
  });

  it('stay between two limits that have room for them', () => {
    fc.assert(
      fc.property(positions, (wanted) => {
        const room = wanted.length * 16;
        const placed = spreadWithin(wanted, 16, 0, room).toSorted((a, b) => a - b);
        expect(placed[0]).toBeGreaterThanOrEqual(-1e-6);
        expect(placed.at(-1)).toBeLessThanOrEqual(room + 1e-6);
        for (let index = 1; index < placed.length; index++)
          expect((placed[index] ?? 0) - (placed[index - 1] ?? 0)).toBeGreaterThanOrEqual(16 - 1e-6);
      }),
    );
  });

  it('share the move', () => {
    expect(spread([10, 10], 16)).toEqual([2, 18]);
  });
});
