import { monthName } from '../french/date.ts';
import { NBSP } from '../french/number.ts';
import type { Chart } from './chart.ts';

/** A point a reader can walk to: where it stands in the drawing, and what to say of it. */
export interface Tip {
  readonly panel: number;
  readonly index: number;
  readonly title: string;
  readonly lines: readonly string[];
}

const line = (label: string, text: string): string => `${label}${NBSP}: ${text}`;

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
              lines: [mark.text + (mark.provisional ? `${NBSP}p` : '')],
            },
          ];
        }),
      );
    case 'season':
      return Array.from({ length: 12 }, (_, month) => ({
        panel: 0,
        index: month,
        title: monthName(month + 1),
        lines: chart.lines.map(({ label, months }) => line(label, months[month]?.text ?? 'à venir')),
      }));
    case 'columns':
      return chart.categories.map(({ label, detail }, index) => ({
        panel: 0,
        index,
        title: detail ? `${label}, ${detail}` : label,
        lines: chart.series.flatMap((series) =>
          series.marks[index]?.text ? [line(series.label, series.marks[index].text)] : [],
        ),
      }));
    case 'bars':
      return chart.bars.map(({ label, mark, detail, reference }, index) => ({
        panel: 0,
        index,
        title: label,
        lines: [
          [mark.text, detail].filter(Boolean).join(', '),
          ...(reference && chart.referenceLabel ? [line('places ouvertes', reference.text)] : []),
        ],
      }));
    case 'parts':
      return chart.rows.map(({ label, detail, marks }, index) => ({
        panel: 0,
        index,
        title: label,
        lines: [...chart.parts.map((part, rank) => line(part.label, marks[rank]?.text ?? '')), detail],
      }));
    case 'dumbbell':
      return chart.rows.map(({ label, from, to }, index) => ({
        panel: 0,
        index,
        title: label,
        lines: [line(chart.before, from.text), line(chart.after, to.text)],
      }));
  }
}
