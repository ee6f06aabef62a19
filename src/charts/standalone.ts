import { splitOrdinals } from '../french/ordinals.ts';
import type { Chart } from './chart.ts';
import { wrap } from './labels.ts';
import type { MeasureText } from './measure.ts';
import { renderChart } from './render.ts';
import { escapeXml, round } from './svg/text.ts';
import { RAISED } from './theme.ts';

/** What a drawing needs when it leaves its page. */
export interface Surroundings {
  /** `null` for a drawing that no chapter has given one: its subtitle takes that place. */
  readonly title: string | null;
  /** Colours of the page, by the name of their CSS variable. */
  readonly colours: ReadonlyMap<string, string>;
  /** Where it comes from, and of when: « Bilan 2024, plan… Données arrêtées au… ». */
  readonly credit: string;
}

const MARGIN = 20;
const FONT = '"Bilan Sans","Archivo Narrow","Arial Narrow",Arial,sans-serif';
const SIZES = { title: 20, subtitle: 14, foot: 12 } as const;

/** A drawing that stands alone: its colours, title, measure, source and marks inside. */
export function standaloneSvg(chart: Chart, { title, colours, credit }: Surroundings, measure: MeasureText): string {
  const drawing = renderChart(chart, false, measure);
  const width = drawing.width + 2 * MARGIN;
  const lines = (text: string, weight: 400 | 600, size: number): string[] =>
    wrap(text, drawing.width, (words) => measure(words, weight, size));
  const titles = lines(title ?? chart.subtitle, 600, SIZES.title);
  const subtitles = title === null ? [] : lines(chart.subtitle, 400, SIZES.subtitle);
  const feet = [`Champ\u00A0: ${goOn(chart.scope)}`, `Source\u00A0: ${goOn(chart.source)}`, chart.note, credit]
    .filter(Boolean)
    .flatMap((text) => lines(text, 400, SIZES.foot));
  const head = MARGIN + titles.length * 25 + subtitles.length * 19 + 10;
  const foot = head + drawing.height + 22;
  const height = foot + feet.length * 16 + MARGIN - 12;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escapeXml(title ?? chart.subtitle)}</title><desc>${escapeXml(chart.alternative)}</desc>`,
    `<style>:root{${usedColours(drawing.markup, colours)}}svg{font:13.5px ${FONT};fill:var(--ink)}</style>`,
    `<rect width="${width}" height="${height}" fill="var(--paper)"/>`,
    ...titles.map((text, index) => line(text, MARGIN + 16 + index * 25, SIZES.title, 'font-weight="600"')),
    ...subtitles.map((text, index) =>
      line(text, MARGIN + titles.length * 25 + 12 + index * 19, SIZES.subtitle, 'fill="var(--ink-2)"'),
    ),
    `<g transform="translate(${MARGIN} ${head})">${drawing.markup}</g>`,
    ...feet.map((text, index) => line(text, foot + index * 16, SIZES.foot, 'fill="var(--ink-2)"')),
    '</svg>\n',
  ].join('');
}

/** Goes on after a colon. */
const goOn = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Only the colours that the drawing and the words around it have. */
const usedColours = (markup: string, colours: ReadonlyMap<string, string>): string =>
  [...colours]
    .filter(([name]) => AROUND.includes(name) || markup.includes(`var(--${name})`))
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');

const AROUND = ['paper', 'ink', 'ink-2'];

const line = (text: string, y: number, size: number, look: string): string =>
  `<text x="${MARGIN}" y="${y}" font-size="${size}" ${look}>${raise(text, size)}</text>`;

/** The text with the letters of its ordinals raised: one text still for who copies it. */
function raise(text: string, size: number): string {
  const rise = round(size * RAISED.rise);
  return splitOrdinals(text)
    .map((one, index) => {
      if (one.raised) return `<tspan dy="-${rise}" font-size="${round(size * RAISED.size)}">${one.text}</tspan>`;
      return index === 0 ? escapeXml(one.text) : `<tspan dy="${rise}">${escapeXml(one.text)}</tspan>`;
    })
    .join('');
}
