import { yearOfFile } from '../data/entry-rules.ts';
import type { FileReport } from '../data/table.ts';
import type { Book } from '../figures/book.ts';
import { figureId } from '../figures/slice.ts';

/**
 * How files were read, as far as it may leave the house. The rows of a file of records are entries: how many there are
 * is told when it is a published figure, the entries of its year, and is withheld otherwise, with the cells mended in it.
 */
export const publishedReports = (
  reports: readonly FileReport[],
  { published }: Pick<Book, 'published'>,
): readonly FileReport[] =>
  reports.map((report) => {
    const year = yearOfFile(report.name);
    const isPublished =
      year === null || published.get(figureId('entrees', { annee: Number(year) }))?.value === report.rows;
    return isPublished ? report : { ...report, rows: null, repairs: null };
  });
