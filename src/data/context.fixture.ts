import type { DataContext } from './load.ts';

/** What tests of this room tell it of settings and edition: those of the frozen set. */
export const CONTEXT: DataContext = {
  cutOff: '2025-08-31',
  planStart: '2023-01-01',
  referenceYear: 2022,
  basins: ['dunkerque', 'lille', 'valenciennes', 'lens', 'hors-bassins'],
  departements: ['02', '59', '60', '62', '80'],
  ignored: {},
  cache: null,
};
