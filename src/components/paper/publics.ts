import type { Bilan } from '../../bilan.ts';
import type { Figure } from '../../figures/figure.ts';

/** A small table: a place against the region, line by line, as parts of what is known. */
export interface Comparison {
  readonly title: string;
  readonly subtitle: string;
  readonly rows: readonly { readonly head: string; readonly here: Figure; readonly region: Figure }[];
}

/** Who enters, and in which firms: each as a part of the place's entries, against the region's, never as a rank. */
export function comparisons(
  { book, edition }: Pick<Bilan, 'book' | 'edition'>,
  place: Pick<Place, 'id'>,
): Comparison[] {
  const region = { annee: edition.year };
  const here = { ...region, bassin: place.id };
  const pair = (head: string, indicator: string, of: object = {}): Comparison['rows'][number] => ({
    head,
    here: book.figure(indicator, { ...here, ...of }),
    region: book.figure(indicator, { ...region, ...of }),
  });
  const parts = (dimension: 'age' | 'taille'): Comparison['rows'] =>
    (book.dimensions.get(dimension)?.values ?? []).map(({ id, label }) =>
      pair(label, 'part_entrees', { [dimension]: id }),
    );
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
