/** Source of a pattern for ordinals: what is counted, then the letters that are raised (1er, 2e, XIXe). */
export const ORDINAL = String.raw`(?<![\p{L}\d])(\d{1,2}|[IVX]+)(er|re|e)(?![\p{L}\d])`;

/** A stretch of text, and whether it stands above the line. */
export interface Stretch {
  readonly text: string;
  readonly raised: boolean;
}

/** Tells the raised letters of ordinals from the rest: « le 1er mai » → « le 1 », « er » raised, « mai ». */
export function splitOrdinals(text: string): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  for (const { index, 1: number = '', 2: letters = '' } of text.matchAll(new RegExp(ORDINAL, 'gu'))) {
    const end = index + number.length;
    stretches.push({ text: text.slice(from, end), raised: false }, { text: letters, raised: true });
    from = end + letters.length;
  }
  if (from < text.length || stretches.length === 0) stretches.push({ text: text.slice(from), raised: false });
  return stretches;
}
