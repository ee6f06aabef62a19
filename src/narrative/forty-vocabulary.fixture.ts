import { createBook } from '../figures/book.ts';
import { createCalendar } from '../figures/calendar.ts';
import { fortyDataset } from '../figures/forty.fixture.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a chapter may name when the plan is the forty courses counted by hand. */
export function fortyVocabulary(): Vocabulary {
  const book = createBook({
    dataset: fortyDataset(),
    calendar: createCalendar({
      start: '2023-01-01',
      cutOff: '2025-08-31',
      referenceYear: 2022,
      provisionalMonths: 4,
      eventsFrom: '2024-08-01',
      eventsTo: '2025-07-31',
    }),
    rules: { minimumCount: 1, minimumDenominator: 1 },
    published: [],
    isDemonstration: true,
  });
  return {
    ask: (indicator, slice) => book.askPublished(indicator, slice),
    defaultYear: 2024,
    calendar: book.calendar,
    dimensions: book.dimensions,
    published: new Map([['opco2i', { text: '37\u202F000' }]]),
    hasSoundData: true,
    registered: () => book.published.values(),
    free: { names: ['OPCO 2i', 'bac + 2'], wordings: ['quatre bassins'] },
    charts: ['saison'],
    chartsByBasin: [],
    tables: [],
    indicators: ['entrees'],
    basins: ['lille', 'lens'],
  };
}
