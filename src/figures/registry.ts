import { withChanges } from './changes.ts';
import type { Indicator } from './indicator.ts';
import { cohortIndicators } from './registry/cohorts.ts';
import { entryIndicators } from './registry/entries.ts';
import { eventIndicators } from './registry/events.ts';
import { exitIndicators } from './registry/exits.ts';
import { outcomeIndicators } from './registry/outcomes.ts';
import { seatIndicators } from './registry/seats.ts';

/** The registry of figures: every number of the report is one of these indicators, on a slice. */
export const INDICATORS: readonly Indicator[] = [
  ...entryIndicators,
  ...exitIndicators,
  ...cohortIndicators,
  ...outcomeIndicators,
  ...seatIndicators,
  ...eventIndicators,
].flatMap(withChanges);

const byId = new Map(INDICATORS.map((indicator) => [indicator.id, indicator]));

export const findIndicator = (id: string): Indicator | undefined => byId.get(id);
export const isIndicator = (id: string): boolean => byId.has(id);
