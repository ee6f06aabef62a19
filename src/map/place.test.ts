import { describe, expect, it } from 'vitest';
import { createMask } from './mask.ts';
import { overlaps, placeLabels } from './place.ts';

describe('labels', () => {
  const square = (x: number, y: number, size: number) =>
    [
      [x, y],
      [x + size, y],
      [x + size, y + size],
      [x, y + size],
    ] as const;

  it('neither overlap one another, nor shapes, nor obstacles', () => {
    const shapes = [square(180, 100, 40), square(240, 120, 40), square(200, 160, 40)].map((ring) =>
      createMask([ring], 500, 400),
    );
    const labels = shapes.map((own, index) => ({
      anchor: [200 + index * 20, 120 + index * 20] as const,
      width: 80,
      height: 50,
      own,
    }));
    const obstacles = [{ x: 300, y: 100, width: 40, height: 40 }];
    const placed = placeLabels(labels, {
      width: 500,
      height: 400,
      obstacles,
      shapes,
      land: createMask([square(150, 80, 200)], 500, 400),
      sights: [],
      limits: [],
    });
    expect(placed).toHaveLength(3);
    placed.forEach(({ box }, index) => {
      for (const other of placed.slice(index + 1)) expect(overlaps(box, other.box, 0)).toBe(false);
      for (const obstacle of obstacles) expect(overlaps(box, obstacle, 0)).toBe(false);
      for (const shape of shapes) expect(shape.share(box)).toBe(0);
    });
  });

  it('a mask knows what a rectangle covers', () => {
    const mask = createMask([square(0, 0, 100)], 200, 200);
    expect(mask.share({ x: 10, y: 10, width: 50, height: 50 })).toBe(1);
    expect(mask.share({ x: 120, y: 120, width: 50, height: 50 })).toBe(0);
    const half = mask.share({ x: 0, y: 0, width: 200, height: 100 });
    expect(half).toBeGreaterThan(0.4);
    expect(half).toBeLessThan(0.6);
  });
});
