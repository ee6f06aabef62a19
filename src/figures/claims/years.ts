import { formatPercent, formatPoints, formatShort, NBSP, NNBSP, withSign } from '../../french/number.ts';
import type { Quantity } from '../../french/quantity.ts';
import { isChange } from '../changes.ts';
import { type Figure, isKnown, type KnownFigure } from '../figure.ts';
import { formatQuantity } from '../format.ts';
import { isRate } from '../indicator.ts';
import { isAbove } from '../ranking.ts';
import { type Slice, sliceInWords } from '../slice.ts';
import { LIMITS } from '../tolerances.ts';
import { holds, isFar } from './amount.ts';
import type { Claim } from './claim.ts';
import { tooClose } from './rank.ts';
import {
  type Comparison,
  comparableInTime,
  isWhole,
  refused,
  type Subject,
  TRUE,
  type Verdict,
  verdict,
} from './subject.ts';

type Pair = readonly [now: KnownFigure, before: KnownFigure];

/** The figure of an earlier year; the year before when nothing else is said. */
function earlier(subject: Subject, since: number | undefined): Comparison<Pair> {
  const { figure, indicator, ask } = subject;
  if (isChange(indicator))
    return {
      ok: false,
      reason: `une évolution ne se compare pas\u202F; constatez-la sur « ${indicator.change.of.id} »`,
    };
  const year = Number(figure.slice.mois?.slice(0, 4) ?? figure.slice.annee);
  if (Number.isNaN(year)) return { ok: false, reason: 'un cumul ne se compare à aucune année' };
  const other = since ?? subject.since ?? year - 1;
  if (other >= year) return { ok: false, reason: `${other} n’est pas avant ${year}` };
  const slice: Slice = figure.slice.mois
    ? { ...figure.slice, mois: `${other}${figure.slice.mois.slice(4)}` }
    : { ...figure.slice, annee: other };
  const before = ask(indicator.id, slice);
  if (!before) return { ok: false, reason: `${other}${NBSP}: aucune donnée` };
  const comparison = comparableInTime([figure, before], subject);
  if (!comparison.ok) return comparison;
  const [now, then] = comparison.figures;
  return now && then ? { ok: true, figures: [now, then] } : { ok: false, reason: `${other}${NBSP}: aucune donnée` };
}

const bothIn =
  ({ dimensions }: Subject) =>
  (pair: readonly Figure[]): string =>
    pair.map((figure) => `${formatQuantity(figure)} (${sliceInWords(figure.slice, dimensions)})`).join(', après ');

/** « doublé », « multiplié par plus de trois ». */
export function judgeMultiple(claim: Extract<Claim, { form: 'multiple' }>, subject: Subject, since?: number): Verdict {
  const said: Quantity = { kind: 'times', value: claim.factor, step: 0, wording: 'words', noun: '' };
  const judge = (ratio: number, truth: string): Verdict => {
    const text = `×${NNBSP}${formatShort(ratio, 2)}${truth}`;
    if (!holds(claim.bound, ratio, said)) return { outcome: 'false', truth: text };
    return isFar(claim.bound, ratio, said) ? { outcome: 'true', caveats: [`bien plus loin${NBSP}: ${text}`] } : TRUE;
  };
  if (subject.indicator.kind === 'multiple' && since === undefined && subject.since === undefined)
    return judge(subject.figure.value, '');
  const comparison = earlier(subject, since);
  if (!comparison.ok) return refused(comparison.reason);
  const [now, before] = comparison.figures;
  if (before.value === 0) return refused('l’année de comparaison est à zéro');
  return judge(now.value / before.value, `${NBSP}: ${bothIn(subject)(comparison.figures)}`);
}

/** « en hausse », « en baisse de plus de 5 % », « stable ». */
export function judgeTrend(claim: Extract<Claim, { form: 'trend' }>, subject: Subject, since?: number): Verdict {
  const comparison = earlier(subject, since);
  if (!comparison.ok) return refused(comparison.reason);
  const [now, before] = comparison.figures;
  const rate = isRate(subject.indicator);
  if (!rate && before.value === 0) return refused('l’année de comparaison est à zéro');
  const gap = now.value - before.value;
  const change = rate ? gap : gap / before.value;
  const sign = { up: 1, down: -1, stable: 0 }[claim.direction];
  const truth = (): string =>
    `${withSign(rate ? change * 100 : change, rate ? formatPoints : formatPercent)}${NBSP}: ${bothIn(subject)(comparison.figures)}`;
  if (!claim.by) {
    const width = rate ? LIMITS.stable.points : LIMITS.stable.share;
    return verdict(sign === 0 ? !isAbove(Math.abs(change), width) : isAbove(change * sign, width), truth);
  }
  const { bound, quantity } = claim.by;
  const units = rate ? { points: gap * 100 } : { share: change, number: gap };
  const size = units[quantity.kind as keyof typeof units] as number | undefined;
  if (size === undefined)
    return refused(
      rate ? 'la variation d’un taux se dit en points' : 'la variation d’un nombre se dit en nombre ou en %',
    );
  return verdict(isAbove(size * sign, 0) && holds(bound, size * sign, quantity), truth);
}

/** « record »: above every earlier year; a later one that is already higher contradicts it, even unfinished. */
export function judgeRecord({ extreme }: Extract<Claim, { form: 'record' }>, subject: Subject): Verdict {
  const { figure, indicator, ask, calendar } = subject;
  const { annee } = figure.slice;
  if (typeof annee !== 'number') return refused('un record se dit d’une année');
  if (isChange(indicator)) return refused('une évolution n’a pas de record');
  const years = [...new Set([calendar.referenceYear, ...calendar.years])].filter((year) => year !== annee);
  const others = years.flatMap((year) => ask(indicator.id, { ...figure.slice, annee: year }) ?? []);
  const before = others.filter(({ slice, status }) => Number(slice.annee) < annee && status !== 'sans-objet');
  if (before.length === 0) return refused(`aucune année à comparer avant ${annee}`);
  const comparison = comparableInTime([figure, ...before], subject);
  if (!comparison.ok) return refused(comparison.reason);
  const after = others
    .filter(isKnown)
    .filter((other) => Number(other.slice.annee) > annee && (isWhole(other) || !isRate(indicator)));
  const sign = extreme === 'high' ? 1 : -1;
  const rivals = [...comparison.figures.slice(1), ...after.filter((other) => sign > 0 || isWhole(other))];
  const beaten = rivals.find((other) => !isAbove(figure.value * sign, other.value * sign));
  if (beaten) return { outcome: 'false', truth: bothIn(subject)([figure, beaten]) };
  const closest = rivals.toSorted((a, b) => (b.value - a.value) * sign)[0];
  const reason = closest && tooClose([figure, closest], subject);
  return reason ? refused(reason) : TRUE;
}
