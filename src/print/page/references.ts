/**
 * Runs in the page. A link inside the document also says where it leads: « (page 12) », « (graphique 3, page 12) ».
 * Numbers are written between the passes.
 */
export function addPageReferences(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-notes] .prose a[href^="#"]')) {
    if (link.closest('.call, .note, .anchor') || link.classList.contains('anchor')) continue;
    const target = decodeURIComponent(link.hash.slice(1));
    const name = document.getElementById(target)?.querySelector('.n')?.textContent?.trim().toLowerCase() ?? '';
    const isNamed = name === '' || link.textContent?.toLowerCase().includes(name);
    const before = link.previousSibling?.textContent ?? '';
    const isInBrackets = before.lastIndexOf('(') > before.lastIndexOf(')');
    const words = `${isNamed ? '' : `${name}, `}page\u00A0`;
    const page = Object.assign(document.createElement('span'), { className: 'page-reference', textContent: '00' });
    page.dataset.target = target;
    link.after(isInBrackets ? `, ${words}` : ` (${words}`, page, isInBrackets ? '' : ')');
  }
}

/** Runs in the page, between two passes: writes the page numbers of contents and references. */
export function writePageNumbers(pages: Readonly<Record<string, number>>): void {
  for (const slot of document.querySelectorAll<HTMLElement>('[data-target]')) {
    const page = pages[slot.dataset.target ?? ''];
    if (page !== undefined) slot.textContent = String(page);
  }
}

/** Runs in the page: whether a page number is written anywhere in it. */
export const hasPageNumbers = (): boolean => document.querySelector('[data-target]') !== null;
