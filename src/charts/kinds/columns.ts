import type { Chart as ChartJs } from 'chart.js';
import { gridAxis, silentAxis } from '../axes.ts';
import type { ColumnsChart } from '../chart.ts';
import { barBox, baseOptions, type Drawing, drawAfter, drawMark, type Frame, highest, markHeight } from '../drawing.ts';
import { wrap } from '../labels.ts';
import type { Pen } from '../pen.ts';
import { wordsOf } from '../points.ts';
import type { Theme } from '../theme.ts';
import { breakRoom, writeBreak } from './break.ts';
import { writeScale } from './months.ts';
import { breakPlace } from './timeline.ts';

const LEFT = 46;
const RIGHT = 2;
const DETAIL_LINE = 17;

/** Room a category has on the axis. */
const columnRoom = (chart: ColumnsChart, frame: Frame): number =>
  (frame.width - LEFT - RIGHT) / chart.categories.length - 6;

/** What was published of a category, under its name: over a narrow column the word has no room. */
const publishedAt = (chart: ColumnsChart, index: number): string[] =>
  chart.series.flatMap(({ marks }) => (marks[index]?.origin === 'publie' ? [wordsOf(marks[index])] : []));

/** Columns side by side or stacked, with their values written on them and the series named once. */
export function drawColumns(chart: ColumnsChart, frame: Frame, theme: Theme): Drawing {
  const height = frame.phone ? 310 : 320;
  const details = chart.categories.map(({ detail }, index) =>
    [detail, ...publishedAt(chart, index)].flatMap((text) => wrap(text, columnRoom(chart, frame), frame.measure)),
  );
  const lines = Math.max(...details.map(({ length }) => length));
  const hasKey = chart.series.length > 1;
  const padding = {
    top: markHeight(chart.mark) + (hasKey ? 44 : 22) + breakRoom(chart.breaks),
    right: RIGHT,
    bottom: 26 + lines * DETAIL_LINE,
    left: LEFT,
  };
  const stack = chart.stacked ? { stacked: true } : {};
  const top = Math.max(...chart.categories.map((_, index) => tallest(chart, index)));
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
            labels: chart.categories.map((category) => category.label),
            datasets: chart.series.map((series) => ({
              data: series.marks.map((mark) => mark?.value ?? null),
              backgroundColor: chart.categories.map((category) =>
                category.incomplete ? 'transparent' : theme.colour(series.colour),
              ),
              borderColor: theme.colour(chart.stacked ? 'ink-3' : series.colour),
              borderWidth: chart.categories.map((category) => (chart.stacked ? 0.75 : category.incomplete ? 1 : 0)),
              borderSkipped: false,
              barPercentage: chart.stacked ? 0.62 : 0.92,
              categoryPercentage: chart.stacked ? 1 : 0.74,
            })),
          },
          options: {
            ...baseOptions(padding),
            scales: { x: { ...silentAxis, ...stack }, y: { ...gridAxis(top), ...stack } },
          },
          plugins: [
            drawAfter(theme, (pen, drawn) => {
              drawMark(pen, chart.mark, frame.width);
              hatchIncomplete(pen, drawn, chart);
              if (hasKey) writeKey(pen, chart, frame, markHeight(chart.mark) + 14);
              writeScale(pen, drawn);
              writeCategories(pen, drawn, chart, details);
              writeValues(pen, drawn, chart, frame);
              for (const { before, label } of chart.breaks) writeBreak(pen, drawn, breakPlace(drawn, before), label);
            }),
          ],
        },
      },
    ],
  };
}

/** Height of a category's highest column, or of its stack. */
function tallest(chart: ColumnsChart, index: number): number {
  const marks = chart.series.map((series) => series.marks[index] ?? null);
  return chart.stacked ? marks.reduce((sum, mark) => sum + (mark?.value ?? 0), 0) : highest(marks);
}

function hatchIncomplete(pen: Pen, drawn: ChartJs, chart: ColumnsChart): void {
  chart.series.forEach((series, rank) => {
    chart.categories.forEach((category, index) => {
      if (!category.incomplete || !series.marks[index]?.value) return;
      const { x, y, width, height } = barBox(drawn, rank, index);
      pen.hatch(x, y, width, height, series.colour);
    });
  });
}

function writeKey(pen: Pen, chart: ColumnsChart, frame: Frame, y: number): void {
  let x = 0;
  for (const { label, colour } of chart.series) {
    pen.swatch(x, y, colour);
    pen.text(label, x + 18, y);
    x += frame.measure(label) + 38;
  }
}

function writeCategories(
  pen: Pen,
  chart: ChartJs,
  { categories }: ColumnsChart,
  details: readonly (readonly string[])[],
): void {
  const { left, right, bottom } = chart.chartArea;
  pen.line(
    [
      [left, bottom + 0.5],
      [right, bottom + 0.5],
    ],
    'ink',
  );
  categories.forEach((category, index) => {
    const x = chart.scales.x?.getPixelForValue(index) ?? 0;
    pen.text(category.label, x, bottom + 18, { align: 'center', weight: 600 });
    details[index]?.forEach((line, rank) => {
      pen.text(line, x, bottom + 35 + rank * DETAIL_LINE, { align: 'center', colour: 'ink-2' });
    });
  });
}

/** Beside a column its value stands on top; in a stack, inside, where it has room and contrast. */
function writeValues(pen: Pen, drawn: ChartJs, chart: ColumnsChart, frame: Frame): void {
  chart.series.forEach((series, rank) => {
    drawn.getDatasetMeta(rank).data.forEach((bar, index) => {
      const mark = series.marks[index];
      if (!mark) return;
      const { x, y, base } = bar.getProps(['x', 'y', 'base'], true) as { x: number; y: number; base: number };
      if (!chart.stacked) {
        const size = frame.phone ? 12.5 : 13.5;
        pen.text(mark.text, x, (mark.value === null ? drawn.chartArea.bottom : y) - 6, {
          align: 'center',
          weight: 600,
          size,
        });
      } else if (mark.value === null) {
        // Nothing of it can be stacked: its sign stands over the rest, a second one over the first.
        const top = Math.min(...chart.series.map((_, other) => barBox(drawn, other, index).y).filter(Number.isFinite));
        pen.give(mark.text, x, top - 6, { align: 'center', weight: 600 });
      } else if (base - y >= 16) {
        const hatched = chart.categories[index]?.incomplete ?? false;
        const middle = (y + base) / 2 + 4.5;
        if (hatched) pen.plate(mark.text, x, middle, { align: 'center', weight: 600 });
        else
          pen.text(mark.text, x, middle, {
            align: 'center',
            weight: 600,
            colour: rank === 0 ? 'paper' : 'ink',
          });
      }
    });
  });
}
