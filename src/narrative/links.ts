/** What a link in a chapter may lead to. */
export interface LinkTargets {
  /** Chapters of the edition by file name, `03-former.mdx`. */
  readonly chapters: ReadonlyMap<string, { readonly slug: string; readonly anchors: readonly string[] }>;
  /** Other pages of the site, without base and leading slash: `2024/donnees/`. */
  readonly pages: ReadonlySet<string>;
  /** `2024`. */
  readonly edition: string;
}

export type Link =
  | { readonly kind: 'outside'; readonly href: string }
  | { readonly kind: 'inside'; readonly path: string; readonly anchor: string }
  | { readonly kind: 'broken'; readonly message: string; readonly expected: string };

/** Reads the address an editor typed: a file of the edition, a page of the site, an anchor, or another site. */
export function resolveLink(url: string, from: string, targets: LinkTargets): Link {
  if (/^(https?:|mailto:|tel:)/.test(url)) return { kind: 'outside', href: url };
  const [path = '', anchor = ''] = url.split('#', 2);
  const file = path === '' ? from : path.replace(/^\.\//, '');
  const chapter = targets.chapters.get(file);
  if (chapter) {
    if (anchor && !chapter.anchors.includes(anchor)) {
      return {
        kind: 'broken',
        message: `ancre inconnue «\u00A0#${anchor}\u00A0» dans ${file}`,
        expected: chapter.anchors.join(', ') || 'aucune ancre',
      };
    }
    return { kind: 'inside', path: `${targets.edition}/${chapter.slug}/`, anchor };
  }
  const page = path.replace(/^\//, '').replace(/\/?$/, '/');
  if (path.startsWith('/') && targets.pages.has(page)) return { kind: 'inside', path: page, anchor };
  return {
    kind: 'broken',
    message: `lien vers «\u00A0${path}\u00A0», qui n’existe pas`,
    expected: [...targets.chapters.keys(), ...[...targets.pages].map((known) => `/${known}`)].join(', '),
  };
}

/** The address a link has in the built site. */
export const hrefOf = (link: Extract<Link, { kind: 'inside' }>, base: string): string =>
  `${base}${link.path}${link.anchor ? `#${link.anchor}` : ''}`;
