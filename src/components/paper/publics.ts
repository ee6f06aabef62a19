import type { Bilan } from '../../bilan.ts';
import { type Figure, isKnown } from '../../figures/figure.ts';

/** A small table: a place against the region, line by line, as parts of what is known. */
export interface Comparison {
  readonly title: string;
  readonly subtitle: string;
  readonly rows: readonly { readonly head: string; readonly here: Figure; readonly region: Figure }[];
}

/** Who enters, and in which firms: each as a part of the place's entries, against the region's, never as a rank. */
export function comparisons(
  { book, edition, settings }: Pick<Bilan, 'book' | 'edition' | 'settings'>,
  place: Pick<Place, 'id'>,
): Comparison[] {
  const where = { annee: edition.year, bassin: place.id };
  const pair = (head: string, indicator: string): Comparison['rows'][number] => ({
    head,
    here: book.figure(indicator, where),
    region: book.figure(indicator, { annee: edition.year }),
  });
  const parts = (dimension: 'age' | 'taille'): Comparison['rows'] => {
    const values = book.dimensions.get(dimension)?.values ?? [];
    const counts = values.map(({ id }) => book.figure('entrees', { ...where, [dimension]: id }));
    return partsOf(counts, settings.disclosure.minimumDenominator).map((here, index) => ({
      head: values[index]?.label ?? '',
      here,
      region: book.figure('part_entrees', { annee: edition.year, [dimension]: values[index]?.id }),
    }));
  };
  return [
    {
      title: 'Publics',
      subtitle: 'Parts des entrées de sexe connu, d’âge connu',
      rows: [pair('Femmes', 'part_femmes'), ...parts('age')],
    },
    {
      title: 'Entreprises',
      subtitle: 'Parts des entrées dont la taille d’entreprise est connue',
      rows: [pair('TPE et PME, ensemble', 'part_tpe_pme'), ...parts('taille')],
    },
  ];
}

type Place = Bilan['settings']['basins'][number];

/**
 * Counts that share a whole, as parts of it. Only published counts are added up: when one is withheld, the whole is
 * unknown, for it would tell it, and every part with it; a whole below the threshold makes no rate either.
 */
export function partsOf(counts: readonly Figure[], minimumDenominator: number): Figure[] {
  const known = counts.filter(isKnown);
  const whole = known.reduce((sum, { value }) => sum + value, 0);
  const isShown = known.length === counts.length && whole >= minimumDenominator;
  return counts.map((count): Figure => {
    const part = { ...count, indicator: 'part_entrees', unit: 'fraction' };
    return isShown && isKnown(count)
      ? { ...part, value: count.value / whole, numerator: count.value, denominator: whole }
      : { ...part, value: null, status: isKnown(count) ? 'secret' : count.status };
  });
}
