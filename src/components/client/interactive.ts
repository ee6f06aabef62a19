/** Charts wake up only when they are pointed at, focused or touched; until then nothing is loaded. */
for (const drawing of document.querySelectorAll<HTMLElement>('[data-chart]')) {
  const wake = async (): Promise<void> => {
    for (const event of EVENTS) drawing.removeEventListener(event, wake);
    const { mount } = await import('./chart.ts');
    await mount(drawing);
  };
  const EVENTS = ['pointerenter', 'focus', 'touchstart'] as const;
  for (const event of EVENTS) drawing.addEventListener(event, wake, { passive: true });
}
