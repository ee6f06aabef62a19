import { expect, it } from 'vitest';
import { fortyDataset, fortyRows, tableOf } from '../../figures/forty.fixture.ts';
import { openBook } from '../../figures/forty-book.fixture.ts';
import { skyline } from '../small.ts';
import type { ChartContext } from './context.ts';
import { season } from './entries.ts';
import { inTraining, seasonByBasin } from './rhythm.ts';

const place = (id: string) => ({ id, name: id, fullName: id, within: `à ${id}` });

/** Charts of some of the forty courses. */
const contextOf = (rows: readonly string[][]): ChartContext => ({
  book: openBook(fortyDataset([tableOf(rows)])),
  year: 2024,
  basins: [place('lille'), place('lens')],
  outside: place('hors-bassins'),
  allBasins: place('quatre-bassins'),
  region: 'en région',
  isDemonstration: false,
  observation: '',
  publishedSource: '',
  breaks: [],
});

/** What charts say without being asked. */
function wordsOf(rows: readonly string[][]): string {
  const context = contextOf(rows);
  const [byMonth, byPlace, underway] = [season(context), seasonByBasin(context), inTraining(context)];
  const words = [byMonth, byPlace, underway].flatMap(({ reading, alternative }) => [reading, alternative]);
  return [...words, skyline(context, { width: 600, height: 60 }).alternative]
    .join('\n')
    .replaceAll(/[\u00A0\u202F]/g, ' ');
}

it('a month that is above all others is called the highest', () => {
  const words = wordsOf(fortyRows());
  expect(words).toContain('en janvier 2024, 16 entrées, le mois le plus haut de l’année.');
  expect(words).toContain('à lille, 7 entrées en janvier 2024, le mois le plus haut de l’année.');
  expect(words).toContain('le plus haut, hors mois provisoires, est janvier 2024, 16 entrées');
});

it('courses under way have a highest month when one month alone has most', () => {
  const [course = []] = fortyRows();
  const from = (entry: string, exit: string): string[] => course.map((cell, rank) => [cell, entry, exit][rank] ?? cell);
  const words = wordsOf([from('2024-03-04', '2024-10-11'), from('2024-05-06', '2024-06-14')]);
  expect(words).toContain('atteint son plus haut, hors mois provisoires, fin mai 2024 avec 2 parcours en cours');
});

it('no month is called the highest when two are level', () => {
  // One course in each of two months of 2024, ended on the same day of 2025.
  const [course = []] = fortyRows();
  const on = (entry: string): string[] => course.map((cell, rank) => [cell, entry, '2025-08-29'][rank] ?? cell);
  const words = wordsOf([on('2024-03-04'), on('2024-10-07')]);
  expect(words).not.toMatch(/plus haut mois|le plus haut|son plus haut/);
});
