import type { Token } from '../../charts/chart.ts';
import { DESK_WIDTH, type Drawing, type Frame, PHONE_WIDTH } from '../../charts/drawing.ts';
import { Chart } from '../../charts/register.ts';
import { fontOf, TEXT_SIZE, type Theme } from '../../charts/theme.ts';
import type { Tip } from '../../charts/tips.ts';

/** The Chart.js charts of a drawing, laid over its picture. */
export interface Living {
  readonly charts: readonly Chart[];
  readonly drawing: Drawing;
  /** Pixels of the page for a unit of the drawing. */
  readonly scale: number;
  /** Marks the points of a line that a reader is on. */
  activate(tip: Tip | null): void;
  /** Gives the picture back. */
  remove(): void;
}

export function browserFrame(phone: boolean): Frame {
  const context = document.createElement('canvas').getContext('2d');
  return {
    width: phone ? PHONE_WIDTH : DESK_WIDTH,
    phone,
    measure(text, weight = 400, size = TEXT_SIZE) {
      if (!context) return 0;
      context.font = fontOf(weight, size);
      return context.measureText(text).width;
    },
  };
}

/** Colours as the page has them now: light, dark or forced. */
export function browserTheme(element: Element): Theme {
  const style = getComputedStyle(element);
  return { colour: (token: Token) => style.getPropertyValue(`--${token}`).trim() || 'transparent' };
}

export function layPanels(host: HTMLElement, picture: SVGElement, drawing: Drawing): Living {
  const layer = document.createElement('div');
  layer.className = 'living';
  // The picture stays, unseen, and goes on speaking for the canvases over it.
  layer.ariaHidden = 'true';
  const scale = picture.clientWidth / drawing.width;
  const charts = drawing.panels.map(({ x, y, width, height, config }) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [width, height];
    layer.append(canvas);
    const chart = new Chart(canvas, {
      ...config,
      options: { ...config.options, devicePixelRatio: scale * window.devicePixelRatio, events: [] },
    });
    // The canvas has whole points: shown at any other size than its own, it would be stretched and blurred.
    Object.assign(canvas.style, {
      left: `${x * scale}px`,
      top: `${y * scale}px`,
      width: `${canvas.width / window.devicePixelRatio}px`,
      height: `${canvas.height / window.devicePixelRatio}px`,
    });
    return chart;
  });
  host.append(layer);
  host.classList.add('awake');
  return {
    charts,
    drawing,
    scale,
    activate(tip) {
      charts.forEach((chart, panel) => {
        if (chart.getDatasetMeta(0).type !== 'line') return;
        const active = tip?.panel === panel ? pointsAt(chart, tip.index) : [];
        chart.setActiveElements(active);
        chart.render();
      });
    },
    remove() {
      for (const chart of charts) chart.destroy();
      layer.remove();
      host.classList.remove('awake');
    },
  };
}

const pointsAt = (chart: Chart, index: number): { datasetIndex: number; index: number }[] =>
  chart.data.datasets.flatMap(({ data }, datasetIndex) => (data[index] == null ? [] : [{ datasetIndex, index }]));
