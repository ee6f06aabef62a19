import type { Bilan } from '../../bilan.ts';
import { type Figure, isKnown, type KnownFigure } from '../../figures/figure.ts';
import { rankFault } from '../../figures/ranking.ts';
import { typeset } from '../../french/typography.ts';
import type { Place } from '../../settings/settings.ts';
import type { Table, TableRow } from '../../tables/table.ts';

/** The words for less, as much, more. */
const compare = (one: number, other: number, words: readonly [string, string, string]): string =>
  one === other ? words[1] : one > other ? words[2] : words[0];

/** « supérieur à », as far as ranks allow; `null` when too few exits tell. */
function rateAgainst(here: KnownFigure, region: KnownFigure): string | null {
  const fault = rankFault(here, region);
  if (fault === 'small') return null;
  return fault === null ? compare(here.value, region.value, ['inférieur à', '', 'supérieur à']) : 'voisin de';
}

/**
 * What the figures of a place allow to say: the entries against the year before, the completion rate against the
 * region's. A figure that is withheld or missing is not spoken of.
 */
export function assertion(
  place: Pick<Place, 'within'>,
  year: number,
  figures: { readonly change: Figure; readonly completion: Figure; readonly regionCompletion: Figure },
): string {
  const { change, completion, regionCompletion } = figures;
  const entries = isKnown(change)
    ? `l’année ${year} compte ${compare(change.value, 0, ['moins d’entrées que', 'autant d’entrées que', 'plus d’entrées que'])} ${year - 1}`
    : null;
  const against = isKnown(completion) && isKnown(regionCompletion) ? rateAgainst(completion, regionCompletion) : null;
  const rate = against && `le taux d’achèvement y est ${against} celui de la région`;
  const said = [entries, rate].filter((part) => part !== null);
  if (said.length === 0) return typeset('Trop peu d’entrées pour comparer ce lieu à la région.');
  const opening = place.within.charAt(0).toUpperCase() + place.within.slice(1);
  return typeset(`${opening}, ${said.join(' ; ')}.`);
}

/** Families of formations of a place: level, seats, entries and fill rate; families that are not there are left out. */
export function familiesTable(
  { book, dataset, edition }: Pick<Bilan, 'book' | 'dataset' | 'edition'>,
  place: Pick<Place, 'id'>,
): Table {
  const where = { annee: edition.year, bassin: place.id };
  const cells = (famille: string | null): TableRow['cells'] =>
    ['places', 'entrees', 'taux_remplissage'].map((id) =>
      book.figure(id, famille === null ? where : { ...where, famille }),
    );
  const isThere = (row: TableRow): boolean =>
    row.cells.some((cell) => typeof cell !== 'string' && cell.status !== 'sans-objet' && cell.value !== 0);
  return {
    name: 'formations',
    subtitle: `Niveau, places ouvertes, entrées et remplissage, année ${edition.year}`,
    head: 'Famille de formations',
    columns: ['Niveau', 'Places', 'Entrées', 'Remplissage'],
    rows: [
      ...(book.dimensions.get('famille')?.values ?? [])
        .map(({ id, label }): TableRow => ({ head: label, cells: cells(id) }))
        .filter(isThere)
        .map((row): TableRow => ({ ...row, cells: [levelOf(dataset, row.head), ...row.cells] })),
      { head: 'Ensemble', total: true, cells: ['', ...cells(null)] },
    ],
    note: '',
  };
}

/** « 4 », or « 3 à 5 » for a family whose titles are of several levels. */
function levelOf({ formations }: Bilan['dataset'], familyLabel: string): string {
  const levels = [...formations.values()]
    .filter((formation) => formation.familyLabel === familyLabel)
    .map(({ level }) => level)
    .toSorted();
  const [least = '', most = least] = [levels[0], levels.at(-1)];
  return least === most ? least : `${least} à ${most}`;
}
