import type { ChartConfiguration, Chart as ChartJs } from 'chart.js';
import { monthInitial } from '../../french/date.ts';
import { gridAxis, silentAxis } from '../axes.ts';
import type { MultiplesChart } from '../chart.ts';
import {
  baseOptions,
  type Drawing,
  drawAfter,
  drawMark,
  type Frame,
  highest,
  markHeight,
  type Panel,
} from '../drawing.ts';
import type { Pen } from '../pen.ts';
import type { Theme } from '../theme.ts';
import { markBreak } from './break.ts';
import { writeScale } from './months.ts';
import {
  breakPlace,
  breaksOf,
  lineDataset,
  type TimeLine,
  writeBaseLine,
  writeLonely,
  writePeak,
  writeSigns,
} from './timeline.ts';

type Place = MultiplesChart['places'][number];

const GUTTER = 20;
const HEIGHT = 164;
const SCALE_ROOM = 30;

/** The same small drawing for each place, on one common scale: years of one place are compared, and places by eye. */
export function drawMultiples(chart: MultiplesChart, frame: Frame, theme: Theme): Drawing {
  const columns = frame.phone ? 2 : 3;
  const width = (frame.width - (columns - 1) * GUTTER) / columns;
  const most = highest(chart.places.flatMap(({ before, after }) => [...before, ...after]));
  const head = markHeight(chart.mark) + 26;
  const panels = chart.places.map(
    (place, index): Panel => ({
      x: (index % columns) * (width + GUTTER),
      y: head + Math.floor(index / columns) * (HEIGHT + 10),
      width,
      height: HEIGHT,
      config: placeConfig(place, chart.breaks, most, theme, frame, width),
    }),
  );
  const rows = Math.ceil(chart.places.length / columns);
  return {
    width: frame.width,
    height: head + rows * (HEIGHT + 10),
    panels: [{ x: 0, y: 0, width: frame.width, height: head, config: headConfig(chart, theme, frame) }, ...panels],
  };
}

/** The demonstration mark and the key, above all places. */
function headConfig(chart: MultiplesChart, theme: Theme, frame: Frame): ChartConfiguration {
  return {
    type: 'line',
    data: { labels: [], datasets: [] },
    options: { ...baseOptions({ top: 0, right: 0, bottom: 0, left: 0 }), scales: { x: silentAxis, y: silentAxis } },
    plugins: [
      drawAfter(theme, (pen) => {
        drawMark(pen, chart.mark, frame.width);
        writeKey(pen, chart, frame, markHeight(chart.mark) + 10);
      }),
    ],
  };
}

function writeKey(pen: Pen, chart: MultiplesChart, frame: Frame, y: number): void {
  let x = 0;
  for (const [label, weight, width] of [
    [chart.after, 600, 3],
    [chart.before, 400, 1.75],
  ] as const) {
    pen.line(
      [
        [x, y - 4.5],
        [x + 22, y - 4.5],
      ],
      weight === 600 ? 'ink' : 'rule',
      width,
    );
    pen.text(label, x + 28, y, { weight });
    x += frame.measure(label, weight) + 48;
  }
}

/** The year of the edition over the year before. */
const linesOf = ({ after, before, colour }: Place): readonly [TimeLine, TimeLine] => [
  { marks: after, colour, emphasis: true },
  { marks: before, colour: 'rule', emphasis: false },
];

function placeConfig(
  place: Place,
  breaks: MultiplesChart['breaks'],
  most: number,
  theme: Theme,
  frame: Frame,
  width: number,
): ChartConfiguration {
  const lines = linesOf(place);
  return {
    type: 'line',
    data: {
      labels: Array.from({ length: 12 }, (_, index) => monthInitial(index + 1)),
      datasets: lines.map((line, rank) => lineDataset(line, theme, breaksOf(breaks, rank))),
    },
    options: {
      ...baseOptions({ top: 54, right: 8, bottom: 22, left: SCALE_ROOM }),
      scales: { x: silentAxis, y: gridAxis(most, 2) },
    },
    plugins: [
      drawAfter(theme, (pen, drawn) => {
        writeTitle(pen, place, frame, width);
        writeScale(pen, drawn);
        writeAxis(pen, drawn);
        for (const line of lines) writeLonely(pen, drawn, line);
        writePeak(pen, drawn, lines[0], 3.5);
        for (const { before } of breaks)
          markBreak(pen, breakPlace(drawn, before), drawn.chartArea.top, drawn.chartArea.bottom);
        writeSigns(pen, drawn, lines);
      }),
    ],
  };
}

function writeTitle(pen: Pen, { label, total, hollow, colour }: Place, frame: Frame, width: number): void {
  pen.line(
    [
      [0, 6],
      [width, 6],
    ],
    colour,
    2.5,
    hollow ? [5, 4] : [],
  );
  pen.text(label, 0, 24, { weight: 600 });
  if (frame.measure(label, 600) + frame.measure(total) + 10 < width)
    pen.text(total, width, 24, { align: 'right', colour: 'ink-2' });
}

function writeAxis(pen: Pen, drawn: ChartJs): void {
  writeBaseLine(pen, drawn);
  for (const month of [0, 3, 6, 9])
    pen.text(monthInitial(month + 1), drawn.scales.x?.getPixelForValue(month) ?? 0, drawn.chartArea.bottom + 16, {
      align: 'center',
      colour: 'ink-2',
    });
}
