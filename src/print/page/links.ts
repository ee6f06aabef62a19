/**
 * Runs in the page. Texts that were written as pages of the site share one document: anchors are prefixed by their
 * chapter, links between chapters become links inside, links to the rest of the site become absolute.
 */
export function linkInside(base: string): void {
  const { site = '', edition = '' } = document.body.dataset;
  const chapters = [...document.querySelectorAll<HTMLElement>('[data-chapter]')];
  const slugs = new Set(chapters.map((chapter) => chapter.dataset.chapter ?? ''));
  for (const chapter of chapters) {
    for (const heading of chapter.querySelectorAll<HTMLElement>('.prose :is(h2, h3)[id]'))
      heading.id = `${chapter.dataset.chapter}--${heading.id}`;
  }
  for (const chapter of chapters) {
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
}
