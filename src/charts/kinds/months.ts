import type { ChartConfiguration, Chart as ChartJs } from 'chart.js';
import { monthInitial } from '../../french/date.ts';
import { formatInteger } from '../../french/number.ts';
import { gridAxis, silentAxis } from '../axes.ts';
import type { Mark, MonthsChart } from '../chart.ts';
import {
  barBox,
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
import { isProvisional } from '../points.ts';
import type { Theme } from '../theme.ts';
import { breakRoom, writeBreak } from './break.ts';

type Block = MonthsChart['blocks'][number];

const LABEL_ROOM = 18;
const AXIS_ROOM = 44;
/** Empty columns between two years. */
const GAP = 1;

/** Desk: years side by side on one axis. Phone: one strip a year, months aligned. */
export function drawMonths(chart: MonthsChart, frame: Frame, theme: Theme): Drawing {
  return frame.phone ? drawStrips(chart, frame, theme) : drawRow(chart, frame, theme);
}

function drawRow(chart: MonthsChart, frame: Frame, theme: Theme): Drawing {
  const height = 300;
  const columns = chart.blocks.flatMap((block, index): (Column | null)[] => [
    ...(index > 0 ? Array.from({ length: GAP }, () => null) : []),
    ...block.months.map((mark) => ({ block, mark })),
  ]);
  const padding = {
    top: markHeight(chart.mark) + LABEL_ROOM + breakRoom(chart.breaks),
    right: 2,
    bottom: AXIS_ROOM,
    left: 40,
  };
  const most = highest(chart.blocks.flatMap((block) => block.months));
  const config = columnsConfig(columns, theme, padding, gridAxis(most), (pen, drawn) => {
    drawMark(pen, chart.mark, frame.width);
    writeScale(pen, drawn);
    chart.blocks.forEach((block, index) => {
      writeBlock(pen, drawn, block, index * (12 + GAP));
    });
    for (const { series, before, label } of chart.breaks)
      writeBreak(pen, drawn, edge(drawn, series * (12 + GAP) + before, -0.5), label);
  });
  return { width: frame.width, height, panels: [{ x: 0, y: 0, width: frame.width, height, config }] };
}

function drawStrips(chart: MonthsChart, frame: Frame, theme: Theme): Drawing {
  const most = highest(chart.blocks.flatMap((block) => block.months));
  let y = 0;
  const panels = chart.blocks.map((block, index): Panel => {
    const top = index === 0 ? markHeight(chart.mark) : 6;
    const breaks = chart.breaks.filter(({ series }) => series === index);
    const height = top + 132 + breakRoom(breaks);
    const columns = block.months.map((mark) => ({ block, mark }));
    const padding = { top: top + LABEL_ROOM + 18 + breakRoom(breaks), right: 2, bottom: 22, left: 32 };
    const config = columnsConfig(columns, theme, padding, gridAxis(most), (pen, drawn) => {
      if (index === 0) drawMark(pen, chart.mark, frame.width);
      writeScale(pen, drawn);
      writeMonths(pen, drawn, block, 0);
      writeTitle(pen, block, 0, top + 14);
      for (const { before, label } of breaks) writeBreak(pen, drawn, edge(drawn, before, -0.5), label);
    });
    const panel = { x: 0, y, width: frame.width, height, config };
    y += height;
    return panel;
  });
  return { width: frame.width, height: y, panels };
}

interface Column {
  readonly block: Block;
  readonly mark: Mark | null;
}

function columnsConfig(
  columns: readonly (Column | null)[],
  theme: Theme,
  padding: { top: number; right: number; bottom: number; left: number },
  axis: ReturnType<typeof gridAxis>,
  draw: (pen: Pen, chart: ChartJs) => void,
): ChartConfiguration {
  return {
    type: 'bar',
    data: {
      labels: columns.map((_, index) => String(index)),
      datasets: [
        {
          data: columns.map((column) => column?.mark?.value ?? null),
          backgroundColor: columns.map((column) =>
            column && !column.block.incomplete ? theme.colour(column.block.colour) : 'transparent',
          ),
          borderColor: columns.map((column) => (column ? theme.colour(column.block.colour) : 'transparent')),
          borderWidth: columns.map((column) => (column?.block.incomplete ? 1 : 0)),
          borderSkipped: false,
          barPercentage: 1,
          categoryPercentage: 0.82,
        },
      ],
    },
    options: {
      ...baseOptions(padding),
      scales: { x: silentAxis, y: axis },
    },
    plugins: [
      drawAfter(theme, (pen, chart) => {
        hatchIncomplete(pen, chart, columns);
        draw(pen, chart);
      }),
    ],
  };
}

function hatchIncomplete(pen: Pen, chart: ChartJs, columns: readonly (Column | null)[]): void {
  columns.forEach((column, index) => {
    if (!column?.block.incomplete || !column.mark?.value) return;
    const { x, y, width, height } = barBox(chart, 0, index);
    pen.hatch(x, y, width, height, column.block.colour);
  });
}

/** Values of the measured axis, but zero: the base line says it. */
export function writeScale(pen: Pen, chart: ChartJs): void {
  const { y } = chart.scales;
  for (const tick of y?.ticks ?? []) {
    if (tick.value !== 0)
      pen.text(formatInteger(tick.value), chart.chartArea.left - 8, (y?.getPixelForValue(tick.value) ?? 0) + 4.5, {
        align: 'right',
        colour: 'ink-2',
      });
  }
}

function writeBlock(pen: Pen, chart: ChartJs, block: Block, first: number): void {
  writeMonths(pen, chart, block, first);
  const left = edge(chart, first, -0.5);
  writeTitle(pen, block, left, chart.chartArea.bottom + 38);
}

function writeTitle(pen: Pen, block: Block, x: number, y: number): void {
  pen.text(block.label, x, y, { weight: 600 });
  pen.text(block.total, x + 40, y);
}

const edge = (chart: ChartJs, column: number, offset: number): number => {
  const { x } = chart.scales;
  const step = (x?.getPixelForValue(1) ?? 0) - (x?.getPixelForValue(0) ?? 0);
  return (x?.getPixelForValue(column) ?? 0) + step * offset;
};

/** Base line, initials, the highest month, `p` over provisional months, and the months still to come. */
function writeMonths(pen: Pen, chart: ChartJs, block: Block, first: number): void {
  const { bottom } = chart.chartArea;
  const middle = (month: number): number => edge(chart, first + month, 0);
  const top = (mark: Mark): number => chart.scales.y?.getPixelForValue(mark.value ?? 0) ?? bottom;
  const known = block.months.filter((mark) => mark !== null).length;
  pen.line(
    [
      [edge(chart, first, -0.5), bottom + 0.5],
      [edge(chart, first + known - 1, 0.5), bottom + 0.5],
    ],
    'ink',
  );
  if (known < 12) writeComing(pen, edge(chart, first + known, -0.5), edge(chart, first + 11, 0.5), bottom);
  const most = highest(block.months);
  block.months.forEach((mark, month) => {
    if (month % 3 === 0)
      pen.text(monthInitial(month + 1), middle(month), bottom + 16, { align: 'center', colour: 'ink-2' });
    if (!mark) return;
    if (mark.value === null) pen.text(mark.text, middle(month), bottom - 5, { align: 'center' });
    else if (mark.value === most) pen.text(mark.text, middle(month), top(mark) - 6, { align: 'center', weight: 600 });
    else if (isProvisional(mark)) pen.text('p', middle(month), top(mark) - 5, { align: 'center', colour: 'ink-2' });
  });
}

function writeComing(pen: Pen, from: number, to: number, base: number): void {
  pen.line(
    [
      [from, base + 0.5],
      [to, base + 0.5],
    ],
    'rule',
    1,
    [2, 3],
  );
  pen.text('à venir', (from + to) / 2, base - 6, { align: 'center', colour: 'ink-2' });
}
