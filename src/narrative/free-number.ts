import { dimensionsOf } from '../figures/slice.ts';
import { NBSP } from '../french/number.ts';
import { findQuantities } from '../french/quantity.ts';
import { LEAST_TELLING, matchingFigures } from './matching-figures.ts';
import { type Fault, fault } from './remark.ts';
import { tagFor } from './tag-for.ts';
import { countsSomething, withFrenchDigits } from './typed-numbers.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Why a number may not be declared free: it is one of the figures of the edition, which a tag would bind. */
export function freeNumberFaults(typedBody: string, vocabulary: Vocabulary): Fault[] {
  const body = withFrenchDigits(typedBody);
  const quantities = findQuantities(body);
  if (quantities.length === 0)
    return [fault('<NombreLibre> sans nombre', 'un nombre entre les balises', 'retirez la balise, gardez les mots')];
  return quantities.flatMap((quantity) => {
    const measured = quantity.kind !== 'number' || countsSomething(body, quantity.end);
    const telling = measured || quantity.value >= LEAST_TELLING;
    const [figure] = matchingFigures(quantity, vocabulary).filter(
      ({ slice }) => measured || dimensionsOf(slice).length === 0,
    );
    if (!telling || !figure) return [];
    return [
      fault(
        `nombre déclaré libre, et pourtant calculé\u00A0: «${NBSP}${body.slice(quantity.start, quantity.end)}${NBSP}»`,
        `un nombre qui n’est pas un chiffre du bilan\u202F; celui-ci vaut ${figure.id}`,
        `collez ${tagFor(figure, vocabulary.defaultYear)}`,
      ),
    ];
  });
}
