import { agree } from '../french/agreement.ts';
import { formatInteger, formatMultiple, formatPercent, formatPoints, NBSP, withSign } from '../french/number.ts';
import { isChange } from './changes.ts';
import { type Figure, isKnown } from './figure.ts';
import type { Indicator } from './indicator.ts';
import { findIndicator } from './registry.ts';
import { STATUS_SIGNS } from './signs.ts';

export { STATUS_SIGNS };

export function indicatorOf(figure: Pick<Figure, 'indicator'>): Indicator {
  const indicator = findIndicator(figure.indicator);
  if (!indicator) throw new Error(`no indicator ${figure.indicator}`);
  return indicator;
}

/** The value as a reader sees it: « 3 523 », « 89,4 % », « +2,5 points », « × 3,4 », or the sign of its absence. */
export function formatFigure(figure: Figure): string {
  if (!isKnown(figure)) return STATUS_SIGNS[figure.status as keyof typeof STATUS_SIGNS].sign;
  return formatValue(figure.value, indicatorOf(figure));
}

/** A value of an indicator, without its noun. */
function formatValue(value: number, indicator: Indicator): string {
  if (isChange(indicator)) {
    if (indicator.change.as === 'relative') return withSign(value, formatPercent);
    return withSign(value, indicator.kind === 'rate' ? formatPoints : formatInteger);
  }
  if (indicator.kind === 'rate') return formatPercent(value);
  return indicator.kind === 'multiple' ? formatMultiple(value) : formatInteger(value);
}

/** The value with what it counts: « 3 523 entrées »; a rate stands alone. */
export function formatQuantity(figure: Figure): string {
  const text = formatFigure(figure);
  const indicator = indicatorOf(figure);
  if (!isKnown(figure) || indicator.kind !== 'count' || isChange(indicator)) return text;
  return `${text}${NBSP}${agree(figure.value, indicator.noun)}`;
}

/** « 3 002 sur 3 358 sorties », for a rate whose two terms can be shown. */
export function formatTerms(figure: Figure): string | null {
  if (figure.numerator === null || figure.denominator === null) return null;
  const { noun } = indicatorOf(figure);
  return `${formatInteger(figure.numerator)} sur ${formatInteger(figure.denominator)}${NBSP}${agree(figure.denominator, noun)}`;
}
