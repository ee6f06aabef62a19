import type { Chart as ChartJs } from 'chart.js';
import { formatInteger } from '../../french/number.ts';
import { measuredAxis, niceStep, silentAxis } from '../axes.ts';
import type { DumbbellChart, Mark } from '../chart.ts';
import { baseOptions, type Drawing, drawAfter, drawMark, type Frame, markHeight } from '../drawing.ts';
import type { Pen } from '../pen.ts';
import { wordsOf } from '../points.ts';
import type { Theme } from '../theme.ts';

const DESK_ROW = 34;
const PHONE_ROW = 50;

/** Two dates joined: a hollow dot for the first, a full one for the second. The axis need not start at zero, and says so. */
export function drawDumbbell(chart: DumbbellChart, frame: Frame, theme: Theme): Drawing {
  const row = frame.phone ? PHONE_ROW : DESK_ROW;
  const top = markHeight(chart.mark) + 22;
  const height = top + chart.rows.length * row + 26;
  const ends = endRoom(chart, frame);
  const names = frame.phone ? ends - 14 : Math.max(...chart.rows.map((item) => frame.measure(item.label))) + ends + 2;
  const values = chart.rows.flatMap((item) => [item.from.value, item.to.value]).filter((value) => value !== null);
  const [least, most] = values.length > 0 ? [Math.min(...values), Math.max(...values)] : [0, 1];
  const margin = (most - least) * 0.12 || 0.01;
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
          type: 'bar',
          data: {
            labels: chart.rows.map((item) => item.label),
            datasets: [
              {
                data: chart.rows.map((item) =>
                  item.from.value === null || item.to.value === null
                    ? null
                    : ([item.from.value, item.to.value] as [number, number]),
                ),
                backgroundColor: 'transparent',
                borderWidth: 0,
              },
            ],
          },
          options: {
            ...baseOptions({ top, right: ends + 4, bottom: 26, left: names }),
            indexAxis: 'y',
            scales: {
              x: measuredAxis(least - margin, most + margin, niceStep(most - least + 2 * margin, 3)),
              y: silentAxis,
            },
          },
          plugins: [
            drawAfter(theme, (pen, drawn) => {
              drawMark(pen, chart.mark, frame.width);
              writeAxis(pen, drawn, chart);
              chart.rows.forEach((item, index) => {
                writeRow(pen, drawn, chart, item, index, frame);
              });
              writeDates(pen, drawn, chart, top - 8);
            }),
          ],
        },
      },
    ],
  };
}

function writeAxis(pen: Pen, drawn: ChartJs, chart: DumbbellChart): void {
  const { x } = drawn.scales;
  for (const tick of x?.ticks ?? []) {
    const text =
      chart.unit === 'percent' ? `${Math.round(tick.value * 1000) / 10}`.replace('.', ',') : formatInteger(tick.value);
    pen.text(
      chart.unit === 'percent' ? `${text}\u202F%` : text,
      x?.getPixelForValue(tick.value) ?? 0,
      drawn.chartArea.bottom + 18,
      { align: 'center', colour: 'ink-2' },
    );
  }
}

/** The words at one end of a row; the date of an end that is withheld, for no dot says where it stands. */
function endText(mark: Mark, date: string): string {
  return mark.value === null ? `${date}\u00A0: ${mark.text}` : wordsOf(mark).replace(/[\s\u202F]?%/, '');
}

/** Room that the words at the ends of the rows take beside the outermost dots. */
function endRoom({ rows, before, after }: DumbbellChart, frame: Frame): number {
  const ends = rows.flatMap(({ from, to }) => [[from, before] as const, [to, after] as const]);
  const published = ends.filter(([mark]) => mark.origin === 'publie');
  return Math.max(48, ...published.map(([mark, date]) => frame.measure(endText(mark, date), 600) + 14));
}

/** Both ends where both are known; the known one alone, with the sign of the other beside it; words where neither is. */
function writeRow(
  pen: Pen,
  drawn: ChartJs,
  chart: DumbbellChart,
  item: DumbbellChart['rows'][number],
  index: number,
  frame: Frame,
): void {
  const { x, y } = drawn.scales;
  const middle = (y?.getPixelForValue(index) ?? 0) + (frame.phone ? 8 : 0);
  if (frame.phone) pen.text(item.label, 0, middle - 14);
  else pen.text(item.label, 0, middle + 4.5);
  const [from, to] = [item.from.value, item.to.value].map((value) =>
    value === null ? null : (x?.getPixelForValue(value) ?? 0),
  );
  const [start, end] = [from ?? to, to ?? from];
  if (start == null || end == null) {
    pen.text(`${item.from.text} puis ${item.to.text}`, drawn.chartArea.left + 6, middle + 4.5, { colour: 'ink-2' });
    return;
  }
  pen.line(
    [
      [start, middle],
      [end, middle],
    ],
    item.colour,
    3,
    item.hollow ? [4, 3] : [],
  );
  const forward = end >= start;
  if (from != null) pen.dot(from, middle, 4.5, { fill: 'paper', stroke: item.colour, width: 2.5 });
  pen.plate(endText(item.from, chart.before), start + (forward ? -10 : 10), middle + 4.5, {
    align: forward ? 'right' : 'left',
    colour: 'ink-2',
  });
  if (to != null) pen.dot(to, middle, 5, { fill: item.colour, stroke: item.colour, width: 1 });
  pen.plate(endText(item.to, chart.after), end + (forward ? 11 : -11), middle + 4.5, {
    align: forward ? 'left' : 'right',
    ...(to == null ? { colour: 'ink-2' } : { weight: 600 }),
  });
}

function writeDates(pen: Pen, drawn: ChartJs, chart: DumbbellChart, y: number): void {
  const first = chart.rows.find((row) => row.from.value !== null && row.to.value !== null);
  if (!first) return;
  const { x } = drawn.scales;
  const [from, to] = [x?.getPixelForValue(first.from.value ?? 0) ?? 0, x?.getPixelForValue(first.to.value ?? 0) ?? 0];
  const apart = Math.abs(to - from) >= 44;
  pen.text(chart.before, apart ? from : Math.min(from, to) - 4, y, {
    align: apart ? 'center' : 'right',
    colour: 'ink-2',
  });
  pen.text(chart.after, apart ? to : Math.max(from, to) + 4, y, {
    align: apart ? 'center' : 'left',
    weight: 600,
  });
}
