import type { Bilan } from '../bilan.ts';
import { currentBilan } from '../handover.ts';

/** Address of a page or file of the site under its base; `path` has no leading slash. */
export const href = (path: string): string => `${currentBilan().environment.base}${path}`;

/** Absolute address, for canonical links, shared cards and printed links. */
export function absolute(path: string): string {
  const { environment, settings } = currentBilan();
  return `${environment.site ?? settings.site.address}${environment.base}${path}`;
}

/** Begins every title of a demonstration, so that a shared link is not taken for a fact. */
export const titlePrefix = (bilan: Pick<Bilan, 'isDemonstration' | 'isProof'>): string =>
  `${bilan.isProof ? '[Épreuve] ' : ''}${bilan.isDemonstration ? '[Démonstration] ' : ''}`;

/** Files of a demonstration say so in their name. */
export const filePrefix = ({ isDemonstration }: Pick<Bilan, 'isDemonstration'>): string =>
  isDemonstration ? 'demonstration-' : '';

/** Chapters that are published: drafts are built in previews and proofs only. */
export const visibleChapters = ({ chapters, isProof, isPreview }: Bilan): Bilan['chapters'] =>
  chapters.filter(({ frontMatter }) => isProof || isPreview || !frontMatter.draft);

export const chapterPath = (bilan: Bilan, slug: string): string => `${bilan.edition.id}/${slug}/`;
