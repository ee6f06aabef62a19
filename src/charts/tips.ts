import { monthName } from '../french/date.ts';
import { NBSP } from '../french/number.ts';
import type { Chart, Mark } from './chart.ts';
import { wordsOf } from './points.ts';

/** A point a reader can walk to: where it stands in the drawing, and what to say of it. */
export interface Tip {
  readonly panel: number;
  readonly index: number;
  readonly title: string;
  readonly lines: readonly string[];
}

const line = (label: string, text: string): string => `${label}${NBSP}: ${text}`;

const spoken = (mark: Mark | null | undefined): string => (mark ? wordsOf(mark) : 'à venir');

/** Figures written beside the marks of a category. */
const writtenAt = ({ written }: Chart, category: string): string[] =>
  written.filter(({ name }) => name === category).map(({ series, mark }) => line(series, wordsOf(mark)));

/** Every point of a chart in reading order, in the same words as its table. */
export function tipsOf(chart: Chart, phone: boolean): Tip[] {
  switch (chart.kind) {
    case 'months':
      return chart.blocks.flatMap((block, rank) =>
        block.months.flatMap((mark, month): Tip[] => {
          if (!mark) return [];
          const place = phone ? { panel: rank, index: month } : { panel: 0, index: rank * 13 + month };
          return [
            {
              ...place,
              title: `${monthName(month + 1)} ${block.label}`,
              lines: [wordsOf(mark)],
            },
          ];
        }),
      );
    case 'season':
      return Array.from({ length: 12 }, (_, month) => ({
        panel: 0,
        index: month,
        title: monthName(month + 1),
        lines: chart.lines.map(({ label, marks }) => line(label, spoken(marks[month]))),
      }));
    case 'columns':
      return chart.categories.map(({ name }, index) => ({
        panel: 0,
        index,
        title: name,
        lines: [
          ...chart.series.flatMap(({ label, marks }) => (marks[index] ? [line(label, wordsOf(marks[index]))] : [])),
          ...writtenAt(chart, name),
        ],
      }));
    case 'bars':
      return chart.bars.map(({ label, mark, reference }, index) => ({
        panel: 0,
        index,
        title: label,
        lines: [
          line(chart.measure, wordsOf(mark)),
          ...(reference && chart.reference ? [line(chart.reference.label, wordsOf(reference))] : []),
          ...writtenAt(chart, label),
        ],
      }));
    case 'parts':
      return chart.rows.map(({ place, marks }, index) => ({
        panel: 0,
        index,
        title: place,
        lines: [
          ...chart.parts.map((part, rank) => line(part.label, spoken(marks[rank]))),
          ...chart.written.filter(({ series }) => series === place).map(({ name, mark }) => line(name, wordsOf(mark))),
        ],
      }));
    case 'lines':
      return chart.points.map(({ name }, index) => ({
        panel: 0,
        index,
        title: name,
        lines: chart.lines.map(({ label, marks }) => line(label, spoken(marks[index]))),
      }));
    case 'slope':
      return [chart.before, chart.after].map((date, index) => ({
        panel: 0,
        index,
        title: date,
        lines: chart.rows.map(({ label, from, to }) => line(label, wordsOf(index === 0 ? from : to))),
      }));
    case 'multiples':
      // The head of the drawing, with its key, is the first panel.
      return chart.places.flatMap(({ label, before, after }, rank) =>
        Array.from({ length: 12 }, (_, month) => ({
          panel: rank + 1,
          index: month,
          title: `${label}, ${monthName(month + 1)}`,
          lines: [line(chart.after, spoken(after[month])), line(chart.before, spoken(before[month]))],
        })),
      );
    case 'flow':
      return [
        [line('Ensemble', wordsOf(chart.start.mark))],
        chart.branches.map(({ label, mark }) => line(label, wordsOf(mark))),
        chart.branches.flatMap((branch) =>
          branch.outcomes.map(({ label, mark }) => line(`${branch.label}, ${label}`, wordsOf(mark))),
        ),
      ].map((lines, index) => ({ panel: 0, index, title: chart.stages[index] ?? '', lines }));
    case 'dumbbell':
      return chart.rows.map(({ label, from, to }, index) => ({
        panel: 0,
        index,
        title: label,
        lines: [line(chart.before, wordsOf(from)), line(chart.after, wordsOf(to))],
      }));
  }
}
