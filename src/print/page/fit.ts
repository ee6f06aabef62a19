/**
 * Runs in the page. A text that must hold in the room it has is set smaller, down to three quarters of its size.
 * Returns what still overflows, in pixels: 0 when everything holds.
 */
export function fitTexts(): number {
  const overflow = (text: HTMLElement): number =>
    Math.max(text.scrollHeight - text.clientHeight, text.scrollWidth - text.clientWidth);
  let worst = 0;
  for (const text of document.querySelectorAll<HTMLElement>('[data-fit]')) {
    for (let percent = 100; percent >= 75 && overflow(text) > 1; percent -= 1)
      text.style.setProperty('--fit', String(percent / 100));
    worst = Math.max(worst, overflow(text));
  }
  return worst > 1 ? worst : 0;
}

/** Runs in the page. Texts that do not hold take as many pages as they need, in their full size. */
export function letTextsGrow(): void {
  for (const text of document.querySelectorAll<HTMLElement>('[data-fit]'))
    text.style.cssText = 'height: auto; overflow: visible; flex: none';
}
