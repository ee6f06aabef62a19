import type { AttributeValue } from './attributes.ts';

/** A numbered chart, map or table, as a chapter places it. */
export interface Exhibit {
  readonly kind: 'graphique' | 'carte' | 'tableau';
  /** Unique in an edition: its anchor is `kind-key`. */
  readonly key: string;
  readonly title: string;
}

/** The exhibit a tag places, or `null`. */
export function exhibitOf(name: string, values: ReadonlyMap<string, AttributeValue>): Exhibit | null {
  const attribute = (key: string): string => String(values.get(key) ?? '');
  const title = attribute('titre');
  if (name === 'Graphique')
    return {
      kind: 'graphique',
      key: chartKey(attribute('nom'), values.has('bassin') ? attribute('bassin') : undefined),
      title,
    };
  if (name === 'Carte') return { kind: 'carte', key: mapKey(attribute('de') || undefined), title };
  if (name === 'Tableau') return { kind: 'tableau', key: attribute('nom'), title };
  return null;
}

const chartKey = (name: string, basin?: string): string => (basin ? `${name}-${basin}` : name);
export const mapKey = (indicator = 'entrees'): string => indicator;
export const anchorOf = ({ kind, key }: Pick<Exhibit, 'kind' | 'key'>): string => `${kind}-${key}`;

export const EXHIBIT_NAMES = { graphique: 'Graphique', carte: 'Carte', tableau: 'Tableau' } as const;

/** An exhibit with its number in the edition and the chapter that holds it. */
export interface NumberedExhibit extends Exhibit {
  readonly number: number;
  readonly chapter: string;
}

/** Numbers exhibits through the whole edition, each kind on its own: the same number on screen and on paper. */
export function numberExhibits(
  chapters: readonly { readonly slug: string; readonly exhibits: readonly Exhibit[] }[],
): ReadonlyMap<string, NumberedExhibit> {
  const counts = { graphique: 0, carte: 0, tableau: 0 };
  const numbered = new Map<string, NumberedExhibit>();
  for (const { slug, exhibits } of chapters) {
    for (const exhibit of exhibits) {
      const anchor = anchorOf(exhibit);
      if (numbered.has(anchor)) continue;
      counts[exhibit.kind] += 1;
      numbered.set(anchor, { ...exhibit, number: counts[exhibit.kind], chapter: slug });
    }
  }
  return numbered;
}
