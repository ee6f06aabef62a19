/**
 * Runs in the page, once its text is as it will be. A chart or a table that does not hold at the foot of a page leaves
 * a gap there: the chart is set a little smaller if that is enough, or else the text that follows it goes before it, as
 * far as the next chart and no further than the page it was to stand on; the text it has left says where it is. Charts
 * are also set smaller where that spares a chapter a page that is nearly empty. Pages are tried out as columns of their
 * size, broken as the browser breaks pages.
 */
export function fillPages(): void {
  /** Part of a page that may stay empty at its foot. */
  const GAP = 0.25;
  /** Part of a chapter's last page that is worth a page. */
  const LEAST = 0.4;
  /** How much smaller a chart may be: its letters stay above seven points. Those of a map are too small for that. */
  const SCALES = [0.95, 0.9, 0.85, 0.8];

  for (const chapter of document.querySelectorAll<HTMLElement>('.chapter:not(.annex)')) {
    chapter.classList.add('in-columns');
    for (const exhibit of chapter.querySelectorAll<HTMLElement>('.prose > :is(.fig, .table)'))
      fillAbove(chapter, exhibit);
    tighten(chapter);
    chapter.classList.remove('in-columns');
  }

  function fillAbove(chapter: HTMLElement, exhibit: HTMLElement): void {
    const page = pageOf(chapter, exhibit);
    const gap = (): number => gapAt(chapter, page - 1);
    if (page === 0 || gap() <= GAP) return;
    for (const scale of exhibit.matches('.map') ? [] : SCALES) {
      exhibit.style.setProperty('--scale', String(scale));
      if (pageOf(chapter, exhibit) < page) return;
    }
    exhibit.style.removeProperty('--scale');
    const own = exhibit.previousElementSibling;
    for (let left = gap(); left > GAP; left = gap()) {
      const texts = textsAfter(exhibit);
      exhibit.before(...texts);
      if (texts.length > 0 && gap() < left && pageOf(chapter, exhibit) <= page) continue;
      exhibit.after(...texts);
      break;
    }
    if (own && own !== exhibit.previousElementSibling) pointTo(exhibit, own);
  }

  /** « Voir graphique 2, page 12. », at the end of the text that a chart has left. */
  function pointTo(exhibit: HTMLElement, text: Element): void {
    const name = exhibit.querySelector('.n')?.textContent?.trim().toLowerCase() ?? '';
    if (!text.matches('p') || text.querySelector(`a[href="#${exhibit.id}"]`)) return;
    const link = Object.assign(document.createElement('a'), { href: `#${exhibit.id}`, textContent: name });
    const page = Object.assign(document.createElement('span'), { className: 'page-reference', textContent: '00' });
    page.dataset.target = exhibit.id;
    text.append(' Voir ', link, ', page\u00A0', page, '.');
  }

  /** Sets the charts of a chapter smaller, when its last page holds little and that is enough to do without it. */
  function tighten(chapter: HTMLElement): void {
    const charts = [...chapter.querySelectorAll<HTMLElement>('.prose > .fig:not(.map)')];
    const lastPage = (): number => Math.max(...blocksOf(chapter).map((box) => columnOf(chapter, box)));
    const last = lastPage();
    if (last === 0 || 1 - gapAt(chapter, last) > LEAST) return;
    const before = charts.map(({ style }) => style.getPropertyValue('--scale') || '1');
    const scaleTo = (scale: number): void => {
      for (const [index, { style }] of charts.entries())
        style.setProperty('--scale', String(Math.min(scale, Number(before[index]))));
    };
    for (const scale of SCALES) {
      scaleTo(scale);
      if (lastPage() < last) return;
    }
    scaleTo(1);
  }

  /** The next text after a chart, with the heading it stands under; nothing when another chart comes first. */
  function textsAfter(exhibit: HTMLElement): Element[] {
    const texts: Element[] = [];
    for (let next = exhibit.nextElementSibling; next; next = next.nextElementSibling) {
      if (!next.matches('h2, h3, p, ul, ol, blockquote')) return [];
      texts.push(next);
      if (!next.matches('h2, h3')) return texts;
    }
    return [];
  }

  /** The page, from 0, on which an element begins. */
  function pageOf(chapter: HTMLElement, element: Element): number {
    return columnOf(chapter, element.getClientRects()[0]);
  }

  function columnOf(chapter: HTMLElement, box: DOMRect | undefined): number {
    const { left, width } = chapter.getBoundingClientRect();
    return box ? Math.round((box.left - left) / width) : 0;
  }

  /** Part of a page that is empty at its foot. */
  function gapAt(chapter: HTMLElement, page: number): number {
    const { top, height } = chapter.getBoundingClientRect();
    const bottoms = blocksOf(chapter).flatMap((box) => (columnOf(chapter, box) === page ? box.bottom : []));
    return 1 - (Math.max(top, ...bottoms) - top) / height;
  }

  function blocksOf(chapter: HTMLElement): DOMRect[] {
    const blocks = chapter.querySelectorAll('header, .prose > *, .imprint');
    return [...blocks].flatMap((block) => [...block.getClientRects()]);
  }
}
