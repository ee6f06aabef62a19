import type { Chart as Description, Token } from '../../charts/chart.ts';
import { draw } from '../../charts/draw.ts';
import { DESK_WIDTH, type Drawing, type Frame, PHONE_WIDTH } from '../../charts/drawing.ts';
import { Chart } from '../../charts/register.ts';
import { fontOf, TEXT_SIZE, type Theme } from '../../charts/theme.ts';
import { type Tip, tipsOf } from '../../charts/tips.ts';
import { showTips } from './tips.ts';

/** Lays the living chart over its picture. The picture keeps its place, its text alternative and its table. */
export async function mount(host: HTMLElement): Promise<void> {
  const response = await fetch(host.dataset.chart ?? '');
  if (!response.ok) return;
  const description = ((await response.json()) as { chart: Description }).chart;
  const picture = [...host.querySelectorAll<SVGElement>('svg.drawing')].find((svg) => svg.getClientRects().length > 0);
  if (!picture) return;
  const phone = picture.classList.contains('phone');
  await document.fonts.load(fontOf(400));
  await document.fonts.load(fontOf(600));
  const frame = browserFrame(phone);
  const theme = browserTheme(picture);
  const drawing = draw(description, frame, theme);
  const charts = layPanels(host, picture, drawing);
  showTips(host, charts, tipsOf(description, phone), (tip) => placeOf(charts, drawing, tip));
}

function browserFrame(phone: boolean): Frame {
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

/** Colours as the page has them now, light or dark. */
function browserTheme(element: Element): Theme {
  const style = getComputedStyle(element);
  return { colour: (token: Token) => (token === 'transparent' ? token : style.getPropertyValue(`--${token}`).trim()) };
}

function layPanels(host: HTMLElement, picture: SVGElement, drawing: Drawing): Chart[] {
  const layer = document.createElement('div');
  layer.className = 'living';
  layer.setAttribute('aria-hidden', 'true');
  const scale = picture.clientWidth / drawing.width;
  const charts = drawing.panels.map(({ x, y, width, height, config }) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [width, height];
    layer.append(canvas);
    const chart = new Chart(canvas, {
      ...config,
      options: { ...config.options, devicePixelRatio: scale * window.devicePixelRatio, events: [] },
    });
    Object.assign(canvas.style, {
      left: `${x * scale}px`,
      top: `${y * scale}px`,
      width: `${width * scale}px`,
      height: `${height * scale}px`,
    });
    return chart;
  });
  host.append(layer);
  picture.style.visibility = 'hidden';
  return charts;
}

/** Where a point stands in the page, from the left and top of its drawing. */
function placeOf(charts: readonly Chart[], drawing: Drawing, tip: Tip): { x: number; y: number; width: number } {
  const chart = charts[tip.panel];
  const panel = drawing.panels[tip.panel];
  if (!chart || !panel) return { x: 0, y: 0, width: 0 };
  const horizontal = chart.options.indexAxis === 'y';
  const along = (horizontal ? chart.scales.y : chart.scales.x)?.getPixelForValue(tip.index) ?? 0;
  const point = horizontal ? { x: chart.chartArea.left, y: along } : { x: along, y: chart.chartArea.top };
  const scale = chart.canvas.clientWidth / panel.width;
  return { x: (point.x + panel.x) * scale, y: (point.y + panel.y) * scale, width: chart.canvas.clientWidth };
}
