import type { Chart as Description } from './chart.ts';
import { draw } from './draw.ts';
import { DESK_WIDTH, type Drawing, type Frame, PHONE_WIDTH } from './drawing.ts';
import type { MeasureText } from './measure.ts';
import { Chart } from './register.ts';
import { SvgContext } from './svg/context.ts';
import { round } from './svg/text.ts';
import { TEXT_SIZE, type Theme } from './theme.ts';

const cssTheme: Theme = {
  colour(token) {
    if (token === 'transparent') return token;
    return token === 'halo' ? 'var(--halo,#0000)' : `var(--${token})`;
  },
};

export const frameFor = (phone: boolean, measure: MeasureText): Frame => ({
  width: phone ? PHONE_WIDTH : DESK_WIDTH,
  phone,
  measure,
});

/** A chart as the content of an `<svg>`: its size, and its markup. Colours are CSS variables. */
export interface Rendering {
  readonly width: number;
  readonly height: number;
  readonly markup: string;
}

/** Draws a chart without a browser: Chart.js computes, our context writes SVG. */
export function renderChart(chart: Description, phone: boolean, measure: MeasureText): Rendering {
  const drawing = draw(chart, frameFor(phone, measure), cssTheme);
  return { width: drawing.width, height: drawing.height, markup: renderPanels(drawing, measure) };
}

function renderPanels(drawing: Drawing, measure: MeasureText): string {
  return drawing.panels
    .map((panel) => {
      const context = new SvgContext((text, font) =>
        measure(text, font.startsWith('600') ? 600 : 400, Number(/([\d.]+)px/.exec(font)?.[1] ?? TEXT_SIZE)),
      );
      const canvas = { width: panel.width, height: panel.height, getContext: () => context };
      context.canvas = canvas;
      const chart = new Chart(canvas as unknown as HTMLCanvasElement, panel.config);
      const markup = context.toMarkup();
      chart.destroy();
      return panel.x === 0 && panel.y === 0
        ? markup
        : `<g transform="translate(${round(panel.x)} ${round(panel.y)})">${markup}</g>`;
    })
    .join('');
}

/** A whole `<svg>` element around a rendering. */
export function svgElement({ width, height, markup }: Rendering, attributes: string): string {
  return `<svg viewBox="0 0 ${round(width)} ${round(height)}" ${attributes}>${markup}</svg>`;
}
