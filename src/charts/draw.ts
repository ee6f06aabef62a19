import type { Chart } from './chart.ts';
import type { Drawing, Frame } from './drawing.ts';
import { drawBars } from './kinds/bars.ts';
import { drawColumns } from './kinds/columns.ts';
import { drawDumbbell } from './kinds/dumbbell.ts';
import { drawFlow } from './kinds/flow.ts';
import { drawLines } from './kinds/lines.ts';
import { drawMonths } from './kinds/months.ts';
import { drawMultiples } from './kinds/multiples.ts';
import { drawParts } from './kinds/parts.ts';
import { drawSeason } from './kinds/season.ts';
import { drawSlope } from './kinds/slope.ts';
import type { Theme } from './theme.ts';

/** The drawing of a chart for a frame: the same at build and in the browser. */
export function draw(chart: Chart, frame: Frame, theme: Theme): Drawing {
  switch (chart.kind) {
    case 'months':
      return drawMonths(chart, frame, theme);
    case 'season':
      return drawSeason(chart, frame, theme);
    case 'columns':
      return drawColumns(chart, frame, theme);
    case 'bars':
      return drawBars(chart, frame, theme);
    case 'parts':
      return drawParts(chart, frame, theme);
    case 'dumbbell':
      return drawDumbbell(chart, frame, theme);
    case 'lines':
      return drawLines(chart, frame, theme);
    case 'slope':
      return drawSlope(chart, frame, theme);
    case 'multiples':
      return drawMultiples(chart, frame, theme);
    case 'flow':
      return drawFlow(chart, frame, theme);
  }
}
