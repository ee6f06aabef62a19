import type { Bilan } from '../../bilan.ts';
import { filesTable, reconciliationTable } from '../../tables/reference.ts';
import type { Table } from '../../tables/table.ts';

/** A table of the annexes, with the label it has there: the numbers of the chapters stay those of the site. */
export interface AnnexTable {
  readonly table: Table;
  readonly title: string;
  readonly label: string;
}

/** The tables of the annexes, in their order. */
export function annexTables(bilan: Bilan): Readonly<Record<'published' | 'files', AnnexTable>> {
  return {
    published: {
      table: reconciliationTable(bilan),
      title: 'Ce qui a été publié, et ce que les données donnent',
      label: 'Tableau A1',
    },
    files: { table: filesTable(bilan), title: 'Fichiers lus', label: 'Tableau A2' },
  };
}
