import type { Chart as Description } from '../../charts/chart.ts';
import { draw } from '../../charts/draw.ts';
import { aloudOf } from '../../charts/points.ts';
import { fontOf } from '../../charts/theme.ts';
import { type Tip, tipsOf } from '../../charts/tips.ts';
import { browserFrame, browserTheme, type Living, layPanels } from './living.ts';
import { nearestTip, placeOfTip } from './places.ts';
import { Plate } from './plate.ts';

/** Where in the chart a reader is: nowhere at rest. */
const REST = -1;
const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Lays the living chart over its picture. The picture keeps its place, its text alternative and its table. */
export async function wakeChart(host: HTMLElement, pointer: PointerEvent | null): Promise<void> {
  const response = await fetch(host.dataset.chart ?? '');
  if (!response.ok) return;
  const { chart } = (await response.json()) as { chart: Description };
  await Promise.all([document.fonts.load(fontOf(400)), document.fonts.load(fontOf(600))]);
  const awake = new AwakeChart(host, chart);
  if (pointer) awake.point(pointer);
}

class AwakeChart {
  readonly #host: HTMLElement;
  readonly #chart: Description;
  readonly #plate: Plate;
  #living: Living | null = null;
  #tips: readonly Tip[] = [];
  #aloud: readonly Tip[] = [];
  #current = REST;

  constructor(host: HTMLElement, chart: Description) {
    this.#host = host;
    this.#chart = chart;
    this.#plate = new Plate(host);
    this.#lay();
    this.#listen();
  }

  /** Shows the point nearest to the pointer. */
  point(event: PointerEvent): void {
    if (this.#living)
      this.#show(nearestTip(event, this.#living, this.#tips), { spoken: event.pointerType === 'touch' });
  }

  /** Draws anew, for the picture that shows now and in the colours of now. */
  #lay(): void {
    this.#living?.remove();
    this.#living = null;
    this.#rest();
    const picture = [...this.#host.querySelectorAll<SVGElement>('svg.drawing')].find(
      (svg) => svg.getClientRects().length > 0,
    );
    if (!picture) return;
    const phone = picture.classList.contains('phone');
    const theme = browserTheme(picture);
    this.#living = layPanels(this.#host, picture, draw(this.#chart, browserFrame(phone), theme));
    this.#tips = tipsOf(this.#chart, phone);
    this.#aloud = tipsOf(this.#chart, phone, aloudOf);
  }

  #listen(): void {
    const host = this.#host;
    host.addEventListener('pointermove', (event) => this.point(event));
    host.addEventListener('pointerdown', (event) => this.point(event));
    // A finger that is lifted leaves too: what it touched stays until something else is touched.
    host.addEventListener('pointerleave', (event) => event.pointerType === 'touch' || this.#rest());
    document.addEventListener('pointerdown', ({ target }) => host.contains(target as Node) || this.#rest());
    host.addEventListener('blur', () => this.#rest());
    host.addEventListener('keydown', (event) => this.#walk(event));
    let width = host.clientWidth;
    new ResizeObserver(() => {
      if (host.clientWidth === width) return;
      width = host.clientWidth;
      this.#lay();
    }).observe(host);
    for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)'])
      matchMedia(query).addEventListener('change', () => this.#lay());
  }

  #walk(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.#rest();
    const step = STEPS[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const last = this.#tips.length - 1;
    this.#show(Math.min(last, Math.max(0, this.#current + step)), { spoken: true });
  }

  #show(index: number, { spoken }: { spoken: boolean }): void {
    const tip = this.#tips[index];
    if (!tip || !this.#living || index === this.#current) return;
    this.#current = index;
    this.#living.activate(tip);
    this.#plate.show(tip, placeOfTip(this.#living, tip), spoken ? (this.#aloud[index] ?? tip) : null);
  }

  #rest(): void {
    this.#current = REST;
    this.#living?.activate(null);
    this.#plate.hide();
  }
}
