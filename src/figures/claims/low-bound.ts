import { type Figure, isKnown } from '../figure.ts';
import type { Slice } from '../slice.ts';
import type { Subject } from './subject.ts';

/**
 * Rates over what is known, and the count of all they would be over if the unknowns were counted against them. The
 * others know everything they are a share of.
 */
const ALL: Readonly<Record<string, string>> = {
  taux_issue_positive: 'sorties_observees',
  taux_emploi_durable: 'sorties_observees',
  sorties_emploi_part: 'sorties_observees',
  sorties_part: 'sorties_observees',
  taux_achevement: 'sorties',
  part_femmes: 'entrees',
  part_tpe_pme: 'entrees',
};

/** The same subject with every unknown counted against its rates; `null` when nothing is unknown. */
export function atLowest(subject: Subject): Subject | null {
  const all = ALL[subject.indicator.id];
  if (all === undefined) return null;
  const lowest = (figure: Figure | null): Figure | null => {
    const whole = figure && subject.ask(all, wholeOf(figure.slice))?.value;
    if (!figure || !whole || figure.numerator === null || whole === figure.denominator) return figure;
    return { ...figure, value: figure.numerator / whole, denominator: whole };
  };
  const figure = lowest(subject.figure);
  if (!figure || !isKnown(figure) || figure.value === subject.figure.value) return null;
  return {
    ...subject,
    figure,
    ask: (indicator, slice) => {
      const other = subject.ask(indicator, slice);
      return indicator === subject.indicator.id ? lowest(other) : other;
    },
  };
}

/** A situation is a part of the exits: the whole is all of them. */
function wholeOf({ issue: _issue, ...slice }: Slice): Slice {
  return slice;
}
