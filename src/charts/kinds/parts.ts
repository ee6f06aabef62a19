import type { Chart as ChartJs, Element } from 'chart.js';
import { silentAxis } from '../axes.ts';
import type { PartsChart } from '../chart.ts';
import { baseOptions, type Drawing, drawAfter, drawMark, type Frame, markHeight } from '../drawing.ts';
import { wrap } from '../labels.ts';
import type { Pen } from '../pen.ts';
import type { Theme } from '../theme.ts';

const BAR = 32;
const ROW = 72;
const LINE = 17;

/** Parts of a whole on one common base: the parts named once above (in a key on a phone), braced where they add up. */
export function drawParts(chart: PartsChart, frame: Frame, theme: Theme): Drawing {
  const names = layNames(chart, frame);
  const row = ROW + Math.max(...chart.rows.map((one) => detailLines(one, frame).length)) * LINE;
  // A bar stands in the middle of its row: the first row begins inside the drawing.
  const head = Math.max(markHeight(chart.mark) + (frame.phone ? 2 : linesOf(names) * 18 + 8), (row - BAR) / 2);
  const key = frame.phone ? keyRows(chart, frame).length * 20 + 6 : 0;
  const height = head + chart.rows.length * row + key;
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
            labels: chart.rows.map((row) => row.label),
            datasets: chart.parts.map((part, index) => ({
              label: part.label,
              data: chart.rows.map((row) => row.marks[index]?.value ?? 0),
              backgroundColor: theme.colour(part.colour),
              borderColor: theme.colour('ink-3'),
              borderWidth: 0.75,
              borderSkipped: false,
              barThickness: BAR,
            })),
          },
          options: {
            ...baseOptions({ top: head - (row - BAR) / 2, right: 1, bottom: key + (row - BAR) / 2, left: 1 }),
            indexAxis: 'y',
            scales: {
              x: { ...silentAxis, stacked: true, min: 0, max: 1 },
              y: { ...silentAxis, stacked: true },
            },
          },
          plugins: [
            drawAfter(theme, (pen, drawn) => {
              drawMark(pen, chart.mark, frame.width);
              if (!frame.phone) nameParts(pen, drawn, chart, names, head);
              chart.rows.forEach((row, index) => {
                writeRow(pen, drawn, chart, row, index, frame);
              });
              if (frame.phone) writeKey(pen, chart, frame, head + chart.rows.length * row);
            }),
          ],
        },
      },
    ],
  };
}

