/**
 * Runs in the page. The browser tags no paragraph for a term, for what it means, for the lines of a caption, nor for a
 * paragraph set in the line of another: said to be paragraphs, they are tagged as such, and are not read out in one
 * breath. A list whose terms are grouped is a list.
 */
export function tagParagraphs(): void {
  for (const list of document.querySelectorAll('dl')) {
    if ([...list.children].some((child) => !child.matches('div'))) continue;
    list.setAttribute('role', 'list');
    for (const item of list.children) item.setAttribute('role', 'listitem');
  }
  for (const text of document.querySelectorAll(
    'dt, dd:not(:has(p)), caption > *, p.fig-notes, .fig-notes p, .imprint p',
  ))
    text.setAttribute('role', 'paragraph');
}
