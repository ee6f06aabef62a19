import type { Figure } from '../figures/figure.ts';
import type { AttributeReading } from './attributes.ts';
import { checkAttributes, repeatedAttribute, unknownTag, unreadableAttribute } from './check-attributes.ts';
import { checkNames } from './check-names.ts';
import { readClaimTag } from './claim-tag.ts';
import { mapFaults, readFigure } from './figure-tag.ts';
import { freeNumberFaults } from './free-number.ts';
import type { Fault } from './remark.ts';
import { findTag } from './tags.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface MentionReading {
  readonly remarks: readonly Fault[];
  /** False when the tag itself is wrong; a figure without a value can still be shown as one to mend. */
  readonly printable: boolean;
  readonly figure?: Figure;
  readonly published?: string;
  readonly isClaim?: boolean;
  /** A number that the editor declares free, and why. */
  readonly freed?: { readonly text: string; readonly reason: string };
}

/** What stands around a tag: the words between it and its end, and the sentence it is in. */
export interface Surroundings {
  readonly body: string;
  readonly sentence: string;
}

/** Reads a tag, or the text form of one. */
export function readMention(
  name: string,
  { values, unreadable, repeated }: AttributeReading,
  { body, sentence }: Surroundings,
  vocabulary: Vocabulary,
): MentionReading {
  const spec = findTag(name);
  if (!spec) return { printable: false, remarks: [unknownTag(name)] };
  const form = [
    ...unreadable.map(unreadableAttribute),
    ...repeated.map(repeatedAttribute),
    ...checkAttributes(spec, values),
  ];
  const names = checkNames(values, spec, vocabulary);
  // Published references are data, unlike other names.
  const remarks = vocabulary.hasSoundData || name !== 'Publie' ? [...form, ...names] : form;
  if (form.length + names.length > 0) return { printable: false, remarks };
  const reading = readSound(name, values, { body, sentence }, vocabulary);
  return vocabulary.hasSoundData ? reading : { ...reading, remarks: [] };
}

/** Reads a tag that is well formed. */
function readSound(
  name: string,
  values: AttributeReading['values'],
  { body, sentence }: Surroundings,
  vocabulary: Vocabulary,
): MentionReading {
  switch (name) {
    case 'Chiffre':
      return readFigure(values, vocabulary);
    case 'Constat':
      return { printable: true, isClaim: true, ...readClaimTag(values, body, sentence, vocabulary) };
    case 'Carte':
      return { printable: true, remarks: mapFaults(values, vocabulary) };
    case 'Publie':
      return { printable: true, remarks: [], published: String(values.get('ref')) };
    case 'NombreLibre':
      return {
        printable: true,
        remarks: freeNumberFaults(body, vocabulary),
        freed: { text: body, reason: String(values.get('raison')) },
      };
    default:
      return { printable: true, remarks: [] };
  }
}
