import type { AskFault } from '../figures/book.ts';
import { type Figure, isKnown } from '../figures/figure.ts';
import { STATUS_SIGNS } from '../figures/format.ts';
import type { AttributeValue } from './attributes.ts';
import { statesQuantity } from './quantities.ts';
import { type Fault, fault } from './remark.ts';
import { didYouMean } from './unknown-name.ts';
import { askFigure, type Vocabulary } from './vocabulary.ts';
import { wordingFaults } from './wording.ts';

/** Reads what a `<Chiffre>` names; a figure that cannot be shown is an error that says why. */
export function readFigure(
  values: ReadonlyMap<string, AttributeValue>,
  vocabulary: Vocabulary,
): { readonly remarks: readonly Fault[]; readonly printable: true; readonly figure?: Figure } {
  const answer = askFigure(values, vocabulary);
  if (!answer.ok) return { printable: true, remarks: [askedBadly(answer.fault)] };
  const { figure } = answer;
  const fallback = fallbackFaults(values);
  if (isKnown(figure)) return { printable: true, remarks: [...fallback, ...wordingFaults(figure, values)], figure };
  if (values.has('repli')) return { printable: true, remarks: fallback };
  const { meaning } = STATUS_SIGNS[figure.status as keyof typeof STATUS_SIGNS];
  return {
    printable: true,
    remarks: [
      fault(
        `chiffre sans valeur\u00A0: ${meaning}`,
        'un chiffre que le bilan peut montrer',
        'retirez ce chiffre de la phrase, demandez une tranche plus large, ou donnez un texte par repli="…"',
        figure.id,
      ),
    ],
  };
}

/** A fallback stands where a value is withheld or unknown: it says no quantity, since none could be checked. */
function fallbackFaults(values: ReadonlyMap<string, AttributeValue>): Fault[] {
  const text = values.get('repli');
  if (text === undefined || !statesQuantity(String(text))) return [];
  return [
    fault(
      'texte de repli qui dit une quantité',
      'des mots sans nombre, comme « trop peu pour être publiées »',
      'récrivez le repli\u202F: rien ne permettrait de vérifier cette quantité',
      String(text),
    ),
  ];
}

/** What is wrong with a map: it shows one figure a place, and the first that cannot be asked speaks for all. */
export function mapFaults(
  values: ReadonlyMap<string, AttributeValue>,
  { ask, basins, defaultYear }: Vocabulary,
): readonly Fault[] {
  const indicator = String(values.get('de') ?? 'entrees');
  for (const bassin of basins) {
    const answer = ask(indicator, [
      ['annee', String(values.get('annee') ?? defaultYear)],
      ['bassin', bassin],
    ]);
    if (!answer.ok) return [askedBadly(answer.fault)];
  }
  return [];
}

const askedBadly = ({ message, value, expected }: AskFault): Fault =>
  fault(
    message,
    expected.join(', ') || 'un identifiant que donne npm run figures',
    didYouMean(value, expected) ?? 'cherchez le chiffre avec npm run figures',
    value,
  );
