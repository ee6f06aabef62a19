import { currentBilan } from '../handover.ts';
import { anchorOf, EXHIBIT_NAMES, type Exhibit } from '../narrative/exhibits.ts';

/** « Graphique 3 », when the edition's chapters place the exhibit; its kind alone elsewhere. */
export function exhibitLabel(exhibit: Pick<Exhibit, 'kind' | 'key'>): string {
  const numbered = currentBilan().exhibits.get(anchorOf(exhibit));
  return numbered ? `${EXHIBIT_NAMES[exhibit.kind]} ${numbered.number}` : EXHIBIT_NAMES[exhibit.kind];
}
