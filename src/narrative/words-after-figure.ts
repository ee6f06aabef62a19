import { findIndicator } from '../figures/registry.ts';
import { NBSP } from '../french/number.ts';
import { foldAccents, tokenize } from '../french/tokens.ts';
import { UNIT } from './admitted-numbers.ts';
import type { Print } from './print-tag.ts';
import type { Mention, Readable } from './readable.ts';
import { type Fault, fault, type Remark } from './remark.ts';
import { sentenceAt } from './sentence.ts';
import { sliceOf, type Vocabulary } from './vocabulary.ts';

/**
 * Words beside a figure that would make another number of it: a sign or a unit (« 3 523 » then « % »), the name of
 * something else (« sorties » after entries), another basin or another year than its own.
 */
export function wordsAfterFigures(readable: Readable, vocabulary: Vocabulary, print: Print): Remark[] {
  return readable.mentions.flatMap((mention): Remark[] => {
    if (!['Chiffre', 'Constat', 'Publie'].includes(mention.name)) return [];
    const [before, after] = [readable.own.slice(0, mention.at), readable.own.slice(mention.at + 1)];
    const found =
      unitAfter(mention, after) ??
      signBefore(before) ??
      negationBefore(mention, before) ??
      otherFigure(mention, after, vocabulary);
    if (!found) return [];
    return [{ ...found, ...readable.locate(mention.at), value: sentenceAt(readable, mention.at, print) }];
  });
}

function unitAfter({ name }: Mention, after: string): Fault | null {
  const unit = UNIT.exec(after)?.[0].trim();
  if (unit === undefined) return null;
  return fault(
    `unité tapée après une balise\u00A0: «${NBSP}${unit}${NBSP}»`,
    'une balise qui écrit son nombre et son unité',
    name === 'Chiffre'
      ? `retirez «${NBSP}${unit}${NBSP}»\u202F; si le nombre n’est pas celui qu’il faut, cherchez-le avec npm run figures`
      : `retirez «${NBSP}${unit}${NBSP}», ou mettez-le dans la balise`,
  );
}

/** A dash that stands alone parts a sentence; a sign touches its number. */
function signBefore(before: string): Fault | null {
  const sign = /(?:^|[\s(])([-–]|[−+±×][\s\u00A0\u202F]?)$/u.exec(before)?.[1]?.trim();
  if (sign === undefined) return null;
  return fault(
    `signe tapé devant une balise\u00A0: «${NBSP}${sign}${NBSP}»`,
    'une évolution, qui écrit son signe elle-même',
    `retirez «${NBSP}${sign}${NBSP}», ou demandez l’évolution\u00A0: entrees_evolution, par exemple`,
  );
}

/** « ne sont pas » before a claim says the contrary of what was checked. */
function negationBefore({ name }: Mention, before: string): Fault | null {
  const negation =
    name === 'Constat' &&
    /(?<!\p{L})(?:ne\s|n[’'])[^.;:!?]{1,40}\s(?:pas|plus|jamais|guère|point)(?:\s(?:été|eu|encore|toujours|vraiment))?\s*$/iu.exec(
      before,
    )?.[0];
  if (!negation) return null;
  return fault(
    `négation devant un constat\u00A0: «${NBSP}${negation.trim()}${NBSP}»`,
    'une phrase qui affirme ce que le constat vérifie',
    'dites ce qui est, et non ce qui n’est pas\u00A0: une négation ne se vérifie pas',
  );
}

const otherFigure = (mention: Mention, after: string, vocabulary: Vocabulary): Fault | null =>
  mention.name === 'Chiffre'
    ? (otherNoun(mention, after) ?? otherBasin(mention, after, vocabulary) ?? otherYear(mention, after, vocabulary))
    : null;

/** What the plan counts: none of them is another. */
const COUNTED = ['entree', 'sortie', 'place'];
const countedBy = (word: string): string | undefined =>
  COUNTED.find((noun) => foldAccents(word).replace(/s$/, '') === noun);

function otherNoun({ values }: Mention, after: string): Fault | null {
  const indicator = findIndicator(String(values.get('de')));
  if (indicator?.kind !== 'count') return null;
  const own = countedBy(indicator.noun.singular.split(' ')[0] ?? '');
  const word = values.has('nom') ? String(values.get('nom')).split(' ')[0] : tokenize(after.slice(0, 40))[0]?.text;
  const said = countedBy(word ?? '');
  if (!own || !said || own === said) return null;
  return fault(
    `«${NBSP}${word}${NBSP}» pour un chiffre qui compte des ${indicator.noun.plural}`,
    `«${NBSP}${indicator.noun.plural}${NBSP}», ou un autre chiffre`,
    `corrigez le mot, ou cherchez le chiffre des ${said === 'entree' ? 'entrées' : `${said}s`} avec npm run figures`,
  );
}

/** At most two words between a number and its place or its year: « 500 entrées nouvelles à Lens ». */
const NEAR = '^(?:[\\s\\u00A0\\u202F]\\p{L}+){0,2}[\\s\\u00A0\\u202F]';

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function otherBasin({ values }: Mention, after: string, { dimensions, defaultYear }: Vocabulary): Fault | null {
  const slice = new Map(sliceOf(values, defaultYear));
  const isElsewhere = slice.has('departement');
  const basins = dimensions.get('bassin')?.values ?? [];
  const said = basins.find(({ label, within }) =>
    new RegExp(`${NEAR}(?:à ${literally(label)}${within ? `|${literally(within)}` : ''})(?!\\p{L})`, 'u').test(after),
  );
  if (!said || isElsewhere || slice.get('bassin') === said.id) return null;
  return fault(
    `«${NBSP}${said.label}${NBSP}» après un chiffre qui n’est pas le sien`,
    slice.has('bassin')
      ? `le bassin de la balise, «${NBSP}${slice.get('bassin')}${NBSP}»`
      : `bassin="${said.id}" dans la balise`,
    `écrivez bassin="${said.id}" dans la balise, ou corrigez la phrase`,
  );
}

function otherYear({ values }: Mention, after: string, { defaultYear }: Vocabulary): Fault | null {
  const [, said] = new RegExp(`${NEAR}en (20\\d\\d)(?!\\d)`, 'u').exec(after) ?? [];
  const own = String(values.get('annee') ?? values.get('mois') ?? defaultYear);
  if (said === undefined || own.slice(0, 4) === said) return null;
  return fault(
    `«${NBSP}en ${said}${NBSP}» après un chiffre ${own === 'cumul' ? 'compté depuis le début du plan' : `de ${own}`}`,
    'l’année de la balise',
    `écrivez annee="${said}" dans la balise, ou corrigez la phrase`,
  );
}
