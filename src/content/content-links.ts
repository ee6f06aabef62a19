import { INDICATORS } from '../figures/registry.ts';
import { twice } from '../narrative/check.ts';
import { anchorOf } from '../narrative/exhibits.ts';
import { type Link, type LinkTargets, resolveImage, resolveLink } from '../narrative/links.ts';
import type { Problem } from '../problem.ts';
import type { Edition } from '../settings/edition.ts';
import type { EditionChapter } from './content.ts';

/** What the texts of an edition may link to. */
export const linkTargets = (
  chapters: readonly EditionChapter[],
  edition: Edition,
  pages: ReadonlySet<string>,
  images: ReadonlySet<string>,
): LinkTargets => ({
  edition: edition.id,
  pages,
  images,
  definitions: new Set(INDICATORS.map(({ id }) => id)),
  chapters: new Map(
    chapters.map(({ fileName, slug, frontMatter, reading }) => [
      fileName,
      {
        slug,
        isDraft: frontMatter.draft,
        anchors: [...reading.headings.map(({ id }) => id), ...reading.exhibits.map(anchorOf)],
      },
    ]),
  ),
});

/** Links and images that lead nowhere, each at its place. */
export function brokenLinks(
  chapters: readonly Pick<EditionChapter, 'file' | 'fileName' | 'reading'>[],
  targets: LinkTargets,
): Problem[] {
  return chapters.flatMap(({ file, fileName, reading }) =>
    reading.links.flatMap(({ url, isImage, line, column }): Problem[] => {
      const link: Link = isImage ? resolveImage(url, targets) : resolveLink(url, fileName, targets);
      if (link.kind !== 'broken') return [];
      const { message, expected } = link;
      const remedy = isImage ? 'corrigez le nom de l’image' : 'corrigez l’adresse du lien';
      return [{ severity: 'error', file, line, column, message, expected, remedy }];
    }),
  );
}

/** An exhibit has one number and one anchor in an edition: placed in two chapters, it would have two. */
export function repeatedExhibits(chapters: readonly EditionChapter[]): Problem[] {
  const first = new Map<string, string>();
  return chapters.flatMap(({ file, fileName, reading }) =>
    reading.exhibits.flatMap((exhibit): Problem[] => {
      const anchor = anchorOf(exhibit);
      const earlier = first.get(anchor);
      if (earlier === undefined) first.set(anchor, fileName);
      if (earlier === undefined || earlier === fileName) return [];
      const { line, column } = exhibit;
      return [{ ...twice(exhibit), file, line, column, value: `déjà dans ${earlier}` }];
    }),
  );
}
