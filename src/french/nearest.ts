/** Lower case, no accents, no spaces, hyphens, apostrophes or underscores: two spellings of one name fold alike. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s\u00A0\u202F_\-–'’`.]+/g, '');

/** The known value that a misspelt one was meant to be, or `null` when none is near enough. */
export const nearestTo = (text: string, known: Iterable<string>): string | null => nearest(text, known, 1)[0] ?? null;

/** Known values near a misspelt one, nearest first, at most `count`; they have a letter in common at least. */
export function nearest(text: string, known: Iterable<string>, count: number): string[] {
  const folded = fold(text);
  const limit = Math.max(1, Math.floor(folded.length / 3)) + 1;
  return [...known]
    .map((candidate) => ({ candidate, distance: editDistance(folded, fold(candidate), limit) }))
    .filter(({ distance }) => distance < limit && distance < folded.length)
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, count)
    .map(({ candidate }) => candidate);
}

/** Letters to change, add or remove; `limit` when there are that many or more. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(substitution, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    previous = row;
  }
  return Math.min(limit, previous[b.length] ?? limit);
}
