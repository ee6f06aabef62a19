import { nearest, nearestTo } from '../french/nearest.ts';
import { type Fault, fault } from './remark.ts';

/** Most names that a message lists; of a longer list, it gives those that are near. */
const LONGEST_LIST = 20;
const MOST_NEAR = 3;

/** A name that nobody knows, and the one that was meant. `source` says where the names are, when they are many. */
export function unknownName(kind: string, name: string, known: readonly string[], source: string): Fault {
  const near = known.length > LONGEST_LIST ? nearest(name, known, MOST_NEAR) : known;
  return fault(
    `${kind} «\u00A0${name}\u00A0»`,
    near.join(', ') || source,
    didYouMean(name, known) ?? 'choisissez un des noms attendus',
    name,
  );
}

/** « vouliez-vous écrire … ? », or `null` when no known name is near. A year or a month is not misspelt. */
export function didYouMean(text: string, known: Iterable<string>): string | null {
  const meant = /\p{L}/u.test(text) ? nearestTo(text, known) : null;
  return meant === null ? null : `vouliez-vous écrire «\u00A0${meant}\u00A0»\u202F?`;
}
