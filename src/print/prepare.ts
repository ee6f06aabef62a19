/** A heading of the printed document, in reading order. */
export interface PrintedHeading {
  readonly depth: number;
  readonly text: string;
}

/**
 * Runs in the page, before printing. Chapters that were written as separate pages share one document: their anchors
 * are prefixed, links between them become links inside, links to the rest of the site become absolute.
 */
export function prepareReport(base: string): PrintedHeading[] {
  const site = document.body.dataset.site ?? '';
  const edition = document.body.dataset.edition ?? '';
  const chapters = [...document.querySelectorAll<HTMLElement>('[data-chapter]')];
  const slugs = new Set(chapters.map((chapter) => chapter.dataset.chapter ?? ''));
  for (const chapter of chapters) {
    for (const heading of chapter.querySelectorAll<HTMLElement>('.prose :is(h2, h3)[id]')) {
      heading.id = `${chapter.dataset.chapter}--${heading.id}`;
    }
    for (const link of chapter.querySelectorAll<HTMLAnchorElement>('a[href]'))
      rewrite(link, chapter.dataset.chapter ?? '');
  }

  function rewrite(link: HTMLAnchorElement, own: string): void {
    const href = link.getAttribute('href') ?? '';
    if (!href.startsWith('/') && !href.startsWith('#')) return;
    const [path = '', anchor = ''] = href.split('#', 2);
    const slug = path === '' ? own : path.slice(base.length).replace(new RegExp(`^${edition}/([^/]+)/$`), '$1');
    if (!slugs.has(slug)) {
      link.setAttribute('href', site + href.slice(base.length));
      return;
    }
    const target = [`${slug}--${anchor}`, anchor, slug].find((id) => id !== '' && document.getElementById(id));
    link.setAttribute('href', `#${target}`);
  }

  for (const anchor of document.querySelectorAll('.anchor')) anchor.remove();
  // A bare figure is tagged as an image that lacks its words; as a group, its drawing is the image, with its own.
  for (const figure of document.querySelectorAll('figure')) figure.setAttribute('role', 'group');
  return [...document.querySelectorAll<HTMLElement>('h1, h2, h3, h4')].map((heading) => ({
    depth: Number(heading.tagName.charAt(1)),
    text: (heading.textContent ?? '').replace(/\s+/g, ' ').trim(),
  }));
}

/** Runs in the page, between the two passes: writes the page numbers of the contents. */
export function writePageNumbers(pages: Readonly<Record<string, number>>): void {
  for (const slot of document.querySelectorAll<HTMLElement>('[data-target]')) {
    const page = pages[slot.dataset.target ?? ''];
    if (page !== undefined) slot.textContent = String(page);
  }
}
