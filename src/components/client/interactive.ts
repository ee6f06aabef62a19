/** Charts wake up only when they are pointed at, focused or touched; until then nothing is loaded. */
for (const drawing of document.querySelectorAll<HTMLElement>('[data-chart]')) {
  drawing.tabIndex = 0;
  drawing.role = 'group';
  drawing.ariaLabel = `${drawing.dataset.name}, à parcourir avec les flèches`;
  const wake = async (event: Event): Promise<void> => {
    for (const name of EVENTS) drawing.removeEventListener(name, wake);
    const { wakeChart } = await import('./chart.ts');
    await wakeChart(drawing, event instanceof PointerEvent ? event : null);
  };
  const EVENTS = ['pointerenter', 'focus', 'touchstart'] as const;
  for (const name of EVENTS) drawing.addEventListener(name, wake, { passive: true });
}

/** A link to a chart is copied when it is followed; the address changes all the same. */
for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-copy]')) {
  const words = link.textContent;
  link.addEventListener('click', async () => {
    await navigator.clipboard?.writeText(link.href);
    link.textContent = 'lien copié';
    setTimeout(() => (link.textContent = words), 2000);
  });
}
