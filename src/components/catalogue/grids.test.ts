import { describe, expect, it } from 'vitest';
import { openBook } from '../../figures/forty-book.fixture.ts';
import { catalogueOf } from './grids.ts';

const book = openBook();
const catalogue = catalogueOf(book, 2024);

describe('the catalogue of figures', () => {
  it('holds every published figure once', () => {
    const ids = catalogue.flatMap(({ grids }) =>
      grids.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap((figure) => figure?.id ?? []))),
    );
    expect(ids.toSorted()).toEqual([...book.published.keys()].toSorted());
  });

  it('gives with each row and column what an editor writes for it', () => {
    const entries = catalogue.find(({ id }) => id === 'entrees');
    const [years, months] = entries?.grids ?? [];
    expect(years?.columns.map(({ words, attributes }) => [words, attributes])).toContainEqual(['2024', '']);
    expect(years?.columns.map(({ words, attributes }) => [words, attributes])).toContainEqual([
      'Depuis le début',
      'annee="cumul"',
    ]);
    expect(years?.rows[0]).toMatchObject({ words: 'Ensemble', attributes: '' });
    const lens = years?.rows.find(({ attributes }) => attributes === 'bassin="lens"');
    expect(lens?.cells[years?.columns.findIndex(({ words }) => words === '2024') ?? 0]?.id).toBe(
      'entrees[annee=2024,bassin=lens]',
    );
    expect(months?.rows[0]).toMatchObject({ words: 'janvier\u00A02023', attributes: 'mois="2023-01"' });
  });
});
