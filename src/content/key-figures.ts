import { unknownName } from '../narrative/unknown-name.ts';
import type { Vocabulary } from '../narrative/vocabulary.ts';
import type { Problem } from '../problem.ts';
import { type Edition, editionSchema } from '../settings/edition.ts';
import { readYamlFile } from '../settings/yaml.ts';

/**
 * Key figures of an edition that nobody has published, each at its line of `edition.yaml`: the home page would lack them
 * without a word. Published figures that are refused themselves are no measure.
 */
export async function unknownKeyFigures(
  { keyFigures }: Pick<Edition, 'keyFigures'>,
  file: string,
  { published, hasSoundData }: Pick<Vocabulary, 'published' | 'hasSoundData'>,
): Promise<Problem[]> {
  const unknown = keyFigures.flatMap(({ ref }, rank) => (published.has(ref) ? [] : [{ ref, rank }]));
  if (!hasSoundData || unknown.length === 0) return [];
  const reading = await readYamlFile(file, editionSchema);
  return unknown.map(({ ref, rank }) => ({
    ...unknownName('référence inconnue', ref, [...published.keys()], 'une référence de data/publies.csv'),
    file,
    ...(reading.ok ? reading.placeOf(['chiffres_cles', rank, 'publie']) : { line: 1, column: 1 }),
  }));
}
