import { openBook } from '../figures/forty-book.fixture.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a chapter may name when the plan is the forty courses counted by hand. */
export function fortyVocabulary(): Vocabulary {
  const book = openBook();
  return {
    ask: (indicator, slice) => book.askPublished(indicator, slice),
    defaultYear: 2024,
    calendar: book.calendar,
    dimensions: book.dimensions,
    hasSoundData: true,
    published: new Map([['opco2i', { text: '37\u202F000' }]]),
    registered: () => book.published.values(),
    free: { names: ['OPCO 2i', 'bac + 2'], wordings: ['quatre bassins'] },
    charts: ['saison'],
    chartsByBasin: [],
    tables: [],
    indicators: ['entrees'],
    basins: ['lille', 'lens'],
  };
}
