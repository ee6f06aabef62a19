import type { Edition } from './settings/edition.ts';
import type { Settings } from './settings/settings.ts';

/** A page that is not a chapter: its address (no base, no leading slash) and its name. */
export interface SitePage {
  readonly path: string;
  readonly title: string;
}

/** Pages of the edition that are not chapters. */
export function editionPages(
  edition: Pick<Edition, 'id'>,
  settings: Pick<Settings, 'basins' | 'outside'>,
): readonly SitePage[] {
  return [
    { path: `${edition.id}/bassins/`, title: 'Bassins' },
    ...[...settings.basins, settings.outside].map((place) => ({
      path: `${edition.id}/bassins/${place.id}/`,
      title: place.fullName,
    })),
    { path: `${edition.id}/donnees/`, title: 'Données' },
    { path: `${edition.id}/chiffres/`, title: 'Chiffres' },
    { path: `${edition.id}/definitions/`, title: 'Définitions' },
    { path: `${edition.id}/sources/`, title: 'Sources' },
    { path: `${edition.id}/chiffres-publies/`, title: 'Chiffres publiés et recalculés' },
  ];
}

/** Pages of the site that belong to no edition. */
export const LEGAL_PAGES: readonly SitePage[] = [
  { path: 'mentions-legales/', title: 'Mentions légales' },
  { path: 'accessibilite/', title: 'Accessibilité' },
  { path: 'contact/', title: 'Contact' },
  { path: 'plan-du-site/', title: 'Plan du site' },
];

/** Addresses of all pages that are not chapters, for checking links. */
export const fixedPages = (edition: Edition, settings: Settings): ReadonlySet<string> =>
  new Set([
    '',
    `${edition.id}/`,
    ...editionPages(edition, settings).map(({ path }) => path),
    ...LEGAL_PAGES.map(({ path }) => path),
  ]);
