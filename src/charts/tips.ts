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
        lines: chart.lines.map(({ label, months }) => line(label, spoken(months[month]))),
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
    case 'dumbbell':
      return chart.rows.map(({ label, from, to }, index) => ({
        panel: 0,
        index,
        title: label,
        lines: [line(chart.before, wordsOf(from)), line(chart.after, wordsOf(to))],
      }));
  }
}
