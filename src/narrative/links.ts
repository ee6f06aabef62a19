import { nearest } from '../french/nearest.ts';

/** What a link in a chapter may lead to. */
export interface LinkTargets {
  /** Chapters of the edition by file name, `03-former.mdx`. */
  readonly chapters: ReadonlyMap<
    string,
    { readonly slug: string; readonly isDraft: boolean; readonly anchors: readonly string[] }
  >;
  /** Images beside the chapters, by file name. */
  readonly images: ReadonlySet<string>;
  /** Indicators that have a definition. */
  readonly definitions: ReadonlySet<string>;
  /** Other pages of the site, without base and leading slash: `2024/donnees/`. */
  readonly pages: ReadonlySet<string>;
  /** `2024`. */
  readonly edition: string;
}

export type Link =
  | { readonly kind: 'outside'; readonly href: string }
  | { readonly kind: 'inside'; readonly path: string; readonly anchor: string }
  | { readonly kind: 'broken'; readonly message: string; readonly expected: string };

/** The address of a site as it is said: `www.insee.fr`, `insee.fr/fr`. */
const SITE = /^(?:www\.|(?:[a-z\d-]+\.)+(?:fr|eu|com|org|net)(?:[/?#]|$))/i;

/** Reads the address an editor typed: a file of the edition, a page of the site, an anchor, or another site. */
export function resolveLink(url: string, from: string, targets: LinkTargets): Link {
  if (/^#?$/.test(url))
    return { kind: 'broken', message: 'lien sans adresse', expected: '[mots du lien](03-former.mdx), par exemple' };
  if (/^(https?:|mailto:|tel:)/.test(url)) return { kind: 'outside', href: url };
  if (url.startsWith('definition:')) return resolveDefinition(url.slice('definition:'.length), targets);
  const [path = '', anchor = ''] = url.split('#', 2);
  const file = path === '' ? from : path.replace(/^\.\//, '');
  const chapter = targets.chapters.get(file);
  if (chapter?.isDraft && !targets.chapters.get(from)?.isDraft) {
    return {
      kind: 'broken',
      message: `lien vers un brouillon, ${file}`,
      expected: publicChapters(targets).join(', '),
    };
  }
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
  if (SITE.test(url)) {
    return {
      kind: 'broken',
      message: 'adresse d’un autre site sans «\u00A0https://\u00A0» au début',
      expected: `https://${url}`,
    };
  }
  return {
    kind: 'broken',
    message: `lien vers «\u00A0${path}\u00A0», qui n’existe pas`,
    expected: [...publicChapters(targets), ...[...targets.pages].map((known) => `/${known}`)].join(', '),
  };
}

const publicChapters = ({ chapters }: LinkTargets): readonly string[] =>
  [...chapters].filter(([, { isDraft }]) => !isDraft).map(([file]) => file);

/** `definition:taux_achevement` leads to the definition of the indicator. */
function resolveDefinition(id: string, { definitions, edition }: LinkTargets): Link {
  if (definitions.has(id)) return { kind: 'inside', path: `${edition}/definitions/`, anchor: `definition-${id}` };
  return {
    kind: 'broken',
    message: `définition inconnue «\u00A0${id}\u00A0»`,
    expected: nearest(id, definitions, 3).join(', ') || 'un identifiant que donne npm run figures',
  };
}

/** An image stands beside its chapter: nothing is loaded from another site. */
export function resolveImage(url: string, { images }: LinkTargets): Link {
  const name = decoded(url.replace(/^\.\//, ''));
  if (images.has(name)) return { kind: 'outside', href: url };
  const expected = [...images].join(', ') || 'une image rangée à côté du chapitre';
  if (/^(https?:)?\/\//.test(url)) return { kind: 'broken', message: 'image d’un autre site', expected };
  return { kind: 'broken', message: `image «\u00A0${name}\u00A0», qui n’existe pas`, expected };
}

/** « un%20atelier.jpg » as the folder names it; a lone « % » stands for itself. */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** The address a link has in the built site. */
export const hrefOf = (link: Extract<Link, { kind: 'inside' }>, base: string): string =>
  `${base}${link.path}${link.anchor ? `#${link.anchor}` : ''}`;
