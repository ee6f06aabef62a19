/**
 * Runs in the page. A paragraph of three lines cannot be split without leaving one alone, and the browser then leaves
 * one: such paragraphs are kept whole. Longer ones leave two lines at least, as their style says.
 */
export function keepShortTexts(): void {
  const LONGEST = 3;
  const chapters = document.querySelectorAll<HTMLElement>('.chapter');
  // At the width they are printed with, from which the number of lines follows.
  for (const { style } of chapters) style.width = 'var(--page-width)';
  const short = [...document.querySelectorAll<HTMLElement>('.chapter :is(p, li, dd)')].filter((text) => {
    const height = [...text.getClientRects()].reduce((sum, box) => sum + box.height, 0);
    return height < (LONGEST + 0.5) * Number.parseFloat(getComputedStyle(text).lineHeight);
  });
  for (const text of short) text.style.breakInside = 'avoid';
  for (const { style } of chapters) style.removeProperty('width');
}
