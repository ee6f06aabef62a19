import type { Indicator } from './indicator.ts';

/** How two years of one indicator are compared: the difference, or the relative change. */
export type ChangeKind = 'difference' | 'relative';

/** A change from the year before; its published tables are its own. */
export interface ChangeIndicator extends Indicator {
  readonly change: { readonly of: Indicator; readonly as: ChangeKind };
}

export const isChange = (indicator: Indicator): indicator is ChangeIndicator => 'change' in indicator;

/**
 * An indicator, then its changes from the year before: `…_evolution`, in number or in points, and for what is not a
 * rate `…_evolution_taux`, relative. Any indicator can be asked for its changes; only declared tables are published.
 */
export function withChanges(indicator: Indicator): readonly Indicator[] {
  const changes: ChangeIndicator[] = [change(indicator, 'difference')];
  if (indicator.kind !== 'rate') changes.push(change(indicator, 'relative'));
  return [indicator, ...changes];
}

function change(of: Indicator, as: ChangeKind): ChangeIndicator {
  const relative = as === 'relative';
  const unit = relative ? 'en pour cent' : of.kind === 'rate' ? 'en points' : 'en nombre';
  return {
    ...of,
    id: `${of.id}_evolution${relative ? '_taux' : ''}`,
    label: `${of.label}, évolution sur un an ${unit}`,
    kind: relative ? 'rate' : of.kind,
    definition: `${of.label} : différence avec l’année d’avant, ${unit}.`,
    numerator: relative ? 'Différence avec l’année d’avant.' : 'Valeur de l’année, moins celle de l’année d’avant.',
    denominator: relative ? 'Valeur de l’année d’avant.' : '',
    limits: 'Sans objet quand l’une des deux années n’est pas complète.',
    change: { of, as },
  };
}
