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

/** Every point of a chart in reading order, in the same words as its table, or in those of who says it aloud. */
export function tipsOf(chart: Chart, phone: boolean, words: (mark: Mark) => string = wordsOf): Tip[] {
  const orComing = (mark: Mark | null | undefined): string => (mark ? words(mark) : 'à venir');
  /** Figures written beside the marks of a category. */
  const writtenAt = (category: string): string[] =>
    chart.written.filter(({ name }) => name === category).map(({ series, mark }) => line(series, words(mark)));
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
              lines: [line(chart.measure, words(mark))],
            },
          ];
        }),
      );
    case 'season':
      return Array.from({ length: 12 }, (_, month) => ({
        panel: 0,
        index: month,
        title: monthName(month + 1),
        lines: chart.lines.map(({ label, marks }) => line(label, orComing(marks[month]))),
      }));
    case 'columns':
      return chart.categories.map(({ name }, index) => ({
        panel: 0,
        index,
        title: name,
        lines: [
          ...chart.series.flatMap(({ label, marks }) => (marks[index] ? [line(label, words(marks[index]))] : [])),
          ...writtenAt(name),
        ],
      }));
    case 'bars':
      return chart.bars.map(({ label, mark, reference }, index) => ({
        panel: 0,
        index,
        title: label,
        lines: [
          line(chart.measure, words(mark)),
          ...(reference && chart.reference ? [line(chart.reference.label, words(reference))] : []),
          ...writtenAt(label),
        ],
      }));
    case 'parts':
      return chart.rows.map(({ place, marks }, index) => ({
        panel: 0,
        index,
        title: place,
        lines: [
          ...chart.parts.map((part, rank) => line(part.label, orComing(marks[rank]))),
          ...chart.written.filter(({ series }) => series === place).map(({ name, mark }) => line(name, words(mark))),
        ],
      }));
    case 'lines':
      return chart.points.map(({ name }, index) => ({
        panel: 0,
        index,
        title: name,
        lines: chart.lines.map(({ label, marks }) => line(label, orComing(marks[index]))),
      }));
    case 'slope':
      return [chart.before, chart.after].map((date, index) => ({
        panel: 0,
        index,
        title: date,
        lines: chart.rows.map(({ label, from, to }) => line(label, words(index === 0 ? from : to))),
      }));
    case 'multiples':
      // The head of the drawing, with its key, is the first panel.
      return chart.places.flatMap(({ label, before, after }, rank) =>
        Array.from({ length: 12 }, (_, month) => ({
          panel: rank + 1,
          index: month,
          title: `${label}, ${monthName(month + 1)}`,
          lines: [line(chart.after, orComing(after[month])), line(chart.before, orComing(before[month]))],
        })),
      );
    case 'flow':
      return [
        [line('Ensemble', words(chart.start.mark))],
        chart.branches.map(({ label, mark }) => line(label, words(mark))),
        chart.branches.flatMap((branch) =>
          branch.outcomes.map(({ label, mark }) => line(`${branch.label}, ${label}`, words(mark))),
        ),
      ].map((lines, index) => ({ panel: 0, index, title: chart.stages[index] ?? '', lines }));
    case 'dumbbell':
      return chart.rows.map(({ label, from, to }, index) => ({
        panel: 0,
        index,
        title: label,
        lines: [line(chart.before, words(from)), line(chart.after, words(to))],
      }));
  }
}
