import { type Book, createBook } from './book.ts';
import { createCalendar } from './calendar.ts';
import type { Dataset } from './dataset.ts';
import { fortyDataset } from './forty.fixture.ts';

/** The time of the forty courses: three years, the last of eight months, four of them provisional. */
export const FORTY_CALENDAR = createCalendar({
  start: '2023-01-01',
  cutOff: '2025-08-31',
  referenceYear: 2022,
  provisionalMonths: 4,
  observationMonths: 6,
  eventsFrom: '2024-08-01',
  eventsTo: '2025-07-31',
});

/** The book of the forty courses, or of others like them, with nothing withheld: what is tested with it is not secrecy. */
export function openBook(dataset: Dataset = fortyDataset(), calendar = FORTY_CALENDAR): Book {
  const rules = { minimumCount: 1, minimumDenominator: 1 };
  return createBook({ dataset, calendar, rules, published: [], isDemonstration: true });
}
