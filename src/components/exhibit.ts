import { currentBilan } from '../handover.ts';
import { anchorOf, EXHIBIT_NAMES, type Exhibit } from '../narrative/exhibits.ts';

/** Tables of the annexes, by key: they have numbers of their own, and the chapters keep theirs. */
export const ANNEX_TABLES = {
  rapprochement: 'Ce qui a été publié, et ce que les données donnent',
} as const;

/** « A1 », for a table of the annexes. */
export function annexNumber(key: string): string | null {
  const rank = Object.keys(ANNEX_TABLES).indexOf(key);
  return rank < 0 ? null : `A${rank + 1}`;
}

/** « Graphique 3 », when the edition's chapters place the exhibit; its kind alone elsewhere. */
export function exhibitLabel(exhibit: Pick<Exhibit, 'kind' | 'key'>): string {
  const numbered = currentBilan().exhibits.get(anchorOf(exhibit));
  const number = numbered?.number ?? (exhibit.kind === 'tableau' ? annexNumber(exhibit.key) : null);
  return number === null ? EXHIBIT_NAMES[exhibit.kind] : `${EXHIBIT_NAMES[exhibit.kind]} ${number}`;
}

/** The exhibit's name where it is read alone, in a list of links: « Graphique 3 », or its title when it has no number. */
export function exhibitName(exhibit: Pick<Exhibit, 'kind' | 'key'>, title: string): string {
  const label = exhibitLabel(exhibit);
  return label === EXHIBIT_NAMES[exhibit.kind] ? title : label;
}
