/** A tag as it may be typed: its attributes may hold any sign but angle brackets. */
const TAG = /<[A-Za-z][^<>]*>/g;

/**
 * Makes straight the quotes around attributes that a word processor has styled: `de=“entrees”`, `de=« entrees »`. Every
 * sign keeps its place, so that what is found in the mended text is where the editor typed it.
 */
export function mendSource(source: string): string {
  return source.replace(TAG, (tag) =>
    tag
      .replace(/=(\s*)[“”„‟″]([^“”„‟″"]*)[“”„‟″"]/g, '=$1"$2"')
      .replace(/=(\s*)[‘’‚‛′]([^‘’‚‛′'"]*)[‘’‚‛′]/g, '=$1"$2"')
      .replace(
        /=(\s*)«([\s\u00A0\u202F]*)([^«»"]*?)([\s\u00A0\u202F]*)»/g,
        (_, gap, before, value, after) => `=${gap}"${value}"${' '.repeat(before.length + after.length)}`,
      ),
  );
}
