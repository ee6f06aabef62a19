import { typeset } from '../french/typography.ts';
import { currentBilan } from '../handover.ts';
import { editionPages, LEGAL_PAGES, type SitePage } from '../site-map.ts';
import { chapterPath, visibleChapters } from './page.ts';

/** Every page of the site, in reading order, as its plan groups them. */
export function pageGroups(): { title: string; pages: readonly SitePage[] }[] {
  const bilan = currentBilan();
  const { edition, settings } = bilan;
  const others = editionPages(edition, settings);
  const isPlace = ({ path }: SitePage): boolean => path.startsWith(`${edition.id}/bassins/`);
  return [
    {
      title: 'Le bilan',
      pages: [
        { path: `${edition.id}/`, title: edition.title },
        ...visibleChapters(bilan).map(({ slug, number, frontMatter }) => ({
          path: chapterPath(bilan, slug),
          title: `${number}. ${typeset(frontMatter.title)}`,
        })),
      ],
    },
    { title: 'Les bassins', pages: others.filter(isPlace) },
    { title: 'Les données', pages: others.filter((page) => !isPlace(page)) },
    { title: 'Le site', pages: LEGAL_PAGES },
  ];
}

/** Every page of the site, in reading order: for search engines. */
export const allPages = (): SitePage[] => pageGroups().flatMap(({ pages }) => pages);
