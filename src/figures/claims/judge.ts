import { formatDecimal, formatInteger, formatPercent, NBSP } from '../../french/number.ts';
import type { QuantityKind } from '../../french/quantity.ts';
import { isChange } from '../changes.ts';
import { type Figure, isKnown } from '../figure.ts';
import { formatTerms } from '../format.ts';
import type { Indicator } from '../indicator.ts';
import { holds, isFar } from './amount.ts';
import type { Claim, Wording } from './claim.ts';
import { atLowest } from './low-bound.ts';
import { countsTheSame } from './nouns.ts';
import { judgeRank } from './rank.ts';
import { refused, type Subject, TRUE, type Verdict, verdict } from './subject.ts';
import { judgeMultiple, judgeRecord, judgeTrend } from './years.ts';

/** Whether a wording is true of a figure: always of its unrounded value. */
export function judge(wording: Wording, subject: Subject): Verdict {
  const { noun } = wording;
  if (noun !== undefined && !countsTheSame(noun, subject.indicator))
    return refused(
      `les mots comptent «${NBSP}${noun}${NBSP}», le chiffre «${NBSP}${subject.indicator.noun.plural}${NBSP}»`,
    );
  const own = judgeAlone(wording, subject);
  return own.outcome === 'true' ? { ...own, caveats: [...own.caveats, ...atLowBound(wording, subject)] } : own;
}

function judgeAlone({ claim, since }: Wording, subject: Subject): Verdict {
  switch (claim.form) {
    case 'amount':
    case 'between':
      return judgeAmount(claim, subject);
    case 'multiple':
      return judgeMultiple(claim, subject, since);
    case 'trend':
      return judgeTrend(claim, subject, since);
    case 'record':
      return judgeRecord(claim, subject);
    case 'rank':
      return judgeRank(claim, subject);
  }
}

function judgeAmount(claim: Extract<Claim, { form: 'amount' | 'between' }>, { figure, indicator }: Subject): Verdict {
  const { value } = figure;
  const said = claim.form === 'between' ? [claim.low, claim.high] : [claim.quantity];
  const unit = unitOf(indicator);
  if (said.some(({ kind }) => kind !== unit)) return refused(UNFIT[unit]);
  const truth = (): string => inFull(figure);
  if (claim.form === 'between')
    return verdict(holds('atLeast', value, claim.low) && holds('atMost', value, claim.high), truth);
  if (!holds(claim.bound, value, claim.quantity)) return verdict(false, truth);
  return isFar(claim.bound, value, claim.quantity)
    ? { outcome: 'true', caveats: [`la valeur en est loin${NBSP}: ${truth()}`] }
    : TRUE;
}

type Unit = Extract<QuantityKind, 'number' | 'share' | 'points' | 'times'>;

/** The kind of quantity an indicator's values are said with. */
function unitOf(indicator: Indicator): Unit {
  if (isChange(indicator) && indicator.change.as === 'difference')
    return indicator.kind === 'rate' ? 'points' : 'number';
  return ({ rate: 'share', multiple: 'times', count: 'number' } as const)[indicator.kind];
}

const UNFIT: Readonly<Record<Unit, string>> = {
  number: 'ce chiffre est un nombre\u202F: une part se constate sur un taux ou sur part_entrees',
  share: 'ce chiffre est un taux\u202F: il se dit en % ou en fraction',
  points: 'cette évolution se dit en points',
  times: 'ce chiffre est un rapport\u202F: il se dit « triplé » ou « × 3 »',
};

/** A value with more digits than readers see, and its terms: rounding hides nothing here. */
export function inFull(figure: Figure): string {
  if (!isKnown(figure)) return '';
  const terms = formatTerms(figure);
  const text =
    figure.unit === 'fraction'
      ? formatPercent(figure.value, 2)
      : Number.isInteger(figure.value)
        ? formatInteger(figure.value)
        : formatDecimal(figure.value, 2);
  return terms ? `${text} (${terms})` : text;
}

/** A rate with unknowns: a claim that fails when they all count against it holds only if they are like the others. */
function atLowBound(wording: Wording, subject: Subject): string[] {
  const low = atLowest(subject);
  if (!low) return [];
  const verdict = judgeAlone(wording, low);
  return verdict.outcome === 'false'
    ? [`faux à la borne basse, si toutes les inconnues étaient défavorables${NBSP}: ${verdict.truth}`]
    : [];
}
