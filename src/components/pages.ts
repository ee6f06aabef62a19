import { typeset } from '../french/typography.ts';
import { currentBilan } from '../handover.ts';
import { editionPages, LEGAL_PAGES, type SitePage } from '../site-map.ts';
import { chapterPath, visibleChapters } from './page.ts';

/** Every page of the site, in reading order: for its plan and for search engines. */
export function allPages(): SitePage[] {
  const bilan = currentBilan();
  return [
    { path: `${bilan.edition.id}/`, title: bilan.edition.title },
    ...visibleChapters(bilan).map(({ slug, number, frontMatter }) => ({
      path: chapterPath(bilan, slug),
      title: `${number}. ${typeset(frontMatter.title)}`,
    })),
    ...editionPages(bilan.edition, bilan.settings),
    ...LEGAL_PAGES,
  ];
}
