import type { ColumnsChart, LinesChart, MonthsChart, MultiplesChart, SeasonChart } from './descriptions/over-time.ts';
import type { BarsChart, DumbbellChart, FlowChart, PartsChart, SlopeChart } from './descriptions/side-by-side.ts';

export type * from './descriptions/base.ts';
export type * from './descriptions/over-time.ts';
export type * from './descriptions/side-by-side.ts';

/** A chart as data: no pixels, no functions. Drawn three times from the same description. */
export type Chart =
  | MonthsChart
  | SeasonChart
  | ColumnsChart
  | BarsChart
  | PartsChart
  | DumbbellChart
  | LinesChart
  | SlopeChart
  | MultiplesChart
  | FlowChart;
