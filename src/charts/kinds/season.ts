import type { Chart as ChartJs } from 'chart.js';
import { monthInitial, monthShort } from '../../french/date.ts';
import { gridAxis, silentAxis } from '../axes.ts';
import type { SeasonChart } from '../chart.ts';
import { baseOptions, type Drawing, drawAfter, drawMark, type Frame, highest, markHeight } from '../drawing.ts';
import { spreadWithin } from '../labels.ts';
import type { Pen } from '../pen.ts';
import type { Theme } from '../theme.ts';
import { breakRoom, writeBreak } from './break.ts';
import { writeScale } from './months.ts';
import {
  breakPlace,
  breaksOf,
  endOf,
  lineDataset,
  NAME_LINE,
  placeOf,
  writeBaseLine,
  writeEndDot,
  writeLonely,
  writePeak,
  writeSigns,
} from './timeline.ts';

type Line = SeasonChart['lines'][number];

const DECEMBER = 11;

/** One line a year over the twelve months; the year of the edition is the strong one, provisional months are dashed. */
export function drawSeason(chart: SeasonChart, frame: Frame, theme: Theme): Drawing {
  const height = frame.phone ? 280 : 300;
  const labelRoom = Math.max(...chart.lines.map((line) => frame.measure(line.label, 600))) + 12;
  const padding = {
    top: markHeight(chart.mark) + 20 + breakRoom(chart.breaks),
    right: labelRoom,
    bottom: 28,
    left: 40,
  };
  return {
    width: frame.width,
    height,
    panels: [
      {
        x: 0,
        y: 0,
        width: frame.width,
        height,
        config: {
          type: 'line',
          data: {
            labels: Array.from({ length: 12 }, (_, index) => monthShort(index + 1)),
            datasets: chart.lines.map((line, rank) => lineDataset(line, theme, breaksOf(chart.breaks, rank))),
          },
          options: {
            ...baseOptions(padding),
            scales: { x: silentAxis, y: gridAxis(highest(chart.lines.flatMap(({ marks }) => marks))) },
          },
          plugins: [
            drawAfter(theme, (pen, drawn) => {
              drawMark(pen, chart.mark, frame.width);
              writeScale(pen, drawn);
              writeMonthAxis(pen, drawn, frame);
              for (const line of chart.lines) {
                writeLonely(pen, drawn, line);
                writeEndDot(pen, drawn, line);
              }
              nameWhole(pen, drawn, chart.lines.filter(isWhole));
              for (const line of chart.lines) if (!isWhole(line)) nameUnfinished(pen, drawn, line, chart.lines);
              for (const line of chart.lines) if (line.emphasis) writePeak(pen, drawn, line);
              for (const { series, before, label } of chart.breaks)
                writeBreak(pen, drawn, breakPlace(drawn, before), `${chart.lines[series]?.label}\u00A0: ${label}`);
              writeSigns(pen, drawn, chart.lines);
            }),
          ],
        },
      },
    ],
  };
}

function writeMonthAxis(pen: Pen, drawn: ChartJs, frame: Frame): void {
  writeBaseLine(pen, drawn);
  for (let month = 0; month < 12; month++) {
    const name = frame.phone ? monthInitial(month + 1) : monthShort(month + 1);
    pen.text(name, placeOf(drawn, month, 0).x, drawn.chartArea.bottom + 18, { align: 'center', colour: 'ink-2' });
  }
}

/** A year whose twelve months are over, known or withheld. */
const isWhole = ({ marks }: Line): boolean => marks[DECEMBER] != null;

/** Names of whole years at the right edge, moved apart where their lines meet. */
function nameWhole(pen: Pen, drawn: ChartJs, lines: readonly Line[]): void {
  const { top, bottom, right } = drawn.chartArea;
  const heights = spreadWithin(
    lines.map((line) => placeOf(drawn, 0, line.marks[endOf(line)]?.value).y),
    NAME_LINE,
    top,
    bottom - 8,
  );
  lines.forEach(({ label, emphasis }, index) => {
    pen.text(label, right + 9, (heights[index] ?? bottom) + 4.5, { weight: emphasis ? 600 : 400 });
  });
}

/** A line that stops within the year crosses others where it stops: its name stands at its start when that is on top. */
function nameUnfinished(pen: Pen, drawn: ChartJs, line: Line, lines: readonly Line[]): void {
  const first = line.marks[0]?.value ?? 0;
  const onTop = lines.every((other) => (other.marks[0]?.value ?? 0) <= first);
  const colour = line.colour === 'minium' ? 'accent' : 'ink';
  const start = placeOf(drawn, 0, first);
  if (onTop && first > 0) pen.give(line.label, start.x + 4, start.y - 9, { colour });
  else {
    const end = placeOf(drawn, endOf(line), line.marks[endOf(line)]?.value);
    const x = end.x + 9;
    pen.plate(line.label, x, pen.rise(line.label, x, end.y + 4.5), { colour });
  }
}