/** Lines of a row's detail under its name; none where both have room on one line. */
function detailLines({ label, detail }: PartsChart['rows'][number], frame: Frame): readonly string[] {
  const beside = frame.measure(label, 600) + frame.measure(detail) + 24 <= frame.width;
  return beside ? [] : wrap(detail, frame.width, frame.measure);
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

function boxOf(chart: ChartJs, part: number, row: number): Box {
  const bar = chart.getDatasetMeta(part).data[row] as Element<{ x: number; y: number; base: number }>;
  const { x, y, base } = bar.getProps(['x', 'y', 'base'], true);
  return { left: base, right: x, y };
}

function writeRow(
  pen: Pen,
  chart: ChartJs,
  { parts }: PartsChart,
  row: PartsChart['rows'][number],
  index: number,
  frame: Frame,
): void {
  row.marks.forEach((mark, part) => {
    const box = boxOf(chart, part, index);
    const text = mark.text.replace(/\s?%$/, '');
    if (box.right - box.left < frame.measure(text) + 10) return;
    pen.text(text, box.left + 6, box.y + 4.5, { colour: parts[part]?.light ? 'ink' : 'paper' });
  });
  const hidden = row.marks.find((mark) => mark.value === null);
  const end = Math.max(...row.marks.map((_, part) => boxOf(chart, part, index).right));
  if (hidden) pen.text(hidden.text, Math.min(end + 6, frame.width - 8), boxOf(chart, 0, index).y + 4.5);
  const last = boxOf(chart, row.braced - 1, index);
  const foot = last.y + BAR / 2 + 4;
  pen.line(
    [
      [boxOf(chart, 0, index).left + 0.5, foot],
      [boxOf(chart, 0, index).left + 0.5, foot + 5],
      [last.right - 0.5, foot + 5],
      [last.right - 0.5, foot],
    ],
    'ink',
  );
  pen.text(row.label, 0, foot + 20, { weight: 600 });
  const below = detailLines(row, frame);
  below.forEach((line, rank) => {
    pen.text(line, 0, foot + 20 + (rank + 1) * LINE, { colour: 'ink-2' });
  });
  if (below.length === 0) pen.text(row.detail, frame.width, foot + 20, { align: 'right', colour: 'ink-2' });
}

/** A part's name above the first bar: where it stands, on which line, 0 being the nearest to the bar, and its thread. */
interface Name {
  readonly left: number;
  readonly right: number;
  readonly line: number;
  /** Where the thread from the name to its part comes down; `null` for a part of no width. */
  readonly thread: number | null;
}

/** On as few lines as there can be where no name touches another, and no thread runs through one. */
function layNames(chart: PartsChart, frame: Frame): readonly Name[] {
  const shares = chart.rows[0]?.marks.map((mark) => mark.value ?? 0) ?? [];
  const seats = chart.parts.map(({ label }, index) => {
    const from = shares.slice(0, index).reduce((sum, share) => sum + share, 0) * frame.width;
    return seatsOf(from, from + (shares[index] ?? 0) * frame.width, frame.measure(label), frame.width);
  });
  for (let lines = 1; lines <= MOST_LINES; lines++) {
    const names = seat(seats, [], lines, keepsClear);
    if (names) return names;
  }
  // Slivers side by side: a thread passes behind a name.
  return seat(seats, [], seats.length, keepsApart) ?? [];
}

type Seat = Omit<Name, 'line'>;

/** Where a name can stand: from the start of its part on, or, before the middle of it, up to there. */
function seatsOf(from: number, to: number, width: number, room: number): Seat[] {
  const middle = (from + to) / 2;
  const seats = [
    { left: from, right: from + width, thread: from + 0.5 },
    { left: middle - width, right: middle, thread: middle },
  ].filter(({ left, right }) => left >= 0 && right <= room);
  if (seats.length === 0) seats.push({ left: room - width, right: room, thread: middle });
  return to > from ? seats : seats.slice(0, 1).map((one) => ({ ...one, thread: null }));
}

/** Seats the names one after the other, the lowest line first; `null` where they do not all fit. */
function seat(
  seats: readonly (readonly Seat[])[],
  names: readonly Name[],
  lines: number,
  clear: (one: Name, other: Name) => boolean,
): readonly Name[] | null {
  const own = seats[names.length];
  if (!own) return names;
  for (let line = 0; line < lines; line++)
    for (const place of own) {
      const name = { ...place, line };
      const found = names.every((other) => clear(name, other)) && seat(seats, [...names, name], lines, clear);
      if (found) return found;
    }
  return null;
}

const MOST_LINES = 4;
const NAME_AIR = 10;
const THREAD_AIR = 4;

const keepsApart = (one: Name, other: Name): boolean =>
  one.line !== other.line || one.right + NAME_AIR <= other.left || other.right + NAME_AIR <= one.left;

function keepsClear(one: Name, other: Name): boolean {
  const [high, low] = one.line > other.line ? [one, other] : [other, one];
  if (one.line === other.line) return keepsApart(one, other);
  return high.thread === null || high.thread < low.left - THREAD_AIR || high.thread > low.right + THREAD_AIR;
}

const linesOf = (names: readonly Name[]): number => Math.max(...names.map(({ line }) => line)) + 1;

function nameParts(pen: Pen, chart: ChartJs, { parts }: PartsChart, names: readonly Name[], head: number): void {
  const { y } = boxOf(chart, 0, 0);
  const baseline = (name: Name): number => head - 8 - name.line * 18;
  for (const name of names)
    if (name.thread !== null)
      pen.line(
        [
          [name.thread, baseline(name) + 4],
          [name.thread, y - BAR / 2],
        ],
        'ink',
        0.75,
      );
  names.forEach((name, index) => {
    pen.plate(parts[index]?.label ?? '', name.left, baseline(name));
  });
}

function keyRows(chart: PartsChart, frame: Frame): PartsChart['parts'][number][][] {
  const rows: PartsChart['parts'][number][][] = [[]];
  let width = 0;
  for (const part of chart.parts) {
    const needed = frame.measure(part.label) + 34;
    if (width + needed > frame.width && rows.at(-1)?.length) {
      rows.push([]);
      width = 0;
    }
    rows.at(-1)?.push(part);
    width += needed;
  }
  return rows;
}

function writeKey(pen: Pen, chart: PartsChart, frame: Frame, top: number): void {
  keyRows(chart, frame).forEach((row, line) => {
    let x = 0;
    for (const part of row) {
      const y = top + 14 + line * 20;
      pen.swatch(x, y, part.colour);
      pen.text(part.label, x + 18, y);
      x += frame.measure(part.label) + 34;
    }
  });
}
