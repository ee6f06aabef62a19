import type { Chart } from 'chart.js';
import type { Tip } from '../../charts/tips.ts';

type PlaceOf = (tip: Tip) => { x: number; y: number; width: number };

/** Shows the point that is pointed at, touched, or reached with the arrow keys; a live region speaks it. */
export function showTips(host: HTMLElement, charts: readonly Chart[], tips: readonly Tip[], placeOf: PlaceOf): void {
  const plate = document.createElement('div');
  plate.className = 'tip';
  plate.setAttribute('role', 'status');
  plate.hidden = true;
  host.append(plate);
  let current = -1;

  const show = (index: number): void => {
    const tip = tips[index];
    if (!tip || index === current) return;
    current = index;
    const title = document.createElement('b');
    title.textContent = tip.title;
    plate.replaceChildren(
      title,
      ...tip.lines.map((text) => Object.assign(document.createElement('span'), { textContent: text })),
    );
    plate.hidden = false;
    const { x, y, width } = placeOf(tip);
    plate.style.left = `${Math.max(0, Math.min(x + 12, width - plate.offsetWidth))}px`;
    plate.style.top = `${y}px`;
  };
  const hide = (): void => {
    current = -1;
    plate.hidden = true;
  };

  host.addEventListener('pointermove', (event) => show(nearest(event, charts, tips)));
  host.addEventListener('pointerdown', (event) => show(nearest(event, charts, tips)));
  host.addEventListener('pointerleave', hide);
  host.addEventListener('blur', hide);
  host.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') hide();
    if (step === undefined) return;
    event.preventDefault();
    show(Math.min(tips.length - 1, Math.max(0, current + step)));
  });
}

/** Rank of the point nearest to the pointer, along the axis of the categories. */
function nearest(event: PointerEvent, charts: readonly Chart[], tips: readonly Tip[]): number {
  const panel = charts.findIndex(({ canvas }) => event.clientY <= canvas.getBoundingClientRect().bottom);
  const chart = charts[panel < 0 ? charts.length - 1 : panel];
  if (!chart) return -1;
  const box = chart.canvas.getBoundingClientRect();
  const scale = chart.width / box.width;
  const horizontal = chart.options.indexAxis === 'y';
  const pointer = horizontal ? (event.clientY - box.top) * scale : (event.clientX - box.left) * scale;
  const axis = horizontal ? chart.scales.y : chart.scales.x;
  const distance = (tip: Tip): number => Math.abs((axis?.getPixelForValue(tip.index) ?? 0) - pointer);
  let best = -1;
  tips.forEach((tip, index) => {
    if (charts[tip.panel] !== chart) return;
    const closest = tips[best];
    if (!closest || distance(tip) < distance(closest)) best = index;
  });
  return best;
}
