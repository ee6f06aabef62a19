import { type Book, createBook } from './book.ts';
import { createCalendar } from './calendar.ts';
import type { DisclosureRules } from './disclosure.ts';
import { fortyDataset } from './forty.fixture.ts';

/** Forty courses, counted by hand: 16 entries in 2023, 18 in 2024, 6 in the eight months of 2025. */
export const fortyBook = (rules: DisclosureRules): Book =>
  createBook({
    dataset: fortyDataset(),
    calendar: createCalendar({
      start: '2023-01-01',
      cutOff: '2025-08-31',
      referenceYear: 2022,
      provisionalMonths: 4,
      eventsFrom: '2024-08-01',
      eventsTo: '2025-07-31',
    }),
    rules,
    published: [],
    isDemonstration: true,
  });
