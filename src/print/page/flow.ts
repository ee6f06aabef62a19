/**
 * Runs in the page, once its text is as it will be. A chart or a table that does not hold at the foot of a page leaves
 * a gap there: the chart is set a little smaller if that is enough, or else the text that follows it goes before it, as
 * far as the next chart and no further than the page it was to stand on; the text it has left says where it is. A
 * chapter is also set tighter where that spares it a page that is nearly empty; where it does not, that page takes the
 * end of the one before. Pages are tried out as columns of their size, broken as the browser breaks pages.
 */
export function fillPages(): void {
  /** Part of a page that may stay empty at its foot. */
  const GAP = 0.25;
  /** Part of a chapter's last page that is worth a page, and the part that looks well. */
  const LEAST = 0.4;
  const ENOUGH = 0.5;
  /** Part of a page that stays full when its end is moved to the next. */
  const LEAST_KEPT = 0.65;
  /** How much smaller a chart, or the rows of a table, may be: letters stay above seven points. Those of a map would not. */
  const SCALES = [0.95, 0.9, 0.85, 0.8];

  for (const chapter of document.querySelectorAll<HTMLElement>('.chapter:not(.annex)')) {
    chapter.classList.add('in-columns');
    for (const exhibit of chapter.querySelectorAll<HTMLElement>('.prose > :is(.fig, .table)'))
      fillAbove(chapter, exhibit);
    tighten(chapter);
    balance(chapter);
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

  /** When the last page of a chapter holds little: sets the chapter tighter, if that is enough to do without it. */
  function tighten(chapter: HTMLElement): void {
    const exhibits = [...chapter.querySelectorAll<HTMLElement>('.prose > :is(.fig:not(.map), .table)')];
    const last = lastPage(chapter);
    if (last === 0 || fillOf(chapter, last) > LEAST) return;
    const before = exhibits.map(({ style }) => style.getPropertyValue('--scale') || '1');
    const scaleTo = (scale: number): void => {
      for (const [index, { style }] of exhibits.entries())
        style.setProperty('--scale', String(Math.min(scale, Number(before[index]))));
    };
    for (const isTight of [false, true]) {
      chapter.classList.toggle('tight', isTight);
      for (const scale of [1, ...SCALES]) {
        scaleTo(scale);
        if (lastPage(chapter) < last) return;
      }
    }
    scaleTo(1);
    chapter.classList.remove('tight');
  }

  /** Gives a last page that holds little the end of the page before it, from a heading, a chart or a table. */
  function balance(chapter: HTMLElement): void {
    const last = lastPage(chapter);
    if (last === 0 || fillOf(chapter, last) > ENOUGH) return;
    const { top, height } = chapter.getBoundingClientRect();
    const footOf = (block: Element | null): number =>
      ([...(block?.getClientRects() ?? [])].at(-1)?.bottom ?? top) - top;
    const first = [...chapter.querySelectorAll<HTMLElement>('.prose > :is(h2, .fig, .table)')].find(
      (block) =>
        pageOf(chapter, block) === last - 1 &&
        !block.previousElementSibling?.matches('h2, h3') &&
        footOf(block.previousElementSibling) > LEAST_KEPT * height,
    );
    // After a break that is forced, a margin would not be left out as it is at the head of other pages.
    if (first) Object.assign(first.style, { breakBefore: 'page', marginTop: '0' });
  }

  /** The page, from 0, on which a chapter ends; a note that stands lower than its page ends on the next. */
  function lastPage(chapter: HTMLElement): number {
    const { bottom } = chapter.getBoundingClientRect();
    const notes = [...chapter.querySelectorAll('.note')].flatMap((note) => [...note.getClientRects()]);
    const noteEnds = notes.map((box) => columnOf(chapter, box) + (box.bottom > bottom ? 1 : 0));
    return Math.max(...blocksOf(chapter).map((box) => columnOf(chapter, box)), ...noteEnds);
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
    // Less than a point of the screen is lost in rounding; a note stands in the right margin, far into its page.
    return box ? Math.floor((box.left - left + 1) / width) : 0;
  }

  /** Part of a page that is empty at its foot. */
  function gapAt(chapter: HTMLElement, page: number): number {
    return 1 - fillOf(chapter, page);
  }

  /** Part of a page above the foot of what it holds. */
  function fillOf(chapter: HTMLElement, page: number): number {
    const { top, height } = chapter.getBoundingClientRect();
    const bottoms = blocksOf(chapter).flatMap((box) => (columnOf(chapter, box) === page ? box.bottom : []));
    return (Math.max(top, ...bottoms) - top) / height;
  }

  function blocksOf(chapter: HTMLElement): DOMRect[] {
    const blocks = chapter.querySelectorAll('header, .prose > *, .imprint');
    return [...blocks].flatMap((block) => [...block.getClientRects()]);
  }
}
