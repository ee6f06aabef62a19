import type { Calendar } from './calendar.ts';
import { publishedSlices } from './catalogue.ts';
import { type ChangeIndicator, isChange } from './changes.ts';
import type { BareFigure, Computer, Count } from './compute.ts';
import type { Dataset } from './dataset.ts';
import type { Reason } from './disclosure/hiding.ts';
import { protect } from './disclosure/protect.ts';
import { type DisclosureRules, isTooSmall } from './disclosure.ts';
import type { Indicator } from './indicator.ts';
import { INDICATORS } from './registry.ts';
import { figureId, type Slice } from './slice.ts';

/** How many published figures are withheld: too small themselves, or kept back to protect these. */
export type Withheld = Readonly<Record<Reason, number>>;

/** Every published figure after disclosure control, and why each withheld one is. */
export interface Publication {
  readonly figures: ReadonlyMap<string, BareFigure>;
  readonly reasons: ReadonlyMap<string, Reason>;
  readonly withheld: Withheld;
  /** Ids of withheld figures that public ones give away. */
  readonly betrayed: readonly string[];
}

/**
 * Counts every slice of the published tables, protects them as a whole, then says what may be said. `published` are
 * ids of figures that someone has published already.
 */
export function publishTables(
  computer: Computer,
  dataset: Dataset,
  calendar: Calendar,
  rules: DisclosureRules,
  published: ReadonlySet<string>,
): Publication {
  const asked = INDICATORS.flatMap((indicator) =>
    [...publishedSlices(indicator, dataset.dimensions, calendar)].map((slice) => ({ indicator, slice })),
  );
  const counts = asked.flatMap(({ indicator, slice }) =>
    isChange(indicator) ? [] : [computer.count(indicator, slice)],
  );
  const { reasons, betrayed } = protect(counts, dataset, calendar, rules, published);
  const withheld = new Map<string, Reason>();
  const said = new Map(
    counts.map((count, rank) => {
      const figure = computer.say(count, reasons.has(rank));
      const reason = reasons.get(rank);
      if (reason) withheld.set(figure.id, reason);
      return [figure.id, figure];
    }),
  );
  const known = (of: Indicator, slice: Slice): BareFigure =>
    said.get(figureId(of.id, slice)) ?? sayAlone(of, slice, computer, rules);
  const figures = new Map<string, BareFigure>();
  for (const { indicator, slice } of asked) {
    const figure = isChange(indicator) ? computer.change(indicator, slice, known) : known(indicator, slice);
    figures.set(figure.id, figure);
    if (isChange(indicator) && figure.status === 'secret')
      withheld.set(figure.id, changeReason(indicator, slice, withheld));
  }
  const count = (wanted: Reason): number => [...withheld.values()].filter((reason) => reason === wanted).length;
  return {
    figures,
    reasons: withheld,
    withheld: { primary: count('primary'), secondary: count('secondary') },
    betrayed: betrayed.map((rank) => {
      const { indicator, slice } = counts[rank] as Count;
      return figureId(indicator.id, slice);
    }),
  };
}

/** A change is withheld for the stronger of the reasons of its two sides. */
function changeReason({ change }: ChangeIndicator, slice: Slice, withheld: ReadonlyMap<string, Reason>): Reason {
  const before = { ...slice, annee: Number(slice.annee) - 1 };
  const sides = [slice, before].map((side) => withheld.get(figureId(change.of.id, side)));
  return sides.includes('primary') ? 'primary' : 'secondary';
}

/** A figure by itself, as nobody but the house is told it: withheld when it is too small, and for no other reason. */
export function sayAlone(indicator: Indicator, slice: Slice, computer: Computer, rules: DisclosureRules): BareFigure {
  if (isChange(indicator)) return computer.change(indicator, slice, (of, side) => sayAlone(of, side, computer, rules));
  const count = computer.count(indicator, slice);
  return computer.say(count, isTooSmall(count, rules));
}
