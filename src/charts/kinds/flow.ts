import type { Chart as ChartJs } from 'chart.js';
import type { FlowChart, FlowNode } from '../chart.ts';
import { baseOptions, type Drawing, drawAfter, drawMark, type Frame, markHeight, Pen, silentAxis } from '../drawing.ts';
import { spreadWithin, wrap } from '../labels.ts';
import type { Theme } from '../theme.ts';

const LINE = 16;

/** A node on the scale of entries: which column it stands in, from where to where, and where its flow comes from. */
interface Placed {
  readonly node: FlowNode;
  readonly column: 0 | 1 | 2;
  readonly from: number;
  readonly to: number;
  /** Left end of the band that leads here. */
  readonly source: number | null;
  /** First of the next group: its column leaves a gap before it. */
  readonly light: boolean;
}

/** A closed cohort from left to right: all entries, how they ended, what came next. Heights are entries. */
export function drawFlow(chart: FlowChart, frame: Frame, theme: Theme): Drawing {
  const height = frame.phone ? 430 : 380;
  const thickness = frame.phone ? 14 : 20;
  const nodes = place(chart);
  const extent = Math.max(...nodes.map(({ to }) => to), 1);
  const room = frame.phone ? 84 : 190;
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
            datasets: nodes.map(({ node, column, from, to }) => ({
              data: [{ x: column, y: [from, to] }] as never,
              backgroundColor: theme.colour(node.colour),
              borderColor: theme.colour('ink-3'),
              borderWidth: 0.75,
              borderSkipped: false,
              barThickness: thickness,
              grouped: false,
              clip: false as const,
            })),
          },
          options: {
            ...baseOptions({
              top: markHeight(chart.mark) + 28,
              right: room + thickness / 2,
              bottom: 8,
              left: thickness / 2 + 1,
            }),
            scales: {
              x: { ...silentAxis, type: 'linear', min: 0, max: 2, offset: false },
              y: { ...silentAxis, min: 0, max: extent, reverse: true },
            },
          },
          plugins: [
            {
              id: 'bands',
              beforeDatasetsDraw: (drawn) => drawBands(new Pen(drawn.ctx, theme), drawn, nodes, thickness),
            },
            drawAfter(theme, (pen, drawn) => {
              drawMark(pen, chart.mark, frame.width);
              writeStages(pen, drawn, chart, thickness, markHeight(chart.mark) + 12);
              for (const column of [0, 1, 2] as const) writeColumn(pen, drawn, nodes, column, thickness, frame);
            }),
          ],
        },
      },
    ],
  };
}

/** Lays nodes below one another, with gaps between groups; what a branch leads to stands beside it. */
function place({ start, branches }: FlowChart): Placed[] {
  const total = start.mark.value ?? 0;
  const gap = total * 0.035;
  const drop = (gap * (branches.length + 1)) / 2;
  const placed: Placed[] = [{ node: start, column: 0, from: drop, to: drop + total, source: null, light: false }];
  let [source, middle, end] = [drop, 0, 0];
  for (const branch of branches) {
    const size = branch.mark.value ?? 0;
    placed.push({ node: branch, column: 1, from: middle, to: middle + size, source, light: false });
    let inside = middle;
    for (const outcome of branch.outcomes) {
      const part = outcome.mark.value ?? 0;
      placed.push({ node: outcome, column: 2, from: end, to: end + part, source: inside, light: true });
      inside += part;
      end += part + gap / 2;
    }
    source += size;
    middle += size + 2 * gap;
    end += gap;
  }
  return placed;
}

interface Columns {
  readonly x: (column: number) => number;
  readonly y: (entries: number) => number;
}

const scalesOf = (drawn: ChartJs): Columns => ({
  x: (column) => drawn.scales.x?.getPixelForValue(column) ?? 0,
  y: (entries) => drawn.scales.y?.getPixelForValue(entries) ?? 0,
});

function drawBands(pen: Pen, drawn: ChartJs, nodes: readonly Placed[], thickness: number): void {
  const { x, y } = scalesOf(drawn);
  for (const { node, column, from, to, source } of nodes) {
    if (source === null || to === from) continue;
    pen.band(
      { x: x(column - 1) + thickness / 2, top: y(source), bottom: y(source + to - from) },
      { x: x(column) - thickness / 2, top: y(from), bottom: y(to) },
      node.band,
    );
  }
}

function writeStages(pen: Pen, drawn: ChartJs, { stages }: FlowChart, thickness: number, y: number): void {
  stages.forEach((stage, column) => {
    pen.text(stage, scalesOf(drawn).x(column) - thickness / 2, y, { colour: 'ink-2' });
  });
}

/** Value and name of each node to its right, moved apart where they would touch. */
function writeColumn(
  pen: Pen,
  drawn: ChartJs,
  nodes: readonly Placed[],
  column: 0 | 1 | 2,
  thickness: number,
  frame: Frame,
): void {
  const { x, y } = scalesOf(drawn);
  const own = nodes.filter((placed) => placed.column === column);
  const left = x(column) + thickness / 2 + 6;
  const room = (column === 2 ? frame.width : x(column + 1) - thickness / 2) - left;
  const labels = own.map(({ node }) => linesOf(node, room, frame));
  const tallest = Math.max(...labels.map(({ length }) => length));
  const distance = tallest * LINE + (tallest > 1 ? 2 : 1);
  const { top: first, bottom } = drawn.chartArea;
  const middles = spreadWithin(
    own.map(({ from, to }) => y((from + to) / 2)),
    distance,
    first + distance / 2,
    bottom + 4 - distance / 2,
  );
  labels.forEach((lines, index) => {
    const top = (middles[index] ?? 0) - (lines.length * LINE) / 2 + 12;
    lines.forEach((words, rank) => {
      const value = rank === 0 ? (own[index]?.node.mark.text ?? '') : '';
      if (value) pen.text(value, left, top, { weight: 600 });
      pen.text(words, left + (value && words ? frame.measure(value, 600) + 4 : 0), top + rank * LINE);
    });
  });
}

/** Words of a label, line by line, the first after the value: all on one line where it fits. */
function linesOf({ label, mark }: FlowNode, room: number, frame: Frame): string[] {
  const value = frame.measure(mark.text, 600) + 5;
  if (value + frame.measure(label) <= room) return [label];
  return ['', ...wrap(label, room, frame.measure)];
}
