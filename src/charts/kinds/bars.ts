import type { Chart as ChartJs } from 'chart.js';
import { silentAxis } from '../axes.ts';
import type { BarsChart } from '../chart.ts';
import { baseOptions, type Drawing, drawAfter, drawMark, type Frame, markHeight } from '../drawing.ts';
import type { Pen } from '../pen.ts';
import { wordsOf } from '../points.ts';
import type { Theme } from '../theme.ts';

const DESK_ROW = 30;
const PHONE_ROW = 44;
const FOOT = 8;

/** Horizontal bars: the name before the bar (above it on a phone), the value at its end. */
export function drawBars(chart: BarsChart, frame: Frame, theme: Theme): Drawing {
  const row = frame.phone ? PHONE_ROW : DESK_ROW;
  const top = markHeight(chart.mark) + (chart.reference ? 22 : 4);
  const height = top + chart.bars.length * row + FOOT;
  const names = frame.phone ? 0 : Math.max(...chart.bars.map((bar) => frame.measure(bar.label))) + 12;
  const values =
    Math.max(...chart.bars.map((bar) => frame.measure(wordsOf(bar.mark), 600) + frame.measure(bar.detail))) + 20;
  const most = Math.max(...chart.bars.flatMap((bar) => [bar.mark.value ?? 0, bar.reference?.value ?? 0]));
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
            labels: chart.bars.map((bar) => bar.label),
            datasets: [
              {
                data: chart.bars.map((bar) => bar.mark.value),
                backgroundColor: chart.bars.map((bar) => theme.colour(bar.hollow ? 'paper' : bar.colour)),
                borderColor: chart.bars.map((bar) => theme.colour(bar.colour)),
                borderWidth: chart.bars.map((bar) => (bar.hollow ? 1.5 : 0)),
                borderSkipped: false,
                barThickness: 15,
              },
            ],
          },
          options: {
            ...baseOptions({ top, right: values, bottom: FOOT, left: names }),
            indexAxis: 'y',
            scales: { x: { ...silentAxis, beginAtZero: true, max: most || 1 }, y: silentAxis },
          },
          plugins: [
            drawAfter(theme, (pen, drawn) => {
              drawMark(pen, chart.mark, frame.width);
              writeReferenceKey(pen, chart, markHeight(chart.mark) + 12);
              chart.bars.forEach((bar, index) => {
                writeBar(pen, drawn, bar, index, frame);
              });
              const { left, top: up, bottom } = drawn.chartArea;
              pen.line(
                [
                  [left, up],
                  [left, bottom],
                ],
                'ink',
              );
            }),
          ],
        },
      },
    ],
  };
}

function writeReferenceKey(pen: Pen, chart: BarsChart, y: number): void {
  if (!chart.reference) return;
  pen.line(
    [
      [4, y - 11],
      [4, y + 2],
    ],
    'ink',
    2,
  );
  pen.text(chart.reference.key, 12, y, { colour: 'ink-2' });
}

function writeBar(pen: Pen, chart: ChartJs, bar: BarsChart['bars'][number], index: number, frame: Frame): void {
  const { x, y } = chart.scales;
  const middle = y?.getPixelForValue(index) ?? 0;
  const { left } = chart.chartArea;
  if (frame.phone) pen.text(bar.label, left + 4, middle - 12);
  else pen.text(bar.label, left - 12, middle + 4.5, { align: 'right' });
  const end = x?.getPixelForValue(Math.max(bar.mark.value ?? 0, bar.reference?.value ?? 0)) ?? left;
  pen.text(wordsOf(bar.mark), end + 8, middle + 4.5, { weight: 600 });
  if (bar.detail)
    pen.text(bar.detail, end + 14 + frame.measure(wordsOf(bar.mark), 600), middle + 4.5, { colour: 'ink-2' });
  if (bar.reference?.value != null) {
    const at = x?.getPixelForValue(bar.reference.value) ?? left;
    // On a phone the name stands just above the bar: the tick must not run into it.
    const reach = frame.phone ? 8 : 10;
    pen.line(
      [
        [at, middle - reach],
        [at, middle + reach],
      ],
      'ink',
      2,
    );
  }
}
