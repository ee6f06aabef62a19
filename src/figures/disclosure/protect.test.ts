import { describe, expect, it } from 'vitest';
import { publishedSlices } from '../catalogue.ts';
import { isChange } from '../changes.ts';
import { type Count, createComputer } from '../compute.ts';
import { fortyDataset } from '../forty.fixture.ts';
import { FORTY_CALENDAR } from '../forty-book.fixture.ts';
import { INDICATORS } from '../registry.ts';
import { figureId } from '../slice.ts';
import { protect } from './protect.ts';

const RULES = { minimumCount: 5, minimumDenominator: 20 };
const dataset = fortyDataset();
const computer = createComputer(dataset, FORTY_CALENDAR);
const counts = INDICATORS.flatMap((indicator) =>
  isChange(indicator)
    ? []
    : [...publishedSlices(indicator, dataset.dimensions, FORTY_CALENDAR)].map((slice) =>
        computer.count(indicator, slice),
      ),
);
const idOf = ({ indicator, slice }: Count): string => figureId(indicator.id, slice);
const ids = counts.map(idOf);

/** Ids of what is withheld, by reason, when some figures are public already. */
function withholding(published: readonly string[], rules = RULES) {
  const { reasons, betrayed } = protect(counts, dataset, FORTY_CALENDAR, rules, new Set(published));
  const of = (wanted: string): string[] =>
    [...reasons].flatMap(([rank, reason]) => (reason === wanted ? [ids[rank] as string] : []));
  return { primary: of('primary'), secondary: of('secondary'), betrayed: betrayed.map((rank) => ids[rank]) };
}

describe('protection of withheld counts', () => {
  it('withholds nothing where nothing is too small', () => {
    const { primary, secondary } = withholding([], { minimumCount: 1, minimumDenominator: 1 });
    expect([...primary, ...secondary]).toEqual([]);
  });

  it('withholds others with a count that is too small, and betrays none', () => {
    const { primary, secondary, betrayed } = withholding([]);
    expect(primary).toContain('entrees[annee=2025,bassin=lens]');
    expect(secondary.length).toBeGreaterThan(0);
    expect(betrayed).toEqual([]);
  });

  it('never withholds a figure that is public already to protect another', () => {
    const [usual = ''] = withholding([]).secondary;
    expect(withholding([usual]).secondary).not.toContain(usual);
  });

  it('tells which withheld counts are given away by what is public', () => {
    const { secondary, betrayed } = withholding(ids.filter((id) => id !== 'entrees[annee=2025,bassin=lens]'));
    expect(secondary).toEqual([]);
    expect(betrayed).toContain('entrees[annee=2025,bassin=lens]');
  });
});
