import type { Chart as ChartJs } from 'chart.js';
import { silentAxis } from '../axes.ts';
import type { FlowChart, FlowNode } from '../chart.ts';
import { baseOptions, type Drawing, drawAfter, drawMark, type Frame, markHeight } from '../drawing.ts';
import { wrap } from '../labels.ts';
import { Pen } from '../pen.ts';
import type { Theme } from '../theme.ts';

const LINE = 16;
/** Between a node and its label, and between two labels. */
const AIR = 6;
const FOOT = 8;

/** A node on the scale of entries: which column it stands in, from where to where, and where its flow comes from. */
interface Placed {
  readonly node: FlowNode;
  readonly column: Column;
  readonly from: number;
  readonly to: number;
  /** Upper end of the band where it leaves its column. */
  readonly source: number | null;
  /** Words of its label after the value, line by line. */
  readonly words: readonly string[];
}

type Column = 0 | 1 | 2;

/** A closed cohort from left to right: all entries, how they ended, what came next. Heights are entries. */
export function drawFlow(chart: FlowChart, frame: Frame, theme: Theme): Drawing {
  const height = frame.phone ? 460 : 380;
  const thickness = frame.phone ? 12 : 20;
  const room = frame.phone ? 128 : 190;
  const top = markHeight(chart.mark) + 28;
  const wordsOf = (node: FlowNode, column: Column): readonly string[] => {
    const step = (frame.width - room - thickness - 1) / 2;
    return linesOf(node, (column === 2 ? room : step - thickness) - AIR, frame);
  };
  const { nodes, extent } = place(chart, height - top - FOOT, wordsOf);
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
              top,
              right: room + thickness / 2,
              bottom: FOOT,
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

/**
 * Lays nodes below one another, each in a slot that has room for its label, with gaps between groups; what a branch
 * leads to stands beside it.
 */
function place(
  { start, branches }: FlowChart,
  height: number,
  wordsOf: (node: FlowNode, column: Column) => readonly string[],
): { nodes: Placed[]; extent: number } {
  const ends = branches.flatMap(({ outcomes }) => outcomes);
  // What is withheld of one column may be known of another.
  const total = Math.max(...[[start], branches, ends].map(sumOf), 1);
  const gap = AIR * 2;
  const needs = (nodes: readonly FlowNode[], column: Column): number =>
    nodes.reduce((sum, node) => sum + labelHeight(wordsOf(node, column)), gap * branches.length);
  // Were every label to stand beside its node, not in it, all would still fit.
  const entries = total / Math.max(1, height - Math.max(needs(branches, 1), needs(ends, 2)));
  const slots = { middle: 0, end: 0 };
  const slot = (node: FlowNode, column: Column, key: keyof typeof slots, source: number): Placed => {
    const size = node.mark.value ?? 0;
    const words = wordsOf(node, column);
    const taken = Math.max(size, labelHeight(words) * entries);
    const from = slots[key] + (taken - size) / 2;
    slots[key] += taken;
    return { node, column, from, to: from + size, source, words };
  };
  const nodes: Placed[] = [];
  let source = 0;
  for (const branch of branches) {
    const placed = slot(branch, 1, 'middle', source);
    nodes.push(placed);
    let inside = placed.from;
    for (const outcome of branch.outcomes) {
      nodes.push(slot(outcome, 2, 'end', inside));
      inside += outcome.mark.value ?? 0;
    }
    source += branch.mark.value ?? 0;
    slots.end += gap * entries;
    slots.middle = Math.max(
      slots.middle + gap * entries,
      branch.outcomes.length > 0 ? slots.end - labelHeight(['']) * entries : 0,
    );
  }
  const extent = Math.max(slots.middle, slots.end) - gap * entries;
  const drop = Math.max(0, (extent - total) / 2);
  const first = {
    node: start,
    column: 0,
    from: drop,
    to: drop + total,
    source: null,
    words: wordsOf(start, 0),
  } as const;
  return {
    nodes: [first, ...nodes.map((one) => (one.column === 1 ? { ...one, source: (one.source ?? 0) + drop } : one))],
    extent: Math.max(extent, total),
  };
}

const sumOf = (nodes: readonly FlowNode[]): number => nodes.reduce((sum, { mark }) => sum + (mark.value ?? 0), 0);

const labelHeight = (words: readonly string[]): number => words.length * LINE + 2;

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

/** Value and name of each node to its right, in the middle of its height. */
function writeColumn(
  pen: Pen,
  drawn: ChartJs,
  nodes: readonly Placed[],
  column: Column,
  thickness: number,
  frame: Frame,
): void {
  const { x, y } = scalesOf(drawn);
  const left = x(column) + thickness / 2 + AIR;
  for (const { node, from, to, words } of nodes.filter((placed) => placed.column === column)) {
    const first = y((from + to) / 2) - (words.length * LINE) / 2 + 12;
    const [beside = ''] = words;
    pen.plate(node.mark.text, left, first, { weight: 600 }, 'halo');
    pen.plate(beside, left + frame.measure(node.mark.text, 600) + 4, first, {}, 'halo');
    words.slice(1).forEach((line, rank) => {
      pen.plate(line, left, first + (rank + 1) * LINE, {}, 'halo');
    });
  }
}

/** Words of a label, line by line, the first after the value: all on one line where it fits. */
function linesOf({ label, mark }: FlowNode, room: number, frame: Frame): string[] {
  const value = frame.measure(mark.text, 600) + 5;
  if (value + frame.measure(label) <= room) return [label];
  return ['', ...wrap(label, room, frame.measure)];
}
