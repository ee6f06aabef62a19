/**
 * Moves labels that would touch apart, as little as possible, keeping their order: each group of touching labels is
 * centred on the mean of where its labels want to be.
 * @returns the new positions, in the order of the old ones
 */
export function spread(positions: readonly number[], distance: number): number[] {
  const order = positions.map((position, index) => ({ position, index })).toSorted((a, b) => a.position - b.position);
  const groups: { centre: number; count: number }[] = [];
  for (const { position } of order) {
    groups.push({ centre: position, count: 1 });
    mergeTouching(groups, distance);
  }
  const spreadOut = groups.flatMap(({ centre, count }) =>
    Array.from({ length: count }, (_, rank) => centre + (rank - (count - 1) / 2) * distance),
  );
  const result = new Array<number>(positions.length);
  order.forEach(({ index }, rank) => {
    result[index] = spreadOut[rank] ?? 0;
  });
  return result;
}

/** The same within two limits: labels that would leave at one end push the others back. */
export function spreadWithin(positions: readonly number[], distance: number, from: number, to: number): number[] {
  const order = positions.map((_, index) => index).toSorted((a, b) => (positions[a] ?? 0) - (positions[b] ?? 0));
  const result = spread(positions, distance);
  let limit = to;
  for (const index of order.toReversed()) {
    result[index] = Math.min(result[index] ?? 0, limit);
    limit = result[index] - distance;
  }
  limit = from;
  for (const index of order) {
    result[index] = Math.max(result[index] ?? 0, limit);
    limit = result[index] + distance;
  }
  return result;
}

function mergeTouching(groups: { centre: number; count: number }[], distance: number): void {
  for (;;) {
    const [above, below] = groups.slice(-2);
    if (!above || !below || below.centre - above.centre >= ((above.count + below.count) / 2) * distance) return;
    const count = above.count + below.count;
    const centre = (above.centre * above.count + below.centre * below.count) / count;
    groups.splice(-2, 2, { centre, count });
  }
}

/** Breaks a text into lines that fit a width, between words; a word wider than that keeps its line to itself. */
export function wrap(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && measure(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
