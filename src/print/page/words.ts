/** Runs in the page: the words of each link, by its address, for who does not see where it stands. */
export function readLinkWords(): Record<string, string> {
  const words: Record<string, string> = {};
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    const address = link.getAttribute('href')?.startsWith('#') ? decodeURIComponent(link.hash) : link.href;
    const text = (link.getAttribute('aria-label') ?? link.textContent ?? '').replace(/\s+/g, ' ').trim();
    words[address] ??= text || address;
  }
  return words;
}
